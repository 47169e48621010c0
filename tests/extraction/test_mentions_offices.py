"""Offices, and who is meant by them."""

import pytest

from tests.one_article import mentions_in, named


def office_of(mention):
    office = mention.office
    return office.role, office.of.key if office.of else "", office.to.key if office.to else ""


@pytest.mark.parametrize(
    ("text", "language", "words", "name", "office"),
    [
        pytest.param(
            "Le directeur de la CIA George Tenet est là.",
            "fr",
            "directeur de la CIA",
            "George Tenet",
            ("director", "organisation:cia", ""),
            id="before the name",
        ),
        pytest.param(
            "Javier Solana, le très discret chef de la diplomatie européenne, attend.",
            "fr",
            "chef de la diplomatie européenne",
            "Javier Solana",
            ("high_representative", "organisation:eu", ""),
            id="after the name",
        ),
        pytest.param(
            "Le ministre russe des Affaires étrangères Sergueï Lavrov attend.",
            "fr",
            "ministre russe des Affaires étrangères",
            "Sergei Lavrov",
            ("foreign_minister", "state:RU", ""),
            id="nationality inside",
        ),
        pytest.param(
            "Le secrétaire d’État James Baker attend.",
            "fr",
            "secrétaire d’État",
            "James Baker",
            ("secretary_of_state", "state:US", ""),
            id="secretary of state",
        ),
        pytest.param(
            "William Burns, ambassadeur des États-Unis en Russie, attend.",
            "fr",
            "ambassadeur des États-Unis en Russie",
            "William Burns",
            ("ambassador", "state:US", "state:RU"),
            id="ambassador",
        ),
        pytest.param(
            "The Russian foreign minister, Sergei Lavrov, waits.",
            "en",
            "Russian foreign minister",
            "Sergei Lavrov",
            ("foreign_minister", "state:RU", ""),
            id="English, before",
        ),
        pytest.param(
            "Yesterday CIA director George Tenet spoke.",
            "en",
            "CIA director",
            "George Tenet",
            ("director", "organisation:cia", ""),
            id="English, agency before",
        ),
        pytest.param(
            "The adviser came with Kofi Annan, the secretary-general of the United Nations.",
            "en",
            "secretary-general of the United Nations",
            "Kofi Annan",
            ("secretary_general", "organisation:un", ""),
            id="English, after",
        ),
    ],
)
def test_an_office_beside_a_name_is_that_persons(text, language, words, name, office):
    found = mentions_in(text, language)
    (phrase,) = [mention for mention in found if mention.text == words]
    assert [actor.name for actor in phrase.actors] == [name]
    assert office_of(phrase) == office
    (person,) = [mention for mention in found if mention.office and mention is not phrase]
    assert person.office == phrase.office
    assert person.actors == phrase.actors


def test_the_office_alone_means_its_bearer_in_the_document():
    text = "Le chef de la CIA George Tenet est à Amman. Le patron de la CIA doit voir le roi."
    assert named(mentions_in(text))["patron de la CIA"] == ["George Tenet"]


def test_the_agency_is_the_organisation_of_an_office_before():
    text = "Le directeur de la CIA George Tenet est à Amman. La visite du patron de l’agence américaine surprend."
    assert named(mentions_in(text))["patron de l’agence américaine"] == ["George Tenet"]


@pytest.mark.parametrize(
    ("text", "language", "published", "words", "name"),
    [
        pytest.param(
            "Il a vu le chef du Conseil de sécurité russe.",
            "fr",
            "2021-11",
            "chef du Conseil de sécurité russe",
            "Nikolai Patrushev",
            id="organisation, month",
        ),
        pytest.param(
            "Le président égyptien parle.", "fr", "1977-11-20", "président égyptien", "Anwar Sadat", id="state"
        ),
        pytest.param("Le chef du Kremlin dément.", "fr", "1994-12-01", "chef du Kremlin", "Boris Yeltsin", id="seat"),
        pytest.param(
            "Le locataire de la Maison-Blanche hésite.",
            "fr",
            "1978-09-10",
            "locataire de la Maison-Blanche",
            "Jimmy Carter",
            id="tenant",
        ),
        pytest.param(
            "The Russian leader left.", "en", "2010-04-09", "Russian leader", "Dmitry Medvedev", id="English leader"
        ),
        pytest.param(
            "En 1979, le président égyptien signe.",
            "fr",
            "2020-01-01",
            "président égyptien",
            "Anwar Sadat",
            id="the year of the sentence goes before the publication",
        ),
    ],
)
def test_an_office_without_a_name_means_who_held_it_then(text, language, published, words, name):
    assert named(mentions_in(text, language, published))[words] == [name]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("Le président égyptien parle.", None, id="no date"),
        pytest.param("Le président américain parle.", "2021-01", id="two holders in the month"),
        pytest.param("L’ancien président égyptien parle.", "1977-11-20", id="former"),
    ],
)
def test_an_office_stays_open_where_more_than_one_may_be_meant(text, published):
    assert [m.actors for m in mentions_in(text, published=published) if m.office] == [()]


