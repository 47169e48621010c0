"""The rows that an action of the desk is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase

LONGEST_KEY = 18
"""Digits; the database has no larger numbers."""

View = Callable[..., HttpResponseBase]


def with_sound_selection(admin_view: Callable[..., View]) -> Callable[..., View]:
    """Every row of the desk is known by a number; any other key would be an error of the server to the admin itself."""

    @wraps(admin_view)
    def guarded(view: View, *args: Any, **kwargs: Any) -> View:
        within = admin_view(view, *args, **kwargs)

        @wraps(within)
        def answer(request: HttpRequest, *view_args: Any, **view_kwargs: Any) -> HttpResponseBase:
            if request.method == "POST" and not all(map(_is_key, request.POST.getlist(ACTION_CHECKBOX_NAME))):
                raise BadRequest("a row that was chosen has no such key")
            return within(request, *view_args, **view_kwargs)

        return answer

    return guarded


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY
