"""The words of a sentence as names are made of them: finer than spaCy's tokens, « Patrouchev-Burns » is two."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from timeline.extraction.records import Sentence, Token
from timeline.knowledge.folding import fold

# Hyphens, apostrophes and full stops are no words of their own: « Kim Jong-un », "U.S.", « l'Élysée ».
_WORD = re.compile(r"[^\W_]+|[^\w\s.'’ʼ‐‑+-]")


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str
    folded: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()


@dataclass(frozen=True)
class Words:
    """The words of one sentence with spaCy's reading of them; offsets are into the document's text."""

    sentence: Sentence
    text: str
    """The document's text."""
    words: tuple[Word, ...]
    folds: tuple[str, ...] = field(repr=False)
    """The words, folded."""
    _tokens: tuple[int, ...] = field(repr=False)
    """Of each word the position of spaCy's token that it begins in."""

    def __len__(self) -> int:
        return len(self.folds)

    def __getitem__(self, index: int) -> Word:
        return self.words[index]

    def folded(self, index: int) -> str:
        """Empty outside the sentence."""
        return self.folds[index] if 0 <= index < len(self.folds) else ""

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital, or is joined to one that does: « Kim Jong-un »."""
        if self.words[index].is_capital:
            return True
        return index > 0 and self.words[index - 1].is_capital and self.between(index - 1, index) in ("-", "‑")

    def between(self, left: int, right: int) -> str:
        """The characters between two neighbouring words: a space, a hyphen, an apostrophe, a full stop."""
        return self.text[self.words[left].end : self.words[right].start]

    def token(self, index: int) -> Token:
        """spaCy's token that the word begins in."""
        return self.sentence.tokens[self._tokens[index]]

    def token_position(self, index: int) -> int:
        return self._tokens[index]


def words_in(sentence: Sentence, text: str) -> Words:
    words = tuple(
        Word(match.start(), match.end(), match[0], fold(match[0]))
        for match in _WORD.finditer(text, sentence.start, sentence.end)
    )
    starts = [token.start for token in sentence.tokens]
    tokens = tuple(max(bisect_right(starts, word.start) - 1, 0) for word in words)
    return Words(sentence, text, words, tuple(word.folded for word in words), tokens)
