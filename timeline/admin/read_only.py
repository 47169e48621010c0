"""Admin pages that show and never write: evidence and history are not edited."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


class NothingAdded:
    """The program makes these; nobody adds one by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnly(NothingAdded):
    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Kept:
    """Nobody deletes these, whatever their rights."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
