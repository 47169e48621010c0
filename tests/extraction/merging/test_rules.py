"""Each rule by itself: a pair of claims that it joins, and one that it does not."""

import pytest

from tests.extraction.merging.claims import FRANCE, PARIS, REYKJAVIK, WASHINGTON, claim, organisation, person, state
from timeline.extraction.merging import occasions, rules
from timeline.extraction.merging.clusters import compare, date_of, face_of
from timeline.extraction.merging.dating import Vagueness, compare_dates
from timeline.extraction.merging.likeness import Circle
from timeline.extraction.records import EventKind, Office

REAGAN, GORBACHEV, SHULTZ = person("ronald-reagan"), person("mikhail-gorbachev"), person("george-shultz")
USA, USSR, ICELAND = state("US"), state("SU"), state("IS")
NATO = organisation("nato")
CIRCLE = Circle(
    {REAGAN.key: frozenset({USA.key}), SHULTZ.key: frozenset({USA.key}), GORBACHEV.key: frozenset({USSR.key})}
)
Kind = EventKind
DAY, MONTH, YEAR = "1986-10-11", "1986-10", "1986"


def likeness(one, other):
    return compare(face_of(one), face_of(other), compare_dates(date_of(one), date_of(other)), CIRCLE)


HOLDS = [
    (rules.same_company, claim(DAY, REAGAN, GORBACHEV), claim(DAY, REAGAN, GORBACHEV, SHULTZ)),
    (rules.same_company, claim(DAY, REAGAN, GORBACHEV), claim(DAY, USA, USSR, kind=Kind.SUMMIT)),
    (rules.same_alone, claim(DAY, REAGAN, kind=Kind.VISIT), claim(DAY, REAGAN, kind=Kind.MEETING)),
    (rules.same_alone, claim(DAY, USA, kind=Kind.RUPTURE), claim(DAY, REAGAN, kind=Kind.RUPTURE)),
    (rules.one_of_them_there, claim(DAY, USA, place=REYKJAVIK), claim(DAY, USA, USSR, place=REYKJAVIK)),
    (rules.one_of_them_that_day, claim(DAY, GORBACHEV), claim(DAY, REAGAN, GORBACHEV)),
    (rules.one_of_them_that_day, claim(DAY, USA, kind=Kind.SANCTION), claim(DAY, USA, USSR, kind=Kind.SANCTION)),
    (rules.partly_named, claim(DAY, REAGAN, GORBACHEV, SHULTZ), claim(DAY, REAGAN, GORBACHEV, NATO)),
    (rules.nobody_named_there, claim(DAY, place=REYKJAVIK), claim(DAY, REAGAN, GORBACHEV, place=REYKJAVIK)),
    (rules.same_but_place, claim(DAY, REAGAN, GORBACHEV, place=PARIS), claim(DAY, GORBACHEV, REAGAN, place=REYKJAVIK)),
    (rules.one_of_them_in_month, claim(MONTH, NATO, kind=Kind.SUMMIT), claim(DAY, NATO, USA, kind=Kind.SUMMIT)),
    (rules.one_of_them_there_in_month, claim(MONTH, USA, place=PARIS), claim(DAY, USA, USSR, place=PARIS)),
    (
        rules.partly_named_in_month,
        claim(MONTH, REAGAN, GORBACHEV, SHULTZ, place=PARIS),
        claim(DAY, REAGAN, GORBACHEV, NATO, place=PARIS),
    ),
    (rules.alone_in_month, claim(MONTH, USSR, kind=Kind.CONFLICT), claim(DAY, USSR, kind=Kind.CONFLICT)),
    (rules.alone_in_month, claim(MONTH, REAGAN, kind=Kind.VISIT), claim(DAY, REAGAN, kind=Kind.VISIT)),
    (
        rules.made_there_in_month,
        claim(MONTH, REAGAN, GORBACHEV, kind=Kind.AGREEMENT),
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT),
    ),
    (rules.company_in_year, claim(YEAR, REAGAN, GORBACHEV), claim(DAY, REAGAN, GORBACHEV)),
    (rules.standing_in_year, claim(YEAR, USA, USSR, place=PARIS), claim(DAY, REAGAN, GORBACHEV, place=PARIS)),
    (
        rules.one_of_them_there_in_year,
        claim(YEAR, USA, place=PARIS, kind=Kind.AGREEMENT),
        claim(DAY, USA, USSR, place=PARIS, kind=Kind.AGREEMENT),
    ),
    (rules.alone_in_year, claim(YEAR, USA, kind=Kind.RUPTURE), claim(DAY, USA, kind=Kind.RUPTURE)),
    (
        rules.made_there_in_year,
        claim(YEAR, REAGAN, GORBACHEV, kind=Kind.AGREEMENT, place=REYKJAVIK),
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT, place=REYKJAVIK),
    ),
    (
        rules.same_stretch,
        claim("1982-06/1983-12", USA, kind=Kind.NEGOTIATION),
        claim("1982-06/1983-12", USA, USSR, kind=Kind.MEETING),
    ),
    (
        rules.same_beginning,
        claim("1982-06-29/..", USA, USSR, kind=Kind.NEGOTIATION),
        claim("1982-06-29", USSR, kind=Kind.NEGOTIATION),
    ),
    (rules.company_in_stretch, claim("1982/1983", USA, USSR), claim("1982/1983-12", USA, USSR, kind=Kind.NEGOTIATION)),
    (
        rules.during_what_lasts,
        claim("1982/1983", USA, USSR, kind=Kind.NEGOTIATION, place=FRANCE),
        claim("1982-06/1982-12", USA, USSR, kind=Kind.NEGOTIATION, place=FRANCE),
    ),
    (
        rules.taking_office,
        claim("1982-07/..", SHULTZ, kind=Kind.TENURE),
        claim("1982-07-16", SHULTZ, kind=Kind.APPOINTMENT),
    ),
    (
        occasions.one_occasion,
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT),
        claim(DAY, GORBACHEV, REAGAN, kind=Kind.AGREEMENT),
    ),
    (occasions.days_of_one_occasion, claim("1986-10-11/1986-10-12", REAGAN, GORBACHEV), claim(DAY, GORBACHEV, REAGAN)),
    (
        occasions.contradiction,
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT, place=REYKJAVIK),
        claim("1986-10-12", GORBACHEV, REAGAN, kind=Kind.SUMMIT, place=REYKJAVIK),
    ),
    (
        occasions.contradiction,
        claim(DAY, USA, USSR, kind=Kind.AGREEMENT),
        claim("1986-10-12", GORBACHEV, REAGAN, kind=Kind.AGREEMENT),
    ),
]

