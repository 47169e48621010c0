"""Words that refer back."""

import pytest

from tests.one_article import mentions_in, named

PAIR = ["Ronald Reagan", "Mikhail Gorbachev"]


@pytest.mark.parametrize(
    ("text", "language", "words", "names"),
    [
        pytest.param(
            "Henry Kissinger a reçu Anatoli Dobrynine. L’idée venait de ce dernier.",
            "fr",
            "ce dernier",
            ["Anatoly Dobrynin"],
            id="ce dernier",
        ),
        pytest.param(
            "Henry Kissinger est arrivé à Pékin. Il est reparti le soir.", "fr", "Il", ["Henry Kissinger"], id="il"
        ),
        pytest.param("Henry Kissinger flew to Beijing. Then he left.", "en", "he", ["Henry Kissinger"], id="he"),
        pytest.param(
            "Ronald Reagan et Mikhaïl Gorbatchev arrivent. Ils se voient à midi.", "fr", "Ils", PAIR, id="ils"
        ),
        pytest.param(
            "Ronald Reagan entretient des contacts réguliers avec Mikhaïl Gorbatchev. Ils se sont revus.",
            "fr",
            "Ils",
            PAIR,
            id="subject and object",
        ),
        pytest.param(
            "Ronald Reagan a vu Mikhaïl Gorbatchev. Leur première rencontre date de 1985.",
            "fr",
            "Leur",
            PAIR,
            id="leur rencontre",
        ),
        pytest.param(
            "Ronald Reagan a vu Mikhaïl Gorbatchev. Il pleuvait. Les deux dirigeants ont souri.",
            "fr",
            "Les deux dirigeants",
            PAIR,
            id="les deux dirigeants",
        ),
        pytest.param(
            "Ronald Reagan met Mikhail Gorbachev. The two leaders smiled.",
            "en",
            "The two leaders",
            PAIR,
            id="the two leaders",
        ),
        pytest.param(
            "La Russie et l’Iran négocient. Les deux pays signent.",
            "fr",
            "Les deux pays",
            ["Russian Federation", "Iran (Islamic Republic of)"],
            id="les deux pays",
        ),
        pytest.param(
            "Nixon négocie avec l’Iran. À Oman, il parle avec ce pays rival.",
            "fr",
            "ce pays",
            ["Iran (Islamic Republic of)"],
            id="ce pays",
        ),
        pytest.param(
            "Ronald Reagan a vu Mikhaïl Gorbatchev. L’Iran et l’Irak ont conclu leur accord.",
            "fr",
            "leur",
            ["Iran (Islamic Republic of)", "Iraq"],
            id="leur accord, of the sentence's own subject",
        ),
        pytest.param(
            "Sergueï Lavrov arrive. Le Russe ne dit rien.", "fr", "Russe", ["Sergei Lavrov"], id="name of a national"
        ),
        pytest.param(
            "L’Égyptien Hassan Touhami est là.", "fr", "Égyptien", ["Hassan Tuhami"], id="nationality beside a name"
        ),
        pytest.param(
            "Un Russe pressé arrive. Le diplomate russe Sergueï Lavrov part.",
            "fr",
            "russe",
            ["Sergei Lavrov"],
            id="adjective beside a name",
        ),
        pytest.param(
            "Un Soviétique qui sourit, Mikhaïl Gorbatchev, arrive.",
            "fr",
            "Soviétique",
            ["Mikhail Gorbachev"],
            id="nationality, then the name",
        ),
        pytest.param(
            "Charles de Gaulle arrive. Le général et Konrad Adenauer signent.",
            "fr",
            "général",
            ["Charles de Gaulle"],
            id="rank",
        ),
        pytest.param(
            "Donald Trump annonce que son pays se retire.",
            "fr",
            "son pays",
            ["United States of America"],
            id="son pays",
        ),
        pytest.param(
            "Donald Trump said his country would leave.", "en", "his country", ["United States of America"], id="his"
        ),
    ],
)
def test_the_word_means_who_was_named_before(text, language, words, names):
    assert named(mentions_in(text, language))[words] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Henry Kissinger est arrivé. Il faut attendre.", "Il", id="impersonal"),
        pytest.param("Henry Kissinger signe. L’accord est court. Il tient en une page.", "Il", id="a thing"),
        pytest.param("Ronald Reagan et Mikhaïl Gorbatchev arrivent. Il sourit.", "Il", id="one of two"),
        pytest.param(
            "Carter, Begin et Sadate arrivent. Les deux dirigeants signent.", "Les deux dirigeants", id="three"
        ),
        pytest.param("Ronald Reagan a vu Mikhaïl Gorbatchev. Leur langue diffère.", "Leur", id="leur langue"),
        pytest.param("Angela Merkel est arrivée. Il a souri.", "Il", id="a man's pronoun, a woman"),
        pytest.param("Donald Trump parle. La presse se méfie, selon elle.", "elle", id="a woman's pronoun, a man"),
        pytest.param("Ronald Reagan a vu Mikhaïl Gorbatchev ces derniers mois.", "ces derniers", id="a time"),
        pytest.param(
            "Ronald Reagan a vu Mikhaïl Gorbatchev. Les dirigeants européens se taisent.",
            "Les dirigeants",
            id="other leaders",
        ),
        pytest.param(
            "La Russie menace l’Iran. Les experts savent ce qu’ils veulent.", "ils", id="a plural subject of its own"
        ),
        pytest.param("Henry Kissinger a trouvé lui une issue.", "lui", id="lui, emphatic"),
    ],
)
def test_the_word_stays_open_where_a_reader_would_doubt(text, words):
    assert words not in named(mentions_in(text))


