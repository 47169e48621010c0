"""Whether an article that makes two claims tells one happening twice, or tells of two."""

from __future__ import annotations

from timeline.extraction.merging.likeness import Kinds, compare_kinds, parties
from timeline.extraction.records import CandidateEvent

# « le même jour » is said of what happened besides.
DATED_ANEW = frozenset({"same_day"})


def tells_again(one: CandidateEvent, other: CandidateEvent) -> bool:
    """Whether two claims of one article can be one happening.

    They can where the same words date both. What the article dates twice is one happening only where everything
    agrees; a summit and the agreement signed « le même jour » are two.
    """
    if one.time is None or other.time is None:
        return False
    if (one.time.start, one.time.end) == (other.time.start, other.time.end):
        return True
    kinds = compare_kinds(one.kind, other.kind)
    mine, theirs = parties(one), parties(other)
    if one.time.date == other.time.date:
        if mine == theirs:
            return kinds >= Kinds.RELATED
        dated_anew = {one.time.derivation.rule, other.time.derivation.rule} & DATED_ANEW
        return kinds is Kinds.SAME and not dated_anew and (mine <= theirs or theirs <= mine)
    same_place = one.place is not None and one.place == other.place
    return kinds is Kinds.SAME and mine == theirs and same_place
