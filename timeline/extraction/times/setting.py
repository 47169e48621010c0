"""Where a match stands: its sentence, what was spoken of before, and which way its clause looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate
from timeline.extraction.records import Sentence
from timeline.extraction.times.anchors import AnchorStack
from timeline.extraction.times.direction import direction_of
from timeline.extraction.times.grammar import Grammar, Match
from timeline.extraction.times.readings import Base
from timeline.extraction.times.tenses import Direction

# Words that qualify an expression stand this close before it.
LONGEST_LEAD = 40
# « tous les ans, en novembre »: at most as many characters stand between.
NEXT_TO = 8


@dataclass(frozen=True, slots=True)
class Setting:
    grammar: Grammar
    sentence: Sentence
    index: int
    """Position of the sentence in the document."""
    folded: str
    lowered: str
    """The sentence in lower case with its accents, as the tenses are read."""
    matches: Sequence[Match]
    """All matches in the sentence."""
    stack: AnchorStack

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
        language = self.grammar.language
        return direction_of(language, self.lowered, match.start, match.end, self.sentence.tokens, self.sentence.start)

    def looks_ahead(self, match: Match) -> bool:
        return self.direction(match).is_ahead

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
            other.rule.name == "repeated"
            and other.word("unit") == "Y"
            and 0 <= max(other.start - match.end, match.start - other.end) <= NEXT_TO
            for other in self.matches
        )

    def joined_to(self, match: Match) -> Match | None:
        """The next match, if only « et » or a comma stands between, or that of the end of such a list."""
        joined = match
        for following in self.matches:
            if following.start < match.end:
                continue
            if not self.grammar.cues["joined"].fullmatch(self.folded, joined.end, following.start):
                break
            joined = following
        return joined if joined is not match else None

    def joined_from(self, match: Match) -> Match | None:
        """The match before, if only « et » or a comma stands between."""
        before = [other for other in self.matches if other.end <= match.start]
        if not before or not self.grammar.cues["joined"].fullmatch(self.folded, before[-1].end, match.start):
            return None
        return before[-1]

    def words(self, match: Match) -> str:
        return self.sentence.text[match.start : match.end]
