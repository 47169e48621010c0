"""Words that were broken at the end of a line are whole again, with their hyphen where it is theirs."""

import pytest

from timeline.extraction.reading.pdf.joining import WordJoiner


def joined(*lines, elsewhere=""):
    return WordJoiner([*lines, elsewhere]).joined(lines)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("une confron-", "tation grave"), "une confrontation grave"),
        (("une confron\u00ad", "tation grave"), "une confrontation grave"),
        (("une confron\u2010", "tation grave"), "une confrontation grave"),
        (("le porte-", "parole a dit"), "le porte-parole a dit"),
        (("le porte-pa-", "role a dit"), "le porte-parole a dit"),
        (("l'accord franco-", "allemand"), "l'accord franco-allemand"),
        (("a-t-", "il dit"), "a-t-il dit"),
        (("sera-", "t-elle signée"), "sera-t-elle signée"),
        (("vis-à-", "vis de Moscou"), "vis-à-vis de Moscou"),
        (("vis-", "à-vis de Moscou"), "vis-à-vis de Moscou"),
        (("Patrouchev-", "Burns"), "Patrouchev-Burns"),
        (("en 2005-", "2008 à Moscou"), "en 2005-2008 à Moscou"),
        (("le virus --", "près de Wuhan"), "le virus -- près de Wuhan"),
        (("les ministres de l'", "Intérieur"), "les ministres de l'Intérieur"),
        (("le sommet de", "Reykjavik"), "le sommet de Reykjavik"),
        (("a vice-", "president"), "a vice-president"),
        (("the ne-", "gotiations"), "the negotiations"),
    ],
)
def test_broken_word_is_whole_again(lines, whole):
    assert joined(*lines) == whole


def test_how_the_article_writes_a_word_elsewhere_decides():
    assert joined("un contre-", "projet") == "un contreprojet"
    assert joined("un contre-", "projet", elsewhere="ce contre-projet") == "un contre-projet"
    assert joined("l'ex-", "ministre", elsewhere="le ministre") == "l'ex-ministre"
    assert joined("pour ex-", "clure", elsewhere="un ministre") == "pour exclure"
    assert joined("sur Tik-", "Tok", elsewhere="TikTok") == "sur TikTok"
