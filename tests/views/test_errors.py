"""What readers see when something went wrong, and the pages that are mostly text."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import path, reverse

from timeline import urls
from timeline.views import errors


def _raises(error: Exception):
    def view(_request: HttpRequest):
        raise error

    return view


class Failing:
    """The site's addresses, and some behind which something fails."""

    urlpatterns = [
        *urls.urlpatterns,
        path("fails/400/", _raises(SuspiciousOperation("no"))),
        path("fails/403/", _raises(PermissionDenied("no"))),
        path("fails/500/", _raises(RuntimeError("no"))),
    ]
    handler400 = urls.handler400
    handler403 = urls.handler403
    handler404 = urls.handler404
    handler500 = urls.handler500


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/fails/400/", 400, "This request could not be read"),
        ("/fails/403/", 403, "Not for you, for now"),
        ("/nowhere/", 404, "No such page"),
        ("/events/nowhere/", 404, "No such page"),
        ("/fails/500/", 500, "Something broke here"),
    ],
)
@pytest.mark.django_db
def test_error_has_a_page_of_its_own(settings, address, status, heading):
    settings.ROOT_URLCONF = Failing
    client = Client(raise_request_exception=False, headers={"accept-language": "en"})
    response = client.get(address)

    assert response.status_code == status
    assert heading in response.content.decode()
    assert "Django" not in response.content.decode()


def test_server_error_needs_neither_database_nor_request(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert errors.server_error(RequestFactory().get("/")).status_code == 500


def test_form_without_proof_of_its_origin_is_refused_with_a_page(db):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    response = client.post(reverse("admin:login"), {"username": "editor"})
    assert response.status_code == 403
    assert "The form has expired" in response.content.decode()


def test_too_many_requests_says_what_to_do(rf):
    response = errors.too_many_requests(rf.get("/", headers={"accept-language": "en"}))
    assert response.status_code == 429
    assert "429" in response.content.decode()


def test_throttled_login_gets_the_same_page():
    assert "429" in render_to_string("429.html")


def test_method_is_a_page(client, db):
    html = client.get("/method/", headers={"accept-language": "en"}).content.decode()
    assert 'id="accessibility"' in html
    assert 'id="accuracy"' in html


def test_robots_are_kept_from_endless_filters(client, db):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert "Disallow: /*?" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("address", ["/", "/undated/", "/actors/", "/sources/", "/method/", "/robots.txt"])
def test_pages_can_only_be_read(client, db, address, method):
    assert getattr(client, method)(address).status_code == 405
