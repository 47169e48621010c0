"""A form that makes something makes it once, however often it is sent: by a double click, or after a look back.

The form holds a number that is drawn when it is shown. What it makes gets a public id that is worked out from that
number and from what was typed, so that the same form with the same words can only mean the same thing, in every process
and without a script. Who goes back and types something else makes something else.
"""

from __future__ import annotations

import secrets

from django.http import QueryDict
from django.utils.crypto import salted_hmac

FIELD = "once"
DIGITS = 10
_SAYS_NOTHING = {"csrfmiddlewaretoken", "do"}
"""Fields that may differ in one and the same form: the second of two clicks may be on another button."""


def new_public_id() -> str:
    return secrets.token_hex(DIGITS // 2)


def new_number() -> str:
    return secrets.token_hex(8)


def public_id_for(data: QueryDict, user: int) -> str:
    """What the form makes for this person; something new each time where the form has no number."""
    if not data.get(FIELD):
        return new_public_id()
    said = sorted((name, values) for name, values in data.lists() if name not in _SAYS_NOTHING)
    return salted_hmac("timeline.once", repr((user, said)), algorithm="sha256").hexdigest()[:DIGITS]
