"""When two groups of claims that the rules of single claims keep apart are one occasion all the same."""

from __future__ import annotations

from timeline.extraction.merging.dating import Dates, Vagueness
from timeline.extraction.merging.likeness import Kinds, Places, Relation
from timeline.extraction.merging.rules import Likeness
from timeline.extraction.records import EventKind

# What cannot be done again a day later.
DONE_ONCE = frozenset({EventKind.AGREEMENT, EventKind.EXCHANGE, EventKind.RUPTURE})


def one_occasion(likeness: Likeness) -> bool:
    """A meeting and the agreement made there, told by different articles as that day's event."""
    if likeness.kinds is not Kinds.OCCASION or likeness.dates.grade is not Dates.SAME:
        return False
    if likeness.dates.vagueness is not Vagueness.OCCASION or likeness.places is Places.APART:
        return False
    company = likeness.company
    if likeness.all_of_one and likeness.made_there and company.telling > 0:
        return True
    return company.relation is Relation.SAME or (likeness.all_of_one and company.sides >= 2)


def days_of_one_occasion(likeness: Likeness) -> bool:
    """One gives the span of what the other dates to a day of it: a summit « des 27 et 28 février », "on Thursday"."""
    return (
        likeness.dates.grade is Dates.COMPATIBLE
        and likeness.dates.vagueness is Vagueness.OCCASION
        and likeness.kinds >= Kinds.RELATED
        and likeness.all_of_one
        and likeness.company.sides >= 2
        and likeness.places_allow
    )


def contradiction(likeness: Likeness) -> bool:
    """Two sources date one rare event a day or two apart."""
    if likeness.dates.grade is not Dates.NEAR or not likeness.rare or not likeness.all_of_one:
        return False
    if likeness.places is Places.SAME:
        return True
    return likeness.kind_is(DONE_ONCE) and likeness.places_allow and likeness.company.relation is Relation.SAME
