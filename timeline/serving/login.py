"""How one logs in: nobody signs up by themselves, and who has been idle for too long logs in again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase

_LAST_SEEN = "last_seen"
_NOTED_EVERY = 60
"""Seconds: no page but one a minute writes that somebody is still there."""


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators. Wrong passwords are counted by axes, for a name from an address."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """The count that would stand here is by name alone: it would let anybody lock the editors out."""
        self._login_failed_rl_usage = None


class IdleSessionMiddleware:
    """Ends a session that was not used for as long as the settings allow."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Only where a session is known by its cookie: readers have none.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            now = int(time.time())
            seen = request.session.get(_LAST_SEEN, now)
            if now - seen > settings.SESSION_IDLE_SECONDS:
                logout(request)
            elif now - seen >= _NOTED_EVERY or _LAST_SEEN not in request.session:
                request.session[_LAST_SEEN] = now
        return self._get_response(request)
