"""The address that the login throttle counts by cannot be made up by the visitor."""

import pytest
from django.test import RequestFactory

from timeline.serving.visitors import client_address

VISITOR, PROXY, MADE_UP = "203.0.113.9", "198.51.100.1", "192.0.2.66"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        pytest.param(0, None, PROXY, id="no proxy: the caller"),
        pytest.param(0, MADE_UP, PROXY, id="no proxy: the header is not believed"),
        pytest.param(1, VISITOR, VISITOR, id="one proxy: what it saw"),
        pytest.param(1, f"{MADE_UP}, {VISITOR}", VISITOR, id="one proxy: what stands before is not believed"),
        pytest.param(2, f"{MADE_UP}, {VISITOR}, 10.0.0.2", VISITOR, id="two proxies: what the outer one saw"),
        pytest.param(2, VISITOR, PROXY, id="fewer entries than proxies: the caller"),
        pytest.param(1, " , ", PROXY, id="an empty header: the caller"),
    ],
)
def test_address_is_what_our_outermost_proxy_saw(settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}

    assert client_address(RequestFactory().get("/", REMOTE_ADDR=PROXY, headers=headers)) == expected
