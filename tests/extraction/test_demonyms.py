"""« français » stands for France with those who act for a state, not with anyone who happens to be of it."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def published(text, language):
    claims = extract(article(text, language, "1995-06-15"), load_knowledge())
    return [claim for claim in claims if not claim.refusal]


PRIVATE = [
    pytest.param("fr", "Un alpiniste italien s'est rendu à Lhassa le 4 mai 1985.", id="a climber"),
    pytest.param("fr", "Un chanteur brésilien a rencontré un peintre le 4 mai 1985.", id="a singer"),
    pytest.param("fr", "Une brasserie danoise a signé un accord le 4 mai 1985.", id="a firm"),
    pytest.param("en", "A Swedish painter visited Moscow on 4 May 1985.", id="a painter"),
    pytest.param("en", "A Brazilian pianist met a fan on 4 May 1985.", id="a pianist"),
]


@pytest.mark.parametrize(("language", "text"), PRIVATE)
def test_somebody_private_stands_for_no_state(language, text):
    assert published(text, language) == []


PUBLIC = [
    pytest.param("fr", "Une délégation danoise a signé un accord le 4 mai 1985.", "state:DK", id="a delegation"),
    pytest.param("fr", "Des navires chinois ont attaqué un îlot le 14 mars 1988.", "state:CN", id="ships"),
    pytest.param("fr", "Un sous-marin soviétique a été arraisonné le 27 octobre 1981.", "state:SU", id="a submarine"),
    pytest.param(
        "fr", "Des responsables chinois et japonais se sont rencontrés le 4 mai 1985.", "state:JP", id="joined"
    ),
    pytest.param("en", "Israeli jets bombed a reactor on 7 June 1981.", "state:IL", id="jets"),
]


@pytest.mark.parametrize(("language", "text", "state"), PUBLIC)
def test_who_acts_for_a_state_stands_for_it(language, text, state):
    (claim,) = published(text, language)
    assert state in {participant.actor.key for participant in claim.participants}


JUDGED = [
    pytest.param(
        "fr", "Un tribunal soviétique a condamné un pilote américain le 19 août 1960.", "incident", id="court"
    ),
    pytest.param("fr", "Un pilote a été condamné par la justice soviétique le 19 août 1960.", "incident", id="passive"),
    pytest.param("en", "A Soviet court convicted an American pilot on 19 August 1960.", "incident", id="in English"),
    pytest.param("fr", "La diplomatie soviétique a condamné le vol le 9 mai 1960.", "statement", id="in words"),
]


@pytest.mark.parametrize(("language", "text", "kind"), JUDGED)
def test_what_a_court_condemns_is_no_statement(language, text, kind):
    assert [claim.kind for claim in published(text, language)] == [kind]
