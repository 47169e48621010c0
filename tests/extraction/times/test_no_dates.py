"""Digits and words that look like dates and are none, and times that give no date."""

import pytest

from tests.extraction.times.reading import dates_in, times_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La résolution 1405 n'a rien changé."),
        ("fr", "L'Agenda 2030 n'est pas un calepin."),
        ("fr", "Un Boeing 747 s'est posé; le P5+1 et le G20 attendent."),
        ("fr", "L'état-major parle de 2 000 soldats et de 1500 soldats de plus."),
        ("fr", "Chaque arsenal est plafonné à 1550 têtes déployées."),
        ("fr", "La rivalité va jusqu'à la planète Mars."),
        ("fr", "Les réunions ont duré deux jours, sur trois semaines."),
        ("fr", "La croissance atteint 20,15 % en moyenne."),
        ("fr", "© Agence Méridien 2016"),
        ("fr", "Les 300 kg et les 1 044 centrifugeuses restent."),
        ("fr", "Il a été reçu par une seconde délégation de sept ministres."),
        ("fr", "L'accord du Vendredi saint tient."),
        ("en", "The ministers may meet and the soldiers march on."),
        ("en", "Resolution 2231 and Resolution 1325 are no years."),
        ("en", "The talks lasted two days and three weeks."),
        ("en", "A cap of 1,550 warheads and 2,000 soldiers remains."),
        ("en", "The Good Friday Agreement held."),
        ("en", "Some 1990 tonnes of flour arrived."),
        ("en", "The minister, aged 55, spoke of a 23-year-old."),
        ("en", "(c) 2021 Halyard Institute"),
    ],
)
def test_no_date_is_found(language: str, text: str):
    assert dates_in(text, language, "2021-11-08") == []


@pytest.mark.parametrize(
    ("text", "timex_type", "value"),
    [
        ("Des réunions sur deux jours.", "DURATION", "P2D"),
        ("Une trêve de trente-six heures.", "DURATION", "PT36H"),
        ("Des négociations pendant quatre-vingt-dix jours.", "DURATION", "P90D"),
        ("Il siège tous les jeudis.", "SET", "XXXX-WXX-4"),
        ("La dette croît de 2 points par an.", "SET", "P1Y"),
        ("Ils sont désormais alliés.", "DATE", "PRESENT_REF"),
        ("Ils se sont vus récemment.", "DATE", "PAST_REF"),
    ],
)
def test_time_without_a_date_has_its_timex_value(text: str, timex_type: str, value: str):
    [time] = times_in(text, "fr", "2021-11-08")
    assert (time.date, time.timex_type, time.timex_value) == (None, timex_type, value)
