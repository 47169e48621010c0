"""Who acts just now, and why. What is written within one act belongs together in the history."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponseBase


@dataclass(frozen=True, slots=True)
class Act:
    user: AbstractBaseUser | None = None
    why: str = ""
    key: uuid.UUID = field(default_factory=uuid.uuid4)


_ACT: ContextVar[Act | None] = ContextVar("act", default=None)


def current_act() -> Act:
    """Outside of any, each change is an act of the program's own."""
    return _ACT.get() or Act()


@contextmanager
def acting(user: AbstractBaseUser | None = None, why: str = "") -> Iterator[None]:
    """What is written within is this person's. Inside another act it stays part of that one."""
    outer = current_act()
    token = _ACT.set(Act(user or outer.user, why or outer.why, outer.key))
    try:
        yield
    finally:
        _ACT.reset(token)


@contextmanager
def by_the_program(why: Callable[[], str]) -> Iterator[None]:
    """What is written within is the program's, whoever set it to work. Also a decorator."""
    token = _ACT.set(Act(why=why()))
    try:
        yield
    finally:
        _ACT.reset(token)


class ActMiddleware:
    """What a request writes is an act of whoever sent it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # The user is looked up only where something is written: readers' pages ask the database for no account.
        with acting(request.user):  # type: ignore[arg-type]
            return self._get_response(request)
