"""Persons named by surname, initials or in pairs."""

import pytest

from tests.one_article import mentions_in, named


@pytest.mark.parametrize(
    ("later", "words"),
    [
        pytest.param("Gorbatchev repart.", "Gorbatchev", id="surname"),
        pytest.param("M. Gorbatchev repart.", "Gorbatchev", id="title and surname"),
        pytest.param("À midi, M. Gorbatchev repart.", "Gorbatchev", id="Monsieur is no initial"),
    ],
)
def test_a_surname_means_the_person_named_in_full(later, words):
    assert named(mentions_in(f"Mikhaïl Gorbatchev arrive à Reykjavik. {later}"))[words] == ["Mikhail Gorbachev"]


def test_a_surname_may_come_before_the_full_name():
    text = "Reagan a souri.\n\nÀ Reykjavik, Ronald Reagan a proposé davantage."
    assert named(mentions_in(text))["Reagan"] == ["Ronald Reagan"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("À Moscou, W. Burns a vu N. Patrouchev.", "W. Burns", "William Burns", id="W. Burns"),
        pytest.param(
            "À Moscou, W. Burns a vu N. Patrouchev.", "N. Patrouchev", "Nikolai Patrushev", id="N. Patrouchev"
        ),
        pytest.param("Hier, J.-Y. Le Drian a parlé.", "J.-Y. Le Drian", "Jean-Yves Le Drian", id="two initials"),
    ],
)
def test_initials_and_surname_mean_a_known_person(text, words, name):
    assert named(mentions_in(text))[words] == [name]


def test_an_initial_tells_two_persons_of_one_name_apart():
    text = "Raúl Castro et Fidel Castro sont là. R. Castro parle, puis F. Castro."
    found = named(mentions_in(text))
    assert (found["R. Castro"], found["F. Castro"]) == (["Raúl Castro"], ["Fidel Castro"])


@pytest.mark.parametrize("spelling", ["Recep Tayyep Erdogan", "Menahem Begin"])
def test_a_first_name_may_be_spelled_differently(spelling):
    (person,) = [m for m in mentions_in(f"Le soir, {spelling} a parlé.") if m.actors]
    assert person.actors[0].known


def test_a_common_first_name_is_nobodys_surname():
    found = mentions_in("À Tunis, Mohamed tient une épicerie.")
    assert not [m for m in found if m.actors and m.actors[0].kind == "person" and m.actors[0].known]


def test_two_possible_persons_leave_the_mention_open():
    text = "George H. W. Bush et George W. Bush étaient présents. À midi, M. Bush a parlé."
    assert named(mentions_in(text))["Bush"] == []


def test_of_two_of_one_name_the_bare_surname_means_the_head_of_state():
    text = "Kim Jong-un est venu avec Kim Yong-chol. À midi, M. Kim a signé."
    assert named(mentions_in(text))["Kim"] == ["Kim Jong Un"]


def test_a_hyphen_between_two_persons_joins_two():
    text = "Ronald Reagan et Mikhaïl Gorbatchev arrivent. La rencontre Reagan-Gorbatchev dure."
    assert named(mentions_in(text))["Reagan-Gorbatchev"] == ["Ronald Reagan", "Mikhail Gorbachev"]


def test_titles_in_the_plural_name_several():
    text = "Anouar Sadate et Menahem Begin attendent. MM. Sadate et Begin signent."
    found = named(mentions_in(text))
    assert (found["Sadate"], found["Begin"]) == (["Anwar Sadat"], ["Menachem Begin"])


def test_a_month_is_no_prime_minister():
    assert not [m for m in mentions_in("No summit is planned for May.", "en") if m.actors]


def test_a_title_makes_a_town_a_person():
    found = mentions_in("« C’est trop tôt », estime Mme Paris.")
    assert [(m.actors[0].name, m.place) for m in found] == [("Paris", None)]


def test_someone_known_only_by_title_and_surname_stays_unknown():
    (person,) = [m for m in mentions_in("À midi, M. Lanvin-Duprat est sorti.") if m.actors]
    assert (person.actors[0].name, person.actors[0].known) == ("Lanvin-Duprat", False)


def test_a_chinese_name_is_shortened_to_its_first_word():
    assert named(mentions_in("Ma Xiaoguang a parlé à Pékin. M. Ma a souri."))["Ma"] == ["Ma Xiaoguang"]


def test_a_first_name_in_the_article_is_nobody_elses_surname():
    (*_, last) = mentions_in("Khalifa Haftar attaque. On attend Khalifa.")
    assert [actor.name for actor in last.actors] == ["Khalifa Haftar"]


@pytest.mark.parametrize(
    ("text", "language", "words", "names"),
    [
        pytest.param(
            "La rencontre Trump-Kim de Singapour.",
            "fr",
            "Trump-Kim",
            ["Donald Trump", "Kim Jong Un"],
            id="pair and town",
        ),
        pytest.param("Mr. Lavrov met Secretary Kerry.", "en", "Kerry", ["John Kerry"], id="English title"),
        pytest.param("M. Michel a parlé.", "fr", "Michel", ["Charles Michel"], id="a surname that is a first name"),
        pytest.param("M. Kim a parlé.", "fr", "Kim", ["Kim Jong Un"], id="the first of several leaders"),
        pytest.param("Mr. Brown spoke.", "en", "Brown", ["Gordon Brown"], id="the exact spelling first"),
        pytest.param("Moammar Kadhafi a parlé.", "fr", "Moammar Kadhafi", ["Muammar Gaddafi"], id="a third spelling"),
    ],
)
def test_a_surname_means_the_person_whom_a_reader_would_think_of(text, language, words, names):
    assert named(mentions_in(text, language, "2021-06-17"))[words] == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("L’Alan Kurdi a accosté.", "fr", id="a ship"),
        pytest.param("Le navire humanitaire Alan Kurdi a accosté.", "fr", id="a ship, called so"),
        pytest.param("Apple opened its App Store and shipped Mac OS X.", "en", id="a shop and a numeral"),
        pytest.param("Selon le Rodong Sinmun, rien.", "fr", id="a newspaper"),
        pytest.param("Le comté de Kerry et la formule Steinmeier.", "fr", id="a county and a formula"),
    ],
)
def test_nobody_is_made_a_person_who_is_none(text, language):
    assert [m.text for m in mentions_in(text, language) if any(actor.kind == "person" for actor in m.actors)] == []


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param("S. Dinny parle. Puis Dinny rit.", "Dinny", ["S. Dinny"], id="named by initials before"),
        pytest.param("Louise Michel écrit.", "Louise Michel", ["Louise Michel"], id="a woman, not Louis Michel"),
        pytest.param(
            "Le secrétaire au Trésor Steven Mnuchin parle.",
            "Steven Mnuchin",
            ["Steven Mnuchin"],
            id="after a department",
        ),
    ],
)
def test_a_name_is_read_to_its_ends(text, words, names):
    assert named(mentions_in(text, published="2020-06-22"))[words] == names


def test_the_adjective_of_switzerland_is_not_the_state():
    (swiss,) = [m for m in mentions_in("Le gouvernement suisse attend.") if m.text == "suisse"]
    assert swiss.demonym
    assert swiss.place is None


def test_the_country_of_a_ruler_is_the_country():
    found = named(mentions_in("Mao Zedong meurt. La Chine de Mao attend."))
    assert found["Chine"] == ["China"]
    assert "Mao" not in found
