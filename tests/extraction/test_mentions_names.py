"""Who and where is named by a full name."""

import pytest

from tests.one_article import mentions_in, named


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        pytest.param("Vladimir Poutine est arrivé.", "fr", "Vladimir Putin", id="French spelling"),
        pytest.param("Le soir, Nikita Khrouchtchev parle.", "fr", "Nikita Khrushchev", id="Khrouchtchev"),
        pytest.param("Sergueï Lavrov a parlé.", "fr", "Sergei Lavrov", id="Sergueï"),
        pytest.param("Yesterday Sergey Lavrov spoke.", "en", "Sergei Lavrov", id="Sergey"),
        pytest.param("Then Volodymyr Zelenskyy spoke.", "en", "Volodymyr Zelensky", id="Zelenskyy"),
        pytest.param("Anouar el-Sadate s’est rendu à Jérusalem.", "fr", "Anwar Sadat", id="Sadate"),
        pytest.param("Kim Jong-un a traversé la ligne.", "fr", "Kim Jong Un", id="Kim Jong-un"),
        pytest.param("Mouammar Kadhafi a pris la parole.", "fr", "Muammar Gaddafi", id="Kadhafi"),
    ],
)
def test_every_spelling_of_a_known_person_gives_the_english_name(text, language, name):
    (person,) = [m for m in mentions_in(text, language) if m.actors and m.actors[0].kind == "person"]
    assert [actor.name for actor in person.actors] == [name]
    assert person.actors[0].known


@pytest.mark.parametrize(
    ("text", "language", "words", "name"),
    [
        pytest.param("Les Etats-Unis hésitent.", "fr", "Etats-Unis", "United States of America", id="Etats-Unis"),
        pytest.param("Back in the U.S. he wrote.", "en", "U.S.", "United States of America", id="U.S."),
        pytest.param(
            "La Corée du Nord refuse.", "fr", "Corée du Nord", "Korea (Democratic People's Republic of)", id="KP"
        ),
        pytest.param("L’URSS a cédé.", "fr", "URSS", "Soviet Union", id="URSS"),
        pytest.param("The Iranians left.", "en", "Iranians", "Iran (Islamic Republic of)", id="Iranians"),
        pytest.param("Le Kremlin dément.", "fr", "Kremlin", "Russian Federation", id="Kremlin"),
        pytest.param("L’Élysée confirme.", "fr", "Élysée", "France", id="Élysée"),
        pytest.param("Selon l’Otan, rien.", "fr", "Otan", "NATO", id="Otan"),
        pytest.param("L’AIEA inspecte.", "fr", "AIEA", "International Atomic Energy Agency", id="AIEA"),
    ],
)
def test_states_and_organisations_have_one_name_in_both_languages(text, language, words, name):
    assert named(mentions_in(text, language))[words] == [name]


def test_a_compound_adjective_means_both_states():
    assert named(mentions_in("Le sommet russo-américain commence."))["russo-américain"] == [
        "Russian Federation",
        "United States of America",
    ]


def test_us_in_small_letters_is_a_pronoun():
    assert mentions_in("He told us everything.", "en") == []


@pytest.mark.parametrize(
    ("text", "language", "as_place"),
    [
        pytest.param("Nixon est arrivé à Moscou.", "fr", True, id="à Moscou"),
        pytest.param("Nixon s’est rendu en Russie.", "fr", True, id="en Russie"),
        pytest.param("Brejnev s’est rendu aux États-Unis.", "fr", True, id="aux États-Unis"),
        pytest.param("Moscou accuse l’Occident.", "fr", False, id="Moscou accuse"),
        pytest.param("Ils reprochent à la Russie son silence.", "fr", False, id="reprocher à"),
        pytest.param("They met in Moscow.", "en", True, id="in Moscow"),
        pytest.param("Moscow accuses the West.", "en", False, id="Moscow accuses"),
        pytest.param("Nixon travelled to Moscow.", "en", True, id="travelled to Moscow"),
    ],
)
def test_a_preposition_makes_a_place_and_the_bare_name_a_party(text, language, as_place):
    (mention,) = [m for m in mentions_in(text, language) if m.place]
    assert mention.as_place is as_place
    assert mention.actors
    assert mention.place.known


@pytest.mark.parametrize(
    ("text", "as_place"),
    [
        ("Adenauer a prié dans la cathédrale de Cologne.", True),
        ("Ils ont dîné au château de Cologne.", True),
        ("Ils ont loué le château de Cologne.", False),
    ],
)
def test_what_happens_in_a_building_happens_in_its_town(text, as_place):
    (town,) = [m for m in mentions_in(text) if m.place]
    assert (town.place.name, town.as_place) == ("Cologne", as_place)


def test_a_city_that_is_no_capital_is_only_a_place():
    (geneva,) = mentions_in("La conférence s’ouvre à Genève.")
    assert (geneva.place.key, geneva.place.name, geneva.place.country) == ("city:2660646", "Geneva", "CH")
    assert geneva.as_place
    assert geneva.actors == ()


def test_an_article_of_a_town_may_merge_with_the_preposition():
    (cairo,) = [m for m in mentions_in("Sadate rentre au Caire.") if m.place]
    assert (cairo.place.name, cairo.as_place) == ("Cairo", True)


def test_someone_unknown_is_named_as_the_article_does():
    (person,) = mentions_in("Marguerite Delahaye-Brun préside la séance.")
    (actor,) = person.actors
    assert (actor.name, actor.known) == ("Marguerite Delahaye-Brun", False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Le blessé est à l’hôpital Charles de Gaulle.", "fr", id="hospital"),
        pytest.param("Le porte-avions Charles de Gaulle appareille.", "fr", id="ship"),
        pytest.param("He lay in George Washington University Hospital.", "en", id="English hospital"),
        pytest.param("Une maison blanche se voit de loin.", "fr", id="a white house"),
    ],
)
def test_things_named_after_persons_are_nobody(text, language):
    assert not [m for m in mentions_in(text, language) if m.actors]


def test_two_states_may_have_one_name():
    assert named(mentions_in("Les deux Corées se parlent."))["deux Corées"] == [
        "Korea (Republic of)",
        "Korea (Democratic People's Republic of)",
    ]


def test_the_town_of_an_agreement_is_neither_party_nor_place():
    assert not [m for m in mentions_in("Les accords d’Oslo tiennent encore.") if m.actors or m.as_place]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        pytest.param("L’ambassade américaine à Kaboul ferme.", "fr", "ambassade américaine à Kaboul", id="French"),
        pytest.param("The American embassy in Kabul closes.", "en", "American embassy in Kabul", id="English"),
    ],
)
def test_an_embassy_acts_for_the_state_that_sent_it(text, language, words):
    (embassy,) = mentions_in(text, language)
    assert (embassy.text, [actor.key for actor in embassy.actors]) == (words, ["state:US"])
    assert (embassy.place.name, embassy.as_place) == ("Kabul", False)


@pytest.mark.parametrize(
    ("text", "language"),
    [("L’administration Reagan hésite.", "fr"), ("The Reagan administration hesitates.", "en")],
    ids=["French", "English"],
)
def test_a_government_named_after_its_head_is_the_state(text, language):
    (government,) = mentions_in(text, language)
    assert [actor.key for actor in government.actors] == ["state:US"]


def test_news_agencies_are_no_actors():
    assert mentions_in("Selon l’AFP et TASS, rien ne filtre.") == []