FAILS = [
    pytest.param(rules.same_company, claim(DAY, REAGAN, USSR), claim(DAY, REAGAN, ICELAND), id="other counterpart"),
    pytest.param(
        rules.same_company,
        claim(DAY, REAGAN, GORBACHEV, place=PARIS),
        claim(DAY, REAGAN, GORBACHEV, place=REYKJAVIK),
        id="other city",
    ),
    pytest.param(rules.same_alone, claim(DAY, USA), claim(DAY, REAGAN), id="a state meets many in a day"),
    pytest.param(
        rules.same_alone,
        claim(DAY, USA, kind=Kind.OTHER),
        claim(DAY, USA, kind=Kind.OTHER),
        id="a state does much in a day",
    ),
    pytest.param(rules.one_of_them_there, claim(DAY, USA), claim(DAY, USA, USSR), id="place unknown"),
    pytest.param(
        rules.one_of_them_there,
        claim(DAY, USA, place=FRANCE),
        claim(DAY, USA, state("FR"), place=FRANCE),
        id="the host's country says no more than the host",
    ),
    pytest.param(rules.one_of_them_that_day, claim(DAY, USA), claim(DAY, USA, USSR), id="a state's meeting"),
    pytest.param(rules.partly_named, claim(DAY, USA, USSR, NATO), claim(DAY, USA, ICELAND), id="one in common"),
    pytest.param(
        rules.partly_named,
        claim(DAY, REAGAN, GORBACHEV, SHULTZ),
        claim(DAY, REAGAN, GORBACHEV, NATO, kind=Kind.OTHER),
        id="kind and place unsure",
    ),
    pytest.param(rules.nobody_named_there, claim(DAY), claim(DAY, REAGAN, place=REYKJAVIK), id="nobody nowhere"),
    pytest.param(
        rules.same_but_place, claim(DAY, USA, place=PARIS), claim(DAY, USA, place=REYKJAVIK), id="states are many"
    ),
    pytest.param(rules.one_of_them_in_month, claim(MONTH, USA), claim(DAY, USA, USSR), id="meetings are frequent"),
    pytest.param(
        rules.one_of_them_there_in_month,
        claim(MONTH, USA, place=PARIS, kind=Kind.OTHER),
        claim(DAY, USA, USSR, place=PARIS),
        id="no kind",
    ),
    pytest.param(
        rules.partly_named_in_month, claim(MONTH, REAGAN, USSR, NATO), claim(DAY, REAGAN, USSR), id="no place"
    ),
    pytest.param(
        rules.same_alone,
        claim(DAY, USA, kind=Kind.OTHER),
        claim(DAY, USA, kind=Kind.STATEMENT),
        id="what else a state did that day",
    ),
    pytest.param(
        rules.alone_in_month,
        claim(MONTH, REAGAN, kind=Kind.STATEMENT),
        claim(DAY, REAGAN, kind=Kind.STATEMENT),
        id="a person says much in a month",
    ),
    pytest.param(
        rules.alone_in_year,
        claim(YEAR, USA, kind=Kind.APPOINTMENT),
        claim(DAY, REAGAN, kind=Kind.APPOINTMENT),
        id="a state fills many posts",
    ),
    pytest.param(
        rules.alone_in_month,
        claim(MONTH, USA, kind=Kind.STATEMENT),
        claim(DAY, USA, kind=Kind.STATEMENT),
        id="statements are frequent",
    ),
    pytest.param(
        rules.made_there_in_month,
        claim(MONTH, REAGAN, GORBACHEV, kind=Kind.CALL),
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT),
        id="a call takes the place of a meeting",
    ),
    pytest.param(rules.company_in_year, claim(YEAR, USA, USSR), claim(DAY, REAGAN, GORBACHEV), id="by standing only"),
    pytest.param(
        rules.standing_in_year, claim(YEAR, USA, USSR), claim(DAY, REAGAN, GORBACHEV), id="neither place nor rare kind"
    ),
    pytest.param(
        rules.one_of_them_there_in_year, claim(YEAR, USA, place=PARIS), claim(DAY, USA, USSR, place=PARIS), id="usual"
    ),
    pytest.param(
        rules.alone_in_year,
        claim(YEAR, USSR, kind=Kind.CONFLICT),
        claim(DAY, USSR, kind=Kind.CONFLICT),
        id="a year has several battles",
    ),
    pytest.param(
        rules.made_there_in_year,
        claim(YEAR, REAGAN, GORBACHEV, kind=Kind.AGREEMENT),
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT),
        id="place unknown in a year",
    ),
    pytest.param(
        rules.same_stretch,
        claim("1982/1989", SHULTZ, kind=Kind.TENURE),
        claim("1982/1988", SHULTZ, kind=Kind.TENURE),
        id="other end",
    ),
    pytest.param(
        rules.same_beginning,
        claim("1982-06-29/..", USA, USSR, kind=Kind.NEGOTIATION),
        claim("1982-06-29", USA, USSR, kind=Kind.MEETING),
        id="talks and a meeting on their first day",
    ),
    pytest.param(
        rules.company_in_stretch,
        claim("1982/1983", USA, USSR),
        claim("1982-11-15", USA, USSR),
        id="a meeting within a stretch of meetings",
    ),
    pytest.param(
        rules.during_what_lasts,
        claim("1982/1983", USA, USSR, kind=Kind.NEGOTIATION),
        claim("1982-11-15", USA, USSR, kind=Kind.NEGOTIATION),
        id="where is unknown",
    ),
    pytest.param(
        rules.taking_office,
        claim("1982-07/..", SHULTZ, kind=Kind.TENURE),
        claim("1983-07-16", SHULTZ, kind=Kind.APPOINTMENT),
        id="another year",
    ),
    pytest.param(
        occasions.one_occasion,
        claim(DAY, REAGAN, GORBACHEV, kind=Kind.SUMMIT),
        claim("1986-10-12", GORBACHEV, REAGAN, kind=Kind.AGREEMENT),
        id="the day after",
    ),
    pytest.param(
        occasions.days_of_one_occasion,
        claim("1986-10-11/1986-10-12", REAGAN, GORBACHEV),
        claim(DAY, SHULTZ, GORBACHEV),
        id="others within the span",
    ),
    pytest.param(
        occasions.contradiction,
        claim(DAY, REAGAN, GORBACHEV, place=REYKJAVIK),
        claim("1986-10-12", GORBACHEV, REAGAN, place=REYKJAVIK),
        id="they can meet on two days",
    ),
    pytest.param(
        occasions.contradiction,
        claim(DAY, REAGAN, kind=Kind.SUMMIT, place=PARIS),
        claim("1986-10-14", REAGAN, kind=Kind.SUMMIT, place=PARIS),
        id="three days apart",
    ),
]


