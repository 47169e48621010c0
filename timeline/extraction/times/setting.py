"""Where a match stands: its sentence, what was spoken of before, and which way its clause looks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate
from timeline.extraction.records import Sentence
from timeline.extraction.times.anchors import AnchorStack
from timeline.extraction.times.direction import Clauses
from timeline.extraction.times.grammar import Grammar, Match, grammar
from timeline.extraction.times.readings import Base
from timeline.extraction.times.tenses import Direction

# Words that qualify an expression stand this close before it.
LONGEST_LEAD = 40
# « tous les ans, en novembre »: at most as many characters stand between.
NEXT_TO = 8
# Dates that share the year at their end: a file made of dates must not cost more.
LONGEST_LIST = 10


@dataclass(frozen=True, slots=True)
class Setting:
    grammar: Grammar
    sentence: Sentence
    index: int
    """Position of the sentence in the document."""
    folded: str
    matches: Sequence[Match]
    """All matches in the sentence, in order."""
    begins: Sequence[int]
    """Where each of them begins."""
    clauses: Clauses
    stack: AnchorStack

    @classmethod
    def of(cls, index: int, sentence: Sentence, folded: str, matches: Sequence[Match], stack: AnchorStack) -> Setting:
        clauses = Clauses(sentence.language, sentence.text, sentence.tokens, sentence.start)
        begins = [match.start for match in matches]
        return cls(grammar(sentence.language), sentence, index, folded, matches, begins, clauses, stack)

    @property
    def reference(self) -> Base | None:
        return self.stack.reference

    @property
    def published(self) -> HistoricalDate | None:
        return self.stack.published

    @property
    def published_base(self) -> Base | None:
        """The publication, if the article gives it: a day cannot be counted from a bound that the text sets."""
        return self.reference if self.reference and self.reference.kind == "published" else None

    def direction(self, match: Match) -> Direction:
        return self.clauses.direction(match.start, match.end)

    def looks_ahead(self, match: Match) -> bool:
        return self.direction(match).is_ahead

    def tells_which(self, match: Match) -> bool:
        return self.clauses.tells_which(match.start, match.end)

    def leads_up_to(self, match: Match) -> bool:
        return self.clauses.leads_up_to(match.start)

    def tells_of_before(self, match: Match) -> bool:
        return self.clauses.tells_of_before(match.start, match.end)

    def after(self, match: Match, cue: str) -> bool:
        return self.grammar.cues[cue].match(self.folded, match.end) is not None

    def before(self, match: Match, cue: str) -> bool:
        """Whether the text just before the match ends with the cue, whose pattern closes with `$`."""
        return self.grammar.cues[cue].search(self.folded[max(0, match.start - LONGEST_LEAD) : match.start]) is not None

    def within(self, match: Match, name: str, cue: str) -> bool:
        """Whether what the match captured under `name` holds the cue."""
        return self.grammar.cues[cue].search(match.captures.get(name, "")) is not None

    def comes_round(self, match: Match) -> bool:
        """Whether the words beside it say that the date is that of every year: « chaque année, du 15 au 18 juin »."""
        return any(
            other is not None
            and other.rule.name == "repeated"
            and other.word("unit") == "Y"
            and 0 <= max(other.start - match.end, match.start - other.end) <= NEXT_TO
            for other in (self.match_before(match), self.match_after(match))
        )

    def match_before(self, match: Match) -> Match | None:
        position = bisect_left(self.begins, match.start)
        return self.matches[position - 1] if position else None

    def match_after(self, match: Match) -> Match | None:
        position = bisect_left(self.begins, match.end)
        return self.matches[position] if position < len(self.matches) else None

    def joined_to(self, match: Match) -> Match | None:
        """The next match, if only « et » or a comma stands between, or that of the end of such a list."""
        joined = match
        for _ in range(LONGEST_LIST):
            following = self.match_after(joined)
            if following is None or not self._joins(joined, following):
                break
            joined = following
        return joined if joined is not match else None

    def joined_from(self, match: Match) -> Match | None:
        """The match before, if only « et » or a comma stands between."""
        before = self.match_before(match)
        return before if before is not None and self._joins(before, match) else None

    def _joins(self, left: Match, right: Match) -> bool:
        return self.grammar.cues["joined"].fullmatch(self.folded, left.end, right.start) is not None

    def words(self, match: Match) -> str:
        return self.sentence.text[match.start : match.end]
