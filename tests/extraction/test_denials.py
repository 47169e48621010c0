"""Deeds refused, failed, forgone, only meant or denied are held back; what a verb leaves standing is not."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def refusals(text, language):
    claims = extract(article(text, language, "1995-06-15"), load_knowledge())
    return {claim.refusal for claim in claims if claim.kind != "other" and claim.refusal != "undated"}


DENIED = [
    pytest.param("en", "Iraq refused to sign the agreement on 4 May 1990.", id="refuse"),
    pytest.param("en", "Japan declined to meet Henry Kissinger on 6 May 1972.", id="decline"),
    pytest.param("en", "Egypt failed to reach an agreement with Israel on 6 May 1977.", id="fail"),
    pytest.param("en", "Egypt refrained from signing a treaty with Israel in 1977.", id="refrain from"),
    pytest.param("en", "Egypt and Israel were unable to reach an agreement on 6 May 1977.", id="unable"),
    pytest.param("en", "Egypt avoided a war with Libya in 1974.", id="avoid, with a noun"),
    pytest.param("en", "Rather than sign the treaty in 1968, India tested a bomb.", id="rather than"),
    pytest.param("en", "Instead of signing the treaty in 1968, India tested a bomb.", id="instead of"),
    pytest.param("en", "The summit between Eisenhower and Khrushchev was cancelled on 17 May 1960.", id="cancelled"),
    pytest.param("en", "Egypt did not manage to sign a treaty with Israel in 1977.", id="negated above"),
    pytest.param(
        "en", "Egypt and Libya signed a treaty on 4 May 1977, Cairo said, but Tripoli denied it.", id="denied"
    ),
    pytest.param("fr", "La Pologne a renoncé à signer l'accord le 4 mai 1990.", id="renoncer"),
    pytest.param("fr", "La Pologne s'est abstenue de signer l'accord le 4 mai 1990.", id="s'abstenir"),
    pytest.param("fr", "La Pologne a échoué à conclure un accord avec la Hongrie le 4 mai 1990.", id="échouer"),
    pytest.param("fr", "La Pologne et la Hongrie ont failli signer un accord le 4 mai 1990.", id="faillir"),
    pytest.param("fr", "La France et la Prusse ont évité une guerre en 1867.", id="éviter, with a noun"),
    pytest.param("fr", "Au lieu de signer le traité en 1968, l'Inde a testé une bombe.", id="au lieu de"),
    pytest.param(
        "fr", "La Pologne n'est pas parvenue à signer un accord avec la Hongrie en 1990.", id="ne pas parvenir"
    ),
    pytest.param("fr", "L'Irak nie avoir attaqué l'Iran en 1980.", id="nier"),
    pytest.param(
        "fr",
        "L'Égypte et la Libye ont signé un accord le 4 mai 1977, a annoncé Le Caire, ce que Tripoli dément.",
        id="dém.",
    ),
]


@pytest.mark.parametrize(("language", "text"), DENIED)
def test_what_was_not_done_is_denied(language, text):
    assert refusals(text, language) == {"denied"}


PLANNED = [
    pytest.param("en", "Ronald Reagan was to meet Mikhail Gorbachev in Geneva on 7 May 1985.", id="was to"),
    pytest.param("en", "Ronald Reagan was due to meet Mikhail Gorbachev on 7 May 1985.", id="was due to"),
    pytest.param("en", "Ronald Reagan was set to meet Mikhail Gorbachev on 7 May 1985.", id="was set to"),
    pytest.param("en", "Ronald Reagan tried to meet Mikhail Gorbachev on 7 May 1985.", id="tried to"),
    pytest.param("en", "Ronald Reagan urged the Soviet Union to sign the treaty in 1985.", id="urged to"),
    pytest.param("en", "Ronald Reagan called for a cease-fire on 7 May 1985.", id="called for"),
    pytest.param("fr", "Ronald Reagan a appelé à un cessez-le-feu le 7 mai 1985.", id="appeler à"),
    pytest.param("fr", "Ronald Reagan a promis de rencontrer Mikhaïl Gorbatchev le 7 mai 1985.", id="a promis"),
    pytest.param("fr", "Ronald Reagan devait rencontrer Mikhaïl Gorbatchev le 7 mai 1985.", id="devait"),
    pytest.param("fr", "Ronald Reagan était censé rencontrer Mikhaïl Gorbatchev le 7 mai 1985.", id="était censé"),
    pytest.param("fr", "Ronald Reagan a voulu rencontrer Mikhaïl Gorbatchev le 7 mai 1985.", id="a voulu"),
]


@pytest.mark.parametrize(("language", "text"), PLANNED)
def test_what_was_only_expected_wanted_or_asked_for_is_planned(language, text):
    assert refusals(text, language) == {"planned"}


def test_what_might_be_done_is_supposed():
    assert refusals("Ronald Reagan could meet Mikhail Gorbachev on 7 May 1985.", "en") == {"hypothetical"}


DONE = [
    pytest.param("en", "Egypt did not hesitate to sign a treaty with Israel in 1979.", id="did not hesitate"),
    pytest.param("en", "Iraq did not refuse to sign the agreement on 4 May 1990.", id="did not refuse"),
    pytest.param("en", "Iraq, which refuses to negotiate, signed an agreement with Syria on 4 May 1990.", id="beside"),
    pytest.param("en", "Nixon, who was due to stay at home, met Mao Zedong on 21 February 1972.", id="due to else"),
    pytest.param("fr", "L'Égypte n'a pas manqué de signer un traité avec Israël en 1979.", id="ne pas manquer de"),
    pytest.param("fr", "L'Égypte a dû signer un traité avec Israël en 1979.", id="a dû"),
    pytest.param("fr", "Richard Nixon a rencontré Mao Zedong le 21 février 1972 sans l'annoncer.", id="sans, of else"),
    pytest.param("fr", "La Libye rejette l'accord signé par l'Égypte et Israël en 1978.", id="which one is meant"),
    pytest.param("fr", "La France refuse de reconnaître l'annexion du Koweït en 1990.", id="what is not recognised"),
    pytest.param("fr", "Ronald Reagan a demandé des comptes après l'attaque de mai 1985 contre l'Irak.", id="after"),
    pytest.param("fr", "Le système devait être aboli par l'accord de Taëf signé en 1989.", id="by an agreement"),
    pytest.param("fr", "Le poste devait être supprimé par l'accord de Lusaka en 1994.", id="by an agreement, dated"),
    pytest.param(
        "fr",
        "Les chefs des deux pays ne s'étaient plus assis face à face depuis le rendez-vous de Reykjavik, en octobre "
        "1986, entre Ronald Reagan et Mikhaïl Gorbatchev.",
        id="counted from",
    ),
    pytest.param("fr", "L'Irak a attaqué l'Iran en 1980, ce que Bagdad dément.", id="the accused denies"),
]


@pytest.mark.parametrize(("language", "text"), DONE)
def test_what_was_done_all_the_same_is_published(language, text):
    assert "" in refusals(text, language)
