"""The rows that an action or a list of the desk is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase, QueryDict

LAST_YEAR = 9999
"""Of the database and of Python."""
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
            if not all(map(_is_year, _years(request.GET))):
                raise BadRequest("there is no such year")
            return within(request, *view_args, **view_kwargs)

        return answer

    return guarded


def _years(asked: QueryDict) -> list[str]:
    """« 1986 » of `decided__year=1986`: the list is narrowed down by it."""
    return [value for name, values in asked.lists() if "year" in name.split("__") for value in values]


def _is_year(text: str) -> bool:
    return _is_key(text) and 1 <= int(text) <= LAST_YEAR


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY
