"""The filter: what it understands of the query string, what it reports, how it says itself."""

import pytest
from django.http import QueryDict
from django.utils import translation

from tests import chronicle
from timeline.forms import ChronologyFilter
from timeline.pages.selection import Selection

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _chronicle():
    chronicle.cold_war()
    with translation.override("en"):
        yield


def filtered(query: str) -> list[str]:
    return public_ids(ChronologyFilter(QueryDict(query)))


def public_ids(filters: ChronologyFilter) -> list[str]:
    selection = Selection(filters.conditions)
    return [selection.columns.public_ids[place].decode() for place in selection.positions]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", ["talks", "geneva", "reykjavik", "inf"], id="nothing asked"),
        pytest.param("actor=george-shultz", ["talks"], id="one actor"),
        pytest.param("actor=george-shultz&actor=ronald-reagan", [], id="all actors"),
        pytest.param(
            "actor=george-shultz&actor=ronald-reagan&match=any", ["talks", "geneva", "reykjavik", "inf"], id="any"
        ),
        pytest.param("when=1986", ["talks", "reykjavik"], id="possibly in a year"),
        pytest.param("when=1986&certainty=certainly", ["reykjavik"], id="certainly in a year"),
        pytest.param("when=depuis+décembre+1987", ["talks", "inf"], id="since, in French"),
        pytest.param("when=before+1986", ["talks", "geneva"], id="before, in English"),
        pytest.param("when=1985-1986&kind=summit", ["geneva", "reykjavik"], id="span and kind"),
        pytest.param("kind=summit&kind=agreement", ["geneva", "reykjavik", "inf"], id="two kinds"),
        pytest.param("place=city:geneva", ["geneva"], id="place"),
        pytest.param("q=geneve", ["geneva"], id="words without accents"),
        pytest.param("q=Gorbatchev+Reykjaviks", ["reykjavik"], id="every word, plural forgiven"),
        pytest.param("q=.*", ["talks", "geneva", "reykjavik", "inf"], id="no words in the text"),
    ],
)
def test_filter_narrows_the_chronology(query, found):
    assert filtered(query) == found


def test_filter_by_source_finds_what_the_article_reports():
    address = chronicle.Source.objects.get(name="inf.txt").sha256[:12]
    assert filtered(f"source={address}") == ["inf"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("actor=nobody", "actor"),
        ("actor=%00", "actor"),
        ("actor='--", "actor"),
        ("match=perhaps", "match"),
        ("when=soon", "when"),
        ("when=1987/1985", "when"),
        ("when=" + "9" * 200, "when"),
        ("certainty=maybe", "certainty"),
        ("kind=party", "kind"),
        ("place=atlantis", "place"),
        ("source=zzz", "source"),
        ("source=000000000000", "source"),
        ("q=%00", "q"),
        ("q=" + "x" * 300, "q"),
        ("&".join(f"actor=a{number}" for number in range(30)), "actor"),
    ],
)
def test_nonsense_is_reported_by_parameter_and_left_out(query, parameter):
    filters = ChronologyFilter(QueryDict(query))

    assert not filters.is_valid()
    assert list(filters.errors) == [parameter]
    assert len(public_ids(filters)) == 4
    assert filters.query_string() == ""


def test_the_rest_of_the_filter_applies_beside_nonsense():
    assert filtered("kind=agreement&kind=party&when=soon") == ["inf"]


def test_query_string_has_one_order_and_drops_what_is_empty():
    filters = ChronologyFilter(QueryDict("q=&kind=summit&when=1986&actor=ronald-reagan&certainty=&match=any"))
    assert filters.query_string() == "actor=ronald-reagan&when=1986&kind=summit"


@pytest.mark.parametrize(
    ("without", "value", "rest"),
    [
        ("actor", "ronald-reagan", "actor=mikhail-gorbachev&when=1986&certainty=certainly"),
        ("when", "", "actor=ronald-reagan&actor=mikhail-gorbachev"),
        ("certainty", "", "actor=ronald-reagan&actor=mikhail-gorbachev&when=1986"),
    ],
)
def test_each_condition_can_be_taken_back_alone(without, value, rest):
    filters = ChronologyFilter(QueryDict("actor=ronald-reagan&actor=mikhail-gorbachev&when=1986&certainty=certainly"))
    assert filters.query_string(without, value) == rest


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Ronald Reagan and Mikhail Gorbachev · 1985–1987 · Summit"),
        ("fr", "Ronald Reagan et Mikhaïl Gorbatchev · 1985–1987 · Sommet"),
    ],
)
def test_filter_says_itself_in_words(language, words):
    filters = ChronologyFilter(QueryDict("actor=ronald-reagan&actor=mikhail-gorbachev&when=1985-1987&kind=summit"))
    with translation.override(language):
        assert filters.as_words() == words
