"""A sentence as a tree of words: who depends on whom, and which clause a word belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.extraction.records import Sentence, Token

_CLAUSE_HEADS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "csubj")
_SUBJECTLESS = ("advcl", "acl", "xcomp", "ccomp")
RELATIVE = ("acl:relcl", "relcl")
# The English model does not tell them from question words.
_RELATIVE_PRONOUNS = ("who", "which", "that")
OBJECTS = ("obj", "dobj", "iobj", "obl:arg", "xcomp", "attr", "dative", "oprd")


class Tree:
    """The dependency tree of a sentence (Universal Dependencies for French, ClearNLP labels for English).

    Words are named by their position in `tokens`.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for position, token in enumerate(self.tokens):
            if token.head != position:
                self._children[token.head].append(position)
        # Asked for every word at every date; in a list of hundreds of dates that is all the time there is.
        self._clauses: dict[int, int] = {}
        self._word_starts = [token.start for token in self.tokens]
        self._word_ends = [token.end for token in self.tokens]
        self._starts = {token.start: position for position, token in enumerate(self.tokens)}

    def __getitem__(self, position: int) -> Token:
        return self.tokens[position]

    def children(self, position: int) -> list[int]:
        return self._children[position]

    def dependents(self, position: int, labels: tuple[str, ...]) -> list[int]:
        return [child for child in self._children[position] if self.tokens[child].dep in labels]

    def ancestors(self, position: int) -> Iterator[int]:
        """From the head of the word up to the root."""
        while self.tokens[position].head != position:
            position = self.tokens[position].head
            yield position

    def subtree(self, position: int) -> list[int]:
        """The word and all that depends on it, in the order of the text."""
        found, waiting = [], [position]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting.extend(self._children[word])
        return sorted(found)

    def words_between(self, start: int, end: int) -> list[int]:
        """The positions of the words that overlap the offsets."""
        return list(range(bisect_right(self._word_ends, start), bisect_left(self._word_starts, end)))

    def root_of(self, start: int, end: int) -> int | None:
        """The word of this stretch whose head lies outside it; None where no word stands there."""
        words = self.words_between(start, end)
        inside = set(words)
        for word in words:
            if self.tokens[word].pos != "PUNCT" and (self.tokens[word].head not in inside or self.is_root(word)):
                return word
        return words[0] if words else None

    def are_apart(self, one: int, other: int, brackets: Sequence[str]) -> bool:
        """Whether one word stands inside and the other outside one of the pairs of marks."""
        between = [self.tokens[word].text for word in range(min(one, other), max(one, other))]
        return any(between.count(pair[0]) != between.count(pair[1]) for pair in brackets)

    def is_root(self, position: int) -> bool:
        return self.tokens[position].head == position

    def unit_of(self, position: int) -> int:
        """The root of the part of the sentence that was parsed as one."""
        return next((word for word in self.ancestors(position) if self.is_root(word)), position)

    def heads_clause(self, position: int) -> bool:
        """Whether the word is the verb of a clause, or a noun or adjective with a copula."""
        token = self.tokens[position]
        if token.pos in _CLAUSE_HEADS:
            return not token.dep.startswith(("aux", "cop"))
        return bool(self.copulas(position))

    def copulas(self, position: int) -> list[int]:
        """The forms of « être » that make a noun a predicate; the parser takes some of them for a passive."""
        named = self.tokens[position].pos in ("NOUN", "PROPN")
        return self.dependents(position, ("cop", "aux:pass") if named else ("cop",))

    def auxiliaries(self, position: int) -> list[int]:
        return [i for i in self._children[position] if self.tokens[i].dep.startswith(("aux", "cop"))]

    def clause_of(self, position: int) -> int:
        """The head of the clause in which the word stands; the root where no verb does."""
        if position not in self._clauses:
            up = [position, *self.ancestors(position)]
            self._clauses[position] = next((word for word in up if self.heads_clause(word)), up[-1])
        return self._clauses[position]

    def subjects(self, position: int) -> list[int]:
        """The subjects of the clause; a coordinated verb or a participle without one shares its governor's, and of
        « les pays qui ont signé » the subject is « pays »."""
        own = [word for verb in (position, *self.copulas(position)) for word in self.dependents(verb, SUBJECTS)]
        token = self.tokens[position]
        if self.is_root(position):
            return own
        if token.dep in RELATIVE and all(_is_relative(self.tokens[word]) for word in own):
            return [token.head]
        if own:
            return own
        if self.is_participle_of_noun(position):
            return [token.head]
        bare = token.dep in _SUBJECTLESS and not _is_finite(token) and not self.is_participle_of_noun(position)
        shares = token.dep == "conj" or bare
        return self.subjects(self.clause_of(token.head)) if shares and token.head != position else []

    def is_participle_of_noun(self, position: int) -> bool:
        """« le dialogue entamé par… »: a past participle whose subject is the noun itself."""
        token = self.tokens[position]
        # « les Nations unies » is a name.
        common = self.tokens[token.head].text[:1].islower()
        below = token.dep == "acl" or (token.dep == "amod" and token.pos == "VERB" and position > token.head and common)
        return below and "Tense=Past" in token.morph and "VerbForm=Part" in token.morph

    def features(self, position: int) -> str:
        """The morphology of the word and its auxiliaries together."""
        return "|".join(self.tokens[i].morph for i in (position, *self.auxiliaries(position)))


def _is_relative(token: Token) -> bool:
    return "PronType=Rel" in token.morph or token.text.lower() in _RELATIVE_PRONOUNS


def _is_finite(token: Token) -> bool:
    return "VerbForm=Fin" in token.morph
