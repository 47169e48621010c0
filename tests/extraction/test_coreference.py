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
    ],
)
def test_the_word_stays_open_where_a_reader_would_doubt(text, words):
    assert words not in named(mentions_in(text))
