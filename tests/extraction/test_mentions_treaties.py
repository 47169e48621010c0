"""Treaties and talks by name, with those who are parties to them."""

import pytest

from tests.one_article import mentions_in

BOSNIA = ["Bosnia and Herzegovina", "Croatia", "Yugoslavia"]


def treaties_in(text, language="fr", published=None):
    return {m.text: [actor.name for actor in m.parties] for m in mentions_in(text, language, published) if m.parties}


@pytest.mark.parametrize(
    ("text", "language", "words", "parties"),
    [
        pytest.param(
            "Les accords de paix de Dayton tiennent.", "fr", "accords de paix de Dayton", BOSNIA, id="accords de paix"
        ),
        pytest.param("The Dayton peace agreement holds.", "en", "Dayton peace agreement", BOSNIA, id="before accord"),
        pytest.param(
            "L’accord du Vendredi saint a vingt ans.",
            "fr",
            "accord du Vendredi saint",
            ["United Kingdom of Great Britain and Northern Ireland", "Ireland"],
            id="name of its own",
        ),
        pytest.param(
            "Le traité FNI interdisait ces missiles.",
            "fr",
            "traité FNI",
            ["United States of America", "Soviet Union"],
            id="parties as of its date",
        ),
        pytest.param(
            "The Normandy Format has not met since.",
            "en",
            "Normandy Format",
            ["France", "Germany", "Ukraine", "Russian Federation"],
            id="standing talks",
        ),
        pytest.param(
            "Les accords d’Évian mettent fin à la guerre.",
            "fr",
            "accords d’Évian",
            ["France", "Provisional Government of the Algerian Republic"],
            id="a state and a movement",
        ),
        pytest.param(
            "The Treaty of Rome was revised.",
            "en",
            "Treaty of Rome",
            ["France", "Germany", "Italy", "Belgium", "Netherlands", "Luxembourg"],
            id="Treaty of",
        ),
    ],
)
def test_a_treaty_names_its_parties(text, language, words, parties):
    found = treaties_in(text, language)
    assert found == {words: parties}


def test_a_treaty_is_no_actor():
    (mention,) = mentions_in("Les accords de Dayton tiennent.")
    assert mention.actors == ()
    assert mention.place is None


def test_where_an_accord_was_signed_is_no_name_of_it():
    (town,) = mentions_in("They signed the accord in Cartagena.", "en")
    assert town.as_place


@pytest.mark.parametrize("text", ["Il est né à Oslo.", "Dayton est une ville.", "Il a quitté Oslo."])
def test_a_town_alone_is_no_treaty(text):
    assert treaties_in(text) == {}


def test_talks_are_held_in_the_town_of_their_name():
    (mention,) = [m for m in mentions_in("La conférence de Yalta s’achève.") if m.parties]
    assert mention.place.name == "Yalta"
    assert mention.as_place


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("En 1975, l’accord d’Alger fixe la frontière.", ["Iran (Islamic Republic of)", "Iraq"], id="1975"),
        pytest.param("L’accord d’Alger est signé le 12 décembre 2000.", ["Ethiopia", "Eritrea"], id="2000"),
    ],
)
def test_the_year_tells_which_of_several_is_meant(text, parties):
    assert list(treaties_in(text).values()) == [parties]


def test_otherwise_the_parties_that_the_article_names_tell_it():
    text = "L’Éthiopie et l’Érythrée s’opposent.\n\nL’accord d’Alger n’est pas appliqué."
    assert treaties_in(text) == {"accord d’Alger": ["Ethiopia", "Eritrea"]}


def test_two_possible_treaties_stay_open():
    assert treaties_in("L’accord d’Alger n’est pas appliqué.") == {}


def test_no_treaty_is_named_before_it_was_signed():
    assert treaties_in("Le traité Start limite les ogives.", published="1995-03-02") == {
        "traité Start": ["United States of America", "Soviet Union"]
    }
