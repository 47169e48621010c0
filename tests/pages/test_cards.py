"""Events as the list shows them: whatever they hold stays text, and nothing of them is left out."""

import pytest
from django.utils import translation

from tests import chronicle
from timeline.index.current import current_index
from timeline.models import Actor
from timeline.pages.cards import cards_by_year

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(\"1\")</script> & 'so on'"
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;so on&#x27;"


def shown(*events) -> str:
    with translation.override("en"):
        years = cards_by_year(current_index(), [event.pk for event in events])
    return "".join(card for year in years for card in year.cards)


def test_what_articles_and_editors_wrote_stays_text():
    event = chronicle.event("1986", "Ronald Reagan", at="Reykjavik", title_en=f"Title {HOSTILE}")
    Actor.objects.update(name_en=f"Name {HOSTILE}")
    event.place.name_en = f"Place {HOSTILE}"
    event.place.save()
    text = f"Quote {HOSTILE}"
    article = chronicle.source(text, title=f"Article {HOSTILE}", publisher=f"Publisher {HOSTILE}", author=HOSTILE)
    chronicle.citation(article, text, edtf="1986", event=event)
    html = shown(event)

    assert "<script" not in html
    for written in ("Title", "Name", "Place", "Quote", "Article", "Publisher"):
        assert f"{written} {ESCAPED}" in html


def test_first_passage_is_quoted_and_further_ones_open():
    event = chronicle.event("1986-10-11", "Ronald Reagan", public_id="rey")
    later = chronicle.source("Ils se sont vus le 12.", published="1999", title="Later")
    chronicle.citation(later, "Ils se sont vus le 12", words="le 12", edtf="1986-10-12", event=event)
    html = shown(event)

    assert html.count("<blockquote") == 2
    assert "<details><summary>Later</summary>" in html
    assert '<b class="quote__time">le 12</b>' in html
    assert '<p class="event__agreement event__agreement--differs">they differ on the day</p>' in html
    assert "not yet reviewed by an editor" in html


@pytest.mark.parametrize(
    ("edtf", "uncertain"),
    [("1986-10-11", False), ("1986", False), ("1985/1991", False), ("1986~", True), ("1986/..", True)],
)
def test_a_date_that_says_more_than_its_precision_is_told_apart(edtf, uncertain):
    assert ("event--uncertain" in shown(chronicle.event(edtf))) is uncertain