@pytest.mark.parametrize(("rule", "one", "other"), HOLDS, ids=lambda value: getattr(value, "__name__", ""))
def test_rule_joins(rule, one, other):
    assert rule(likeness(one, other))
    assert rule(likeness(other, one))


@pytest.mark.parametrize(("rule", "one", "other"), FAILS)
def test_rule_keeps_apart(rule, one, other):
    assert not rule(likeness(one, other))
    assert not rule(likeness(other, one))


def test_every_rule_is_tried():
    tried = {rule for rule, _one, _other in HOLDS} & {case.values[0] for case in FAILS}
    of_claims = {rule for level in Vagueness for rule in rules.RULES[level]}
    of_groups = {occasions.one_occasion, occasions.days_of_one_occasion, occasions.contradiction}
    assert of_claims | of_groups == tried


def test_offices_of_two_states_are_two():
    of_usa = claim("1982/1989", SHULTZ, kind=Kind.TENURE, office=Office("foreign_minister", of=USA))
    of_ussr = claim("1982/1989", SHULTZ, kind=Kind.TENURE, office=Office("secretary_of_state", of=USSR))
    assert rules.excluded(likeness(of_usa, of_ussr), belongs=False)
    assert not rules.excluded(likeness(of_usa, claim("1982/1989", SHULTZ, kind=Kind.TENURE)), belongs=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(claim(DAY, USA, USSR), claim(DAY, USA, ICELAND), id="each with another"),
        pytest.param(claim(DAY, USA, USSR), claim(DAY, NATO, ICELAND), id="nobody in common"),
        pytest.param(claim(DAY, USA, kind=Kind.CALL), claim(DAY, USA, kind=Kind.CONFLICT), id="other kind"),
        pytest.param(claim(DAY, USA, place=PARIS), claim(DAY, USA, place=WASHINGTON), id="other city"),
    ],
)
def test_what_cannot_be_one_is_excluded(one, other):
    assert rules.excluded(likeness(one, other), belongs=False)


def test_two_of_a_larger_company_need_not_know_each_other():
    seen = likeness(claim(DAY, REAGAN), claim(DAY, GORBACHEV))
    assert rules.excluded(seen, belongs=False)
    assert not rules.excluded(seen, belongs=True)
