"""Which actors may be one under two names, and why."""

from __future__ import annotations

import pytest

from timeline.extraction.merging.namesakes import Bearer, Likeness, Suggestion, suggestions
from timeline.extraction.records import ActorKind


def person(name: str, *, known: bool = False, company: str = "") -> Bearer:
    return Bearer(name, ActorKind.PERSON, (name,), known, frozenset(company.split()))


def body(name: str) -> Bearer:
    return Bearer(name, ActorKind.ORGANISATION, (name,))


def suggested(*bearers: Bearer, together: tuple[tuple[str, str], ...] = ()) -> Suggestion | None:
    found = suggestions(bearers, together)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Sergueï Riabkov", "Sergei Ryabkov", Likeness.SAME_SOUND),
        ("Ban Ki-moon", "Ki-moon Ban", Likeness.OTHER_ORDER),
        ("George Bush", "George Walker Bush", Likeness.FULLER),
        ("S. Riabkov", "Sergei Ryabkov", Likeness.INITIALS),
        ("J. F. Kennedy", "John Fitzgerald Kennedy", Likeness.INITIALS),
        ("Alex Stubb", "Alexander Stubb", Likeness.SHORT_FORM),
        ("Dag Hammarskjöld", "Dag Hammarskjoeld", Likeness.SPELLED_ALIKE),
    ],
)
def test_two_names_of_one_person_are_suggested_with_what_speaks_for_it(one: str, other: str, likeness) -> None:
    found = suggested(person(one), person(other))
    assert found is not None
    assert found.likeness is likeness
    assert set(found.names) == {one, other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kerry", "Bob Kerrey"),
        ("George Bush", "Jeb Bush"),
        ("William Burns", "Nicholas Burns"),
        ("Kim Jong-il", "Kim Jong-un"),
        ("Riabkov", "Sergei Ryabkov"),
    ],
)
def test_two_persons_are_not_suggested(one: str, other: str) -> None:
    assert suggested(person(one), person(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("OTAN", "Organisation du traité de l’Atlantique nord", Likeness.ACRONYM),
        ("Conseil de sécurité", "Conseil de sécurité des Nations unies", Likeness.FULLER),
    ],
)
def test_two_names_of_one_body_are_suggested(one: str, other: str, likeness) -> None:
    found = suggested(body(one), body(other))
    assert found is not None
    assert found.likeness is likeness


def test_surname_alone_is_suggested_where_both_met_the_same_people() -> None:
    found = suggested(person("Riabkov", company="sherman nuland"), person("Sergei Ryabkov", company="sherman nuland"))
    assert found is not None
    assert (found.likeness, found.company) == (Likeness.SURNAME_ALONE, ("nuland", "sherman"))


def test_company_makes_a_suggestion_likelier() -> None:
    alone = suggested(person("S. Riabkov"), person("Sergei Ryabkov"))
    met = suggested(person("S. Riabkov", company="sherman"), person("Sergei Ryabkov", company="sherman"))
    assert alone is not None
    assert met is not None
    assert met.score > alone.score


def test_whom_one_passage_names_side_by_side_are_two() -> None:
    pair = person("George Bush"), person("George Walker Bush")
    assert suggested(*pair, together=(("George Walker Bush", "George Bush"),)) is None


def test_whom_the_knowledge_files_tell_apart_are_two() -> None:
    assert suggested(person("George Bush", known=True), person("George Walker Bush", known=True)) is None


def test_person_and_organisation_are_never_one() -> None:
    assert suggested(person("Ban Ki-moon"), body("Ban Ki-moon")) is None


def test_order_of_the_actors_does_not_matter() -> None:
    actors = [person("S. Riabkov"), person("Sergei Ryabkov"), person("Sergueï Riabkov"), body("OTAN")]
    assert suggestions(actors) == suggestions(reversed(actors))
