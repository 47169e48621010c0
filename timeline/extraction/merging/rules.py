"""When two claims are about one happening: small rules, each by its name.

A rule looks at how alike two claims are (`Likeness`). The vaguer the dates, the more must agree besides; the more
usual the kind of event, too: two presidents sign a treaty once a month at most, their ministers meet every week.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.extraction.merging.dating import DateLikeness, Dates, Vagueness
from timeline.extraction.merging.likeness import CONTACTS, Company, Kinds, Places, Relation, compare_kinds
from timeline.extraction.records import EventKind

# What the same parties hardly do twice within a month.
RARE = frozenset(
    {
        EventKind.AGREEMENT,
        EventKind.APPOINTMENT,
        EventKind.CONFERENCE,
        EventKind.EXCHANGE,
        EventKind.RUPTURE,
        EventKind.SUMMIT,
    }
)
# What one party does by itself, so that it need not be named with another to be recognised.
ONE_SIDED = frozenset({EventKind.APPOINTMENT, EventKind.CONFLICT, EventKind.RUPTURE})
# What a person hardly does twice within a month.
SELDOM = RARE | {EventKind.TENURE, EventKind.VISIT}
# What one party hardly does twice within a year.
UNDONE_FOR_LONG = frozenset({EventKind.RUPTURE})
# What somebody does once a day at most; meetings they may have many.
ONCE_A_DAY = RARE | ONE_SIDED | {EventKind.CALL, EventKind.NEGOTIATION, EventKind.SANCTION, EventKind.VISIT}
MADE_AT_MEETINGS = CONTACTS | {EventKind.AGREEMENT, EventKind.STATEMENT}
# What may last: a time within it can be told for the whole.
LASTING = frozenset({EventKind.CONFLICT, EventKind.NEGOTIATION})
IN_OFFICE = frozenset({EventKind.APPOINTMENT, EventKind.TENURE})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two claims are, each thing by its grade."""

    dates: DateLikeness
    kinds: Kinds
    company: Company
    places: Places
    kind: EventKind
    other_kind: EventKind

    @property
    def all_of_one(self) -> bool:
        """Whether everyone whom one of them names is named by the other too."""
        return self.company.relation >= Relation.CONTAINED

    @property
    def places_allow(self) -> bool:
        return self.places is not Places.APART

    @property
    def rare(self) -> bool:
        return self.kind_is(RARE)

    @property
    def kind_unknown(self) -> bool:
        """Whether neither has a kind."""
        return self.kind is EventKind.OTHER is self.other_kind

    @property
    def made_there(self) -> bool:
        """A meeting and what was agreed or declared; not a call, which takes the place of a meeting."""
        return self.kinds is Kinds.OCCASION and {self.kind, self.other_kind} <= MADE_AT_MEETINGS

    def kind_is(self, kinds: frozenset[EventKind]) -> bool:
        """Whether both are of one kind, one of these."""
        return self.kinds is Kinds.SAME and self.kind in kinds


Rule = Callable[[Likeness], bool]


def same_kind(one: EventKind, other: EventKind) -> bool:
    """Whether two articles may call one happening so. A deed of no kind in the lexicon may be of any."""
    return compare_kinds(one, other) >= Kinds.RELATED


def bonded(likeness: Likeness) -> bool:
    """Whether two claims can be of one happening as far as they go by themselves."""
    rules = RULES[likeness.dates.vagueness]
    return likeness.dates.together is not None and any(rule(likeness) for rule in rules)


def excluded(likeness: Likeness, *, belongs: bool) -> bool:
    """Whether two claims cannot be of one happening. `belongs`: everyone whom the one names is known to take part in
    the other's by what further articles say."""
    if likeness.kinds is Kinds.APART:
        return True
    if likeness.places is Places.APART and not same_but_place(likeness):
        return True
    company = likeness.company
    if belongs or company.relation >= Relation.CONTAINED or company.relation is Relation.UNNAMED:
        return False
    return company.sides < 2


# -- dated to the day -----------------------------------------------------------------------------------------------


