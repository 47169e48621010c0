"""The columns of a date follow its EDTF value, whoever saves it and however."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests import chronicle
from timeline.dates import HistoricalDate
from timeline.models import Event, Source

pytestmark = pytest.mark.django_db


def columns(event: Event) -> tuple[str, dt.date | None, dt.date | None, str]:
    event.refresh_from_db()
    return event.edtf, event.earliest, event.latest, event.precision


def test_columns_hold_bounds_and_precision_of_the_value() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    assert columns(event) == ("1986-10", dt.date(1986, 10, 1), dt.date(1986, 10, 31), "month")
    assert event.date == HistoricalDate.from_month(1986, 10)


def test_open_end_is_null_and_undated_is_all_empty() -> None:
    event = chronicle.event("2018/..", public_id="since")
    assert columns(event) == ("2018/..", dt.date(2018, 1, 1), None, "interval")
    event.date = None
    event.save()
    assert columns(event) == ("", None, None, "")
    assert event.date is None


def test_saving_the_value_alone_brings_its_bounds_along() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.edtf = "1986-10-12"
    event.save(update_fields=["edtf"])
    assert columns(event) == ("1986-10-12", dt.date(1986, 10, 12), dt.date(1986, 10, 12), "day")


def test_saving_other_fields_writes_no_date() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.edtf = "1987"
    event.save(update_fields=["title_en"])
    assert columns(event)[0] == "1986-10"


def test_bounds_that_were_set_by_hand_do_not_last() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.earliest = dt.date(1914, 8, 1)
    event.save()
    assert columns(event)[1] == dt.date(1986, 10, 1)


def test_form_refuses_what_is_no_date_and_says_what_is() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.edtf = "octobre 1986"
    with pytest.raises(ValidationError) as caught:
        event.clean_fields()
    assert "2021-11-02" in str(caught.value.message_dict["edtf"])


def test_database_refuses_an_end_before_the_start() -> None:
    chronicle.event("1986-10", public_id="reykjavik")
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.update(latest=dt.date(1914, 8, 1))


def test_publication_date_of_an_article_may_be_unknown() -> None:
    assert chronicle.source("Reagan est à Reykjavik.").date is None
    assert not Source.objects.exclude(earliest=None)
