"""Forms of date as articles write them, each under a publication date."""

from itertools import pairwise

import pytest

from tests.extraction.times.reading import dates_in, times_in

FRENCH = [
    ("Réunis le 16/06/21.", "", ["2021-06-16"]),
    ("Réunis le 1er-2 mai 1999.", "", ["1999-05-01/1999-05-02"]),
    ("Réunis les 18, 19 et 20 mars 2021.", "", ["2021-03-18/2021-03-20"]),
    ("Réunis vendredi 12 et samedi 13 novembre.", "2021-11-17", ["2021-11-12/2021-11-13"]),
    ("Le sommet des 9 et 10 juillet derniers a réuni le G20.", "2021-11", ["2021-07-09/2021-07-10"]),
    ("Le 3 mai et le 5 juin 2018, ils se sont vus.", "2021-11", ["2018-05-03", "2018-06-05"]),
    ("Ils se sont vus le 31 février 2018.", "2021-11", []),
    ("Ils se sont vus vers 1995.", "2021-11", ["1995~"]),
    ("Ils se sont vus autour du 15 mars.", "2021-11", ["2021-03-15~"]),
    ("À compter du 1er juillet 2018, le traité court.", "2021-11", ["2018-07-01/.."]),
    ("Le traité a tenu jusqu'en 1991.", "", ["../1991"]),
    ("Ils se sont vus en mai 68.", "", ["1968-05"]),
    ("La guerre de 1914-18 est finie.", "", ["1914/1918"]),
    ("Ils se voient en avril 1998. Le lundi suivant, le texte paraît.", "", ["1998-04"]),
    ("L'hiver dernier, ils se sont parlé.", "2021-11", ["2020-24"]),
    ("Au second semestre 2020, ils ont négocié.", "2021-11", ["2020-07/2020-12"]),
    ("Au premier trimestre, ils ont négocié.", "2021-11", ["2021-01/2021-03"]),
    ("Au premier trimestre de l'année dernière, ils ont négocié.", "2021-11", ["2020-01/2020-03"]),
    ("Le trimestre dernier, ils ont négocié.", "2021-11", ["2021-07/2021-09"]),
    ("Ils se sont vus le week-end dernier.", "2021-11-17", ["2021-11-13/2021-11-14"]),
    ("Ils se sont vus le week-end dernier.", "2021-11", ["2021-11~"]),
    ("Ils ont signé dans la nuit de mercredi à jeudi.", "2015-02", ["2015-02~"]),
    ("Ils ont négocié de lundi à mercredi.", "2015-02", ["2015-02~"]),
    ("Ils se sont vus lundi 12.", "1999", []),
    (
        "Ils se sont vus mardi de la semaine dernière.",
        "2021-11",
        ["[2021-10-26,2021-11-02,2021-11-09,2021-11-16,2021-11-23]"],
    ),
    ("À Noël 1991, l'Union soviétique n'est plus.", "", ["1991-12-25"]),
    ("Ils se sont vus le lundi de Pâques.", "2021-11-17", ["2021-04-05"]),
    ("Dans les années quatre-vingt-dix, l'Otan s'étend.", "", ["199X"]),
    ("Il y a quelques mois, ils se sont vus.", "2021-11-17", []),
    ("Il y a deux ans et le mois dernier.", "", []),
    ("Ils se reverront dans trois semaines.", "2021-11-17", ["2021-12-08"]),
    ("Le 29 février, ils se sont vus.", "2021-11-17", ["2020-02-29"]),
]

ENGLISH = [
    ("They met on Nov. 3.", "2021-11-17", ["2021-11-03"]),
    ("They met on the 3rd of November, 2021.", "", ["2021-11-03"]),
    ("They met on Tuesday, March 19.", "2013-03-22", ["2013-03-19"]),
    ("They met on Monday and Tuesday.", "2013-03-22", ["2013-03-18/2013-03-19"]),
    ("They met on Sept. 5–17, 1978.", "", ["1978-09-05/1978-09-17"]),
    ("They met in the '80s.", "", ["198X"]),
    ("It was signed around 1995.", "", ["1995~"]),
    ("They met in the autumn.", "2021-11-17", ["2021-23"]),
    ("They met the year before.", "2021-11-17", ["2020"]),
    ("They spoke in May 2018. The month before, they had met.", "", ["2018-05", "2018-04"]),
    ("They met on April 10, 1998. The previous Monday they had spoken.", "", ["1998-04-10", "1998-04-06"]),
    ("They met earlier this week.", "2013-03-22", ["2013-03-18/2013-03-24"]),
    ("They met last night.", "2013-03-22", ["2013-03-21"]),
    ("The session ran from 10 a.m. to 6:40 p.m.", "2013-03-22", []),
    ("They will meet a year from now.", "2013-03-22", ["2014"]),
    ("The order of 31 June 2018 is a hoax.", "", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), FRENCH, ids=[f"{row[0]}-{row[1]}" for row in FRENCH])
def test_french_form(text: str, published: str, expected: list[str]):
    assert dates_in(text, "fr", published) == expected


@pytest.mark.parametrize(("text", "published", "expected"), ENGLISH, ids=[f"{row[0]}-{row[1]}" for row in ENGLISH])
def test_english_form(text: str, published: str, expected: list[str]):
    assert dates_in(text, "en", published) == expected


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Réunis mardi 16 novembre à 18 h 30.", "2021-11-16T18:30"),
        ("fr", "Réunis à midi.", "2021-11-17T12:00"),
        ("en", "They met at 6:40 p.m.", "2021-11-17T18:40"),
        ("en", "They met at 14:48 UTC.", "2021-11-17T14:48Z"),
    ],
)
def test_clock_time_names_its_day_but_gives_no_date(language: str, text: str, value: str):
    clock = times_in(text, language, "2021-11-17")[-1]
    assert (clock.date, clock.timex_type, clock.timex_value) == (None, "TIME", value)


def test_expressions_never_overlap():
    text = "Trois jours avant le 5 mai 2020, depuis le 3 mai et jusqu'au lendemain, vers 1995 ou du 3 au 5 juin."
    times = times_in(text, "fr", "2021-11-17")
    assert all(one.end <= other.start for one, other in pairwise(times))
    assert all(text[time.start : time.end] == time.text for time in times)