def same_company(likeness: Likeness) -> bool:
    """Everyone on one side is on the other, and more than one of them."""
    return (
        likeness.kinds >= Kinds.RELATED
        and likeness.all_of_one
        and likeness.company.sides >= 2
        and likeness.places_allow
    )


def same_alone(likeness: Likeness) -> bool:
    """Both name the same actor and nobody else, on the same day. A state does much in a day: where its kind is unknown,
    or only one who speaks for it is named, the place or a rare kind must tell."""
    if likeness.company.relation is not Relation.SAME or likeness.dates.grade is not Dates.SAME:
        return False
    sure = likeness.company.telling > 0 or EventKind.OTHER not in (likeness.kind, likeness.other_kind)
    if likeness.company.by_standing or likeness.kind_unknown or not sure:
        return likeness.kinds >= Kinds.RELATED and (
            likeness.places is Places.SAME or likeness.rare or likeness.kind_is(ONE_SIDED)
        )
    return likeness.kinds >= Kinds.RELATED and likeness.places_allow


def one_of_them_there(likeness: Likeness) -> bool:
    """One names fewer people, at the same place."""
    return likeness.kinds >= Kinds.RELATED and likeness.all_of_one and likeness.places is Places.SAME


def one_of_them_that_day(likeness: Likeness) -> bool:
    """One names fewer people: a person, or a state in what states do not do many times a day."""
    if not likeness.all_of_one or likeness.dates.grade is not Dates.SAME or not likeness.places_allow:
        return False
    if likeness.company.telling > 0:
        return likeness.kinds >= Kinds.RELATED
    return likeness.kind_is(ONCE_A_DAY)


def partly_named(likeness: Likeness) -> bool:
    """Each names others besides two or more that both name: the subsets of a large gathering."""
    return (
        likeness.kinds >= Kinds.RELATED
        and likeness.company.in_person >= 2
        and likeness.places_allow
        and (likeness.places is Places.SAME or likeness.kinds is Kinds.SAME)
    )


def nobody_named_there(likeness: Likeness) -> bool:
    """One names nobody, but the same kind of event at the same place."""
    return (
        likeness.company.relation is Relation.UNNAMED
        and likeness.kinds >= Kinds.OCCASION
        and likeness.places is Places.SAME
    )


def same_but_place(likeness: Likeness) -> bool:
    """Two people are in one place at a time: who agrees on all else means one event and differs on the place."""
    return (
        likeness.kinds is Kinds.SAME
        and likeness.company.relation is Relation.SAME
        and likeness.company.telling >= 2
        and likeness.dates.grade is Dates.SAME
        and likeness.dates.vagueness is Vagueness.OCCASION
        and likeness.places is Places.APART
    )


# -- dated to the month ---------------------------------------------------------------------------------------------


def one_of_them_in_month(likeness: Likeness) -> bool:
    """One names fewer people, in a rare kind of event; states have many of these too."""
    return likeness.rare and likeness.all_of_one and likeness.company.telling > 0 and likeness.places_allow


def one_of_them_there_in_month(likeness: Likeness) -> bool:
    return likeness.kinds is Kinds.SAME and likeness.all_of_one and likeness.places is Places.SAME


def partly_named_in_month(likeness: Likeness) -> bool:
    return likeness.kinds is Kinds.SAME and likeness.company.in_person >= 2 and likeness.places is Places.SAME


def alone_in_month(likeness: Likeness) -> bool:
    """Both name the same actor and nobody else: the place must tell, or a kind that is rare enough for that."""
    if likeness.kinds < Kinds.RELATED or likeness.company.relation is not Relation.SAME:
        return False
    if likeness.places is Places.SAME:
        return True
    telling = likeness.kind_is(ONE_SIDED) or (likeness.kind_is(SELDOM) and likeness.company.telling > 0)
    return telling and likeness.places_allow


def made_there_in_month(likeness: Likeness) -> bool:
    """An agreement, and the meeting of the same people in that month."""
    if not likeness.made_there or not likeness.all_of_one or likeness.company.sides < 2:
        return False
    return likeness.places is Places.SAME or (likeness.company.in_person >= 2 and likeness.places_allow)


