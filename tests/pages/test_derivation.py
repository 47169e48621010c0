"""How a date was worked out, drawn as a chain of two or three links."""

import pytest
from django.utils import translation

from tests import chronicle
from tests.pages.test_explanation import TUESDAYS, derived, passage
from timeline.pages.derivation import chain_of
from timeline.pages.explanation import explain_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "edtf", "derivation", "links"),
    [
        pytest.param(
            "mardi",
            TUESDAYS,
            derived("relative", "published", "2021-11"),
            [
                ("The words", "“mardi”", ""),
                ("Counted from", "November 2021", "the article’s date"),
                ("One of several days", "2, 9, 16, 23 or 30 November 2021", ""),
            ],
            id="counted from the article's date",
        ),
        pytest.param(
            "le 2 novembre",
            "2021-11-02",
            derived("inherited", "text_bound", "2021-06-16"),
            [
                ("The words", "“le 2 novembre”", ""),
                ("Completed by", "16 June 2021", "the latest date that the article reports as past"),
                ("Known to the day", "2 November 2021", ""),
            ],
            id="year from the text",
        ),
        pytest.param(
            "la veille",
            "1986-10-10",
            derived("relative", "context", "1986-10-11", "le 11 octobre"),
            [
                ("The words", "“la veille”", ""),
                ("Counted from", "11 October 1986", "earlier in the text: “le 11 octobre”"),
                ("Known to the day", "10 October 1986", ""),
            ],
            id="counted from a date in the text",
        ),
        pytest.param(
            "la veille",
            "1986-10-10",
            derived("relative", "context", "1986-10-11"),
            [
                ("The words", "“la veille”", ""),
                ("Counted from", "11 October 1986", "earlier in the text"),
                ("Known to the day", "10 October 1986", ""),
            ],
            id="counted from a date whose words are not kept",
        ),
        pytest.param(
            "mardi",
            "2021-11-02",
            derived("relative", "published", "no date"),
            [
                ("The words", "“mardi”", ""),
                ("Counted from", "the context", ""),
                ("Known to the day", "2 November 2021", ""),
            ],
            id="base that cannot be read",
        ),
        pytest.param(
            "en mars 2021",
            "2021-03",
            derived("explicit"),
            [("The words", "“en mars 2021”", ""), ("Known to the month", "March 2021", "")],
            id="explicit",
        ),
        pytest.param("", "", {}, [], id="undated"),
        pytest.param("en 2013", "2013", derived("editor"), [], id="editor"),
        pytest.param("", "2013", derived("explicit"), [], id="without words"),
    ],
)
def test_chain_leads_from_the_words_to_the_date(words, edtf, derivation, links):
    with translation.override("en"):
        chain = chain_of(passage(words, edtf, derivation))

    assert [(link.label, link.text, link.remark) for link in chain] == links


def test_event_page_draws_a_chain_for_each_source_and_what_they_leave(client):
    event = chronicle.event("2021-11-02", "William Burns", public_id="moscow")
    event.citations.all().delete()
    vague = passage("mardi", TUESDAYS, derived("relative", "published", "2021-11"), event)
    fine = passage("le 2 novembre", "2021-11-02", derived("inherited", "text_bound", "2021-06-16"), event, "b.txt")
    event.derivation = {"origin": "settled", "rule": "readings_together", "from": [vague.key, fine.key]}
    event.save()
    html = client.get("/events/moscow/", headers={"accept-language": "en"}).content.decode()

    assert html.count('<ol class="chain">') == 2
    assert html.count('class="chain__link"') == 6
    assert html.index("chain__link") < html.index("Together they leave: 2 November 2021.")
    assert f'href="#c-{vague.key}"' in html
    assert [step.citation for step in explain_event(event, [vague, fine]).steps] == [vague, fine]
