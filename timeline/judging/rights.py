"""Who may decide what. Whether readers see an event is the publishers' to say; all else is the editors'.

What the program publishes by itself needs nobody's right, and an editor who accepts or corrects what readers already
see publishes nothing. To refuse an event is reviewing, though it takes it from readers, too.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from timeline.models import Event, Judgement

PUBLISH = "timeline.publish_event"


def is_publishing(before: str, after: str) -> bool:
    """Whether this change of status shows an event to readers or takes it back from them."""
    if before == after:
        return False
    published, draft = Event.Status.PUBLISHED.value, Event.Status.DRAFT.value
    return after == published or (before, after) == (published, draft)


def require_right(user: User, before: str, after: str) -> None:
    """Raises PermissionDenied where this person may not change the status so."""
    if is_publishing(before, after) and not user.has_perm(PUBLISH):
        raise PermissionDenied(_("Only publishers show an event to readers or take it back from them."))


def may_undo(user: User, judgement: Judgement) -> bool:
    """A judgement is taken back by whoever might have made it: an editor's refusal by an editor, even where the event
    is published again thereby."""
    before, after = (judgement.detail.get(when, {}).get("status", "") for when in ("before", "after"))
    return user.has_perm(PUBLISH) or not is_publishing(before, after)