# -- dated to the year or less --------------------------------------------------------------------------------------


def company_in_year(likeness: Likeness) -> bool:
    return same_company(likeness) and likeness.company.in_person >= 2


def standing_in_year(likeness: Likeness) -> bool:
    """A state and the person who speaks for it: its officials meet somebody every month, so that kind and place must
    agree, or the kind be a rare one."""
    if likeness.kinds is not Kinds.SAME or not likeness.all_of_one or likeness.company.sides < 2:
        return False
    return likeness.places is Places.SAME or (likeness.rare and likeness.places_allow)


def one_of_them_there_in_year(likeness: Likeness) -> bool:
    return likeness.rare and likeness.all_of_one and likeness.places is Places.SAME


def alone_in_year(likeness: Likeness) -> bool:
    if likeness.kinds is not Kinds.SAME or likeness.company.relation is not Relation.SAME:
        return False
    if likeness.places is Places.SAME:
        return True
    kinds = UNDONE_FOR_LONG if likeness.company.by_standing else UNDONE_FOR_LONG | {EventKind.APPOINTMENT}
    return likeness.kind_is(kinds) and likeness.places_allow


def made_there_in_year(likeness: Likeness) -> bool:
    return likeness.company.in_person >= 2 and likeness.places is Places.SAME and made_there_in_month(likeness)


# -- a stretch of time ----------------------------------------------------------------------------------------------


def same_stretch(likeness: Likeness) -> bool:
    """Both give the same stretch: its two ends are as telling as a day."""
    return (
        likeness.dates.grade is Dates.SAME
        and likeness.kinds >= Kinds.RELATED
        and (likeness.all_of_one or likeness.company.in_person >= 2)
        and likeness.places_allow
    )


def same_beginning(likeness: Likeness) -> bool:
    """One gives the stretch, the other its beginning, or both in other words."""
    return (
        likeness.dates.grade >= Dates.BEGINNING
        and likeness.kinds is Kinds.SAME
        and likeness.all_of_one
        and likeness.places_allow
    )


def company_in_stretch(likeness: Likeness) -> bool:
    return likeness.dates.grade >= Dates.BEGINNING and same_company(likeness)


def during_what_lasts(likeness: Likeness) -> bool:
    """Talks « de mars à novembre 2013 » and « en 2012 et 2013 », between the same parties at the same place."""
    return (
        likeness.kinds >= Kinds.RELATED
        and bool({likeness.kind, likeness.other_kind} & LASTING)
        and likeness.all_of_one
        and likeness.company.sides >= 2
        and likeness.places is Places.SAME
    )


def taking_office(likeness: Likeness) -> bool:
    """« nommé en mars 2021 », « en poste depuis mars 2021 »."""
    return (
        likeness.dates.grade is Dates.BEGINNING
        and likeness.kinds >= Kinds.RELATED
        and likeness.kind in IN_OFFICE
        and likeness.company.relation is Relation.SAME
    )


_OF_DAYS: tuple[Rule, ...] = (
    same_company,
    same_alone,
    one_of_them_there,
    one_of_them_that_day,
    partly_named,
    nobody_named_there,
    same_but_place,
)
_OF_MONTHS: tuple[Rule, ...] = (
    same_company,
    one_of_them_in_month,
    one_of_them_there_in_month,
    partly_named_in_month,
    alone_in_month,
    made_there_in_month,
    nobody_named_there,
)
_OF_YEARS: tuple[Rule, ...] = (
    company_in_year,
    standing_in_year,
    one_of_them_there_in_year,
    alone_in_year,
    made_there_in_year,
)
_OF_STRETCHES: tuple[Rule, ...] = (same_stretch, same_beginning, company_in_stretch, during_what_lasts, taking_office)
RULES = {
    Vagueness.OCCASION: _OF_DAYS,
    Vagueness.SET: _OF_DAYS,
    Vagueness.MONTH: _OF_MONTHS,
    Vagueness.SEASON: _OF_YEARS,
    Vagueness.YEAR: _OF_YEARS,
    Vagueness.DECADE: _OF_YEARS,
    Vagueness.STATE: _OF_STRETCHES,
}