def test_the_counterpart_holds_the_same_office_elsewhere():
    text = "Le président russe Boris Eltsine et son homologue américain B. Clinton se sont vus."
    (phrase, name) = [m for m in mentions_in(text) if m.actors[0].name == "Bill Clinton"]
    assert office_of(phrase) == office_of(name) == ("president", "state:US", "")


def test_leaders_of_several_states_are_each_found():
    text = "The leaders of France, Germany and Russia met."
    assert named(mentions_in(text, "en", "2003-04-12"))["leaders of France, Germany and Russia"] == [
        "Jacques Chirac",
        "Gerhard Schröder",
        "Vladimir Putin",
    ]


def test_the_deputy_is_whoever_is_deputy_in_the_document():
    text = (
        "Le secrétaire d’État Colin Powell était absent. Richard Armitage était alors secrétaire d’État adjoint. "
        "Le ministre a été reçu par Colin Powell puis par son adjoint."
    )
    assert named(mentions_in(text))["adjoint"] == ["Richard Armitage"]


def test_what_somebody_becomes_is_said_of_the_subject():
    text = "George Tenet est diplomate. Il a été nommé directeur de la CIA en juillet 1997."
    assert named(mentions_in(text, published="2021-11-01"))["directeur de la CIA"] == ["George Tenet"]


def test_a_foreign_office_is_not_taken_for_the_person_before_the_comma():
    text = "Ils ont vu Vladimir Poutine, le président ukrainien et le chancelier."
    found = named(mentions_in(text, published="2019-12-10"))
    assert found["président ukrainien"] == ["Volodymyr Zelensky"]


def test_a_junior_minister_is_not_the_american_secretary():
    text = "Le secrétaire d’État à l’Europe attend."
    assert not [m for m in mentions_in(text, published="2021-06-01") if m.actors]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La présidente du Forum parle. Emmanuel Macron écoute.", id="du Forum"),
        pytest.param("Emmanuel Macron écoute. Le président de la région parle.", id="of a region"),
        pytest.param("Un signal a été envoyé par Emmanuel Macron.", id="a verb"),
    ],
)
def test_the_office_of_a_body_that_is_not_known_is_nobodys(text):
    assert [mention for mention in mentions_in(text) if mention.office] == []


def test_an_office_before_a_verb_is_not_the_person_before_the_comma():
    text = "Emmanuel Macron est à Brégançon. Selon Gabriel Attal, le président pourrait rentrer."
    assert named(mentions_in(text, published="2020-07-30"))["président"] == ["Emmanuel Macron"]


def test_who_speaks_for_a_ministry_or_a_head_of_state_speaks_for_the_state():
    text = (
        "Geng Shuang, un porte-parole du ministère chinois, parle. Ned Price, conseiller spécial de M. Obama, répond."
    )
    offices = {m.text: m.office.of.name for m in mentions_in(text) if m.office}
    assert offices["porte-parole du ministère chinois"] == "China"
    assert offices["conseiller spécial"] == "United States of America"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Shinzo Abe part. Le prochain Premier ministre du Japon attend.", "Premier ministre", id="to come"
        ),
        pytest.param(
            "Xi Jinping parle. La dirigeante chinoise de Huawei se tait.", "dirigeante chinoise", id="a woman"
        ),
        pytest.param(
            "Stephen Biegun parle. Le secrétaire d’État adjoint pour l’Asie se tait.",
            "secrétaire d’État adjoint",
            id="one of several",
        ),
    ],
)
def test_an_office_is_not_its_present_bearers_where_the_words_say_otherwise(text, words):
    assert named(mentions_in(text, published="2020-06-22")).get(words, []) == []


def test_who_is_only_recognised_as_president_is_not_the_president():
    text = (
        "Le président Nicolas Maduro est à Caracas. Juan Guaido, reconnu président par cinquante pays, se cache. "
        "Le président a parlé."
    )
    assert named(mentions_in(text, published="2020-06-22"))["président"] == ["Nicolás Maduro"]


def test_that_of_another_body_is_the_same_office_there():
    text = "Le secrétaire général de l’ONU et celui de l’Otan ont vu le chef de la Maison-Blanche et celui du Kremlin."
    offices = named(mentions_in(text, published="2021-06-17"))
    assert offices["celui de l’Otan"] == ["Jens Stoltenberg"]
    assert offices["celui du Kremlin"] == ["Vladimir Putin"]


def test_that_of_another_body_may_be_a_thing():
    text = "La Chine quitte son consulat. Les États-Unis quittent celui de la Chine."
    assert "celui de la Chine" not in named(mentions_in(text))
