"""Who is calling: the address that the login throttle counts by."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address as the outermost of our own proxies saw it.

    Each proxy appends the address it was called from to `X-Forwarded-For`; whatever stands to the left of those that
    we run can be made up by the visitor, so we count from the right.
    """
    seen: list[str] = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    proxies: int = settings.TRUSTED_PROXIES
    if 0 < proxies <= len(seen):
        return seen[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