def test_a_pronoun_may_mean_the_state_that_is_the_subject():
    text = "Henry Kissinger attend. Le Maroc a des voisins avec lesquels il négocie."
    assert named(mentions_in(text))["il"] == ["Morocco"]


@pytest.mark.parametrize(
    ("text", "language", "words", "place"),
    [
        pytest.param(
            "Kissinger est arrivé à Pékin. Il y a rencontré ses hôtes.", "fr", "y", "Beijing", id="y a rencontré"
        ),
        pytest.param("Nixon parle à Genève. C’est là que tout commença.", "fr", "là", "Geneva", id="c’est là que"),
        pytest.param(
            "L’accord est conclu à Vienne. Dans la même ville, on en signe un autre.",
            "fr",
            "la même ville",
            "Vienna",
            id="dans la même ville",
        ),
        pytest.param("Nixon est à Bonn, où il négocie.", "fr", "où", "Bonn", id="où"),
        pytest.param("Nixon se pose dans la capitale marocaine.", "fr", "capitale marocaine", "Rabat", id="capital"),
        pytest.param("They met in Geneva. In the same city, they signed.", "en", "the same city", "Geneva", id="city"),
        pytest.param("They met in the Vietnamese capital.", "en", "Vietnamese capital", "Hanoi", id="English capital"),
        pytest.param("Nixon went to Bonn, where he stayed.", "en", "where", "Bonn", id="where"),
        pytest.param("They met in Oslo. It was there that they agreed.", "en", "there", "Oslo", id="there"),
    ],
)
def test_a_place_may_be_named_by_what_refers_back_to_it(text, language, words, place):
    (found,) = [mention for mention in mentions_in(text, language) if mention.text == words]
    assert (found.place.name, found.as_place, found.actors) == (place, True, ())


@pytest.mark.parametrize(
    "text",
    ["Nixon est à Bonn. Il y a peu d’espoir.", "Nixon est à Bonn. L’Iran y voit une menace."],
    ids=["il y a", "y voir"],
)
def test_y_is_no_place_without_a_verb_that_needs_one(text):
    assert [mention for mention in mentions_in(text) if mention.text == "y"] == []
