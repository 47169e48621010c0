"""A page asks the database a fixed number of times, however much it shows."""

import pytest

from timeline.index.current import current_index
from timeline.models import Actor, Event, Source

pytestmark = pytest.mark.usefixtures("seeded")


@pytest.mark.parametrize(
    ("address", "most"),
    [
        pytest.param(lambda: "/", 8, id="chronology"),
        pytest.param(lambda: "/?when=2021&q=Moscou", 9, id="filtered"),
        pytest.param(lambda: Event.objects.get(edtf="2021-11-02").get_absolute_url(), 12, id="event"),
        pytest.param(lambda: Source.objects.first().get_absolute_url(), 10, id="source"),
        pytest.param(lambda: Actor.objects.get(name_en="William Burns").get_absolute_url(), 10, id="actor"),
        pytest.param(lambda: "/actors/", 4, id="actors"),
        pytest.param(lambda: "/sources/", 4, id="sources"),
        pytest.param(lambda: "/undated/", 6, id="undated"),
    ],
)
def test_pages_do_not_ask_row_by_row(client, django_assert_max_num_queries, address, most):
    path = address()
    index = current_index()  # Loaded once after a change, not for each page; so are the names.
    assert index.actors
    assert index.places
    with django_assert_max_num_queries(most):
        assert client.get(path).status_code == 200
