"""The questions that the desk asks before it decides on several events at once."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import judging
from timeline.admin.confirmation import Question
from timeline.judging.fields import snapshot
from timeline.models import Citation, Event
from timeline.wording import date_words


def publishing(user: User) -> Question:
    return Question(
        action="publish",
        title=lambda n: ngettext("Publish %(count)s event?", "Publish %(count)s events?", n) % {"count": n},
        button=_("Publish"),
        decide=lambda event, reason: judging.publish(event, user, reason),
        done=lambda n: ngettext("%(count)s event published.", "%(count)s events published.", n) % {"count": n},
        log=_("Published."),
        impossible=_why_not_published,
        stamp=_version,
        aside=_aside,
    )


def taking_back(user: User) -> Question:
    return Question(
        action="take_back",
        title=lambda n: (
            ngettext("Take %(count)s event back from readers?", "Take %(count)s events back from readers?", n)
            % {"count": n}
        ),
        button=_("Take back"),
        decide=lambda event, reason: judging.take_back(event, user, reason),
        done=lambda n: ngettext("%(count)s event taken back.", "%(count)s events taken back.", n) % {"count": n},
        log=_("Taken back from readers."),
        impossible=lambda event: "" if event.status == Event.Status.PUBLISHED else _("Readers do not see it."),
        stamp=_version,
        aside=_aside,
    )


def rejecting(user: User) -> Question:
    return Question(
        action="reject",
        title=lambda n: ngettext("Reject %(count)s event?", "Reject %(count)s events?", n) % {"count": n},
        button=_("Reject"),
        decide=lambda event, reason: judging.reject(event, user, reason),
        done=lambda n: ngettext("%(count)s event rejected.", "%(count)s events rejected.", n) % {"count": n},
        log=_("Rejected."),
        impossible=_already_rejected,
        stamp=_version,
        aside=_aside,
    )


def reviewing(user: User) -> Question:
    return Question(
        action="mark_reviewed",
        title=lambda n: (
            ngettext("Mark %(count)s event as reviewed?", "Mark %(count)s events as reviewed?", n) % {"count": n}
        ),
        button=_("Mark as reviewed"),
        decide=lambda event, reason: judging.correct(event, snapshot(event), user, reason),
        done=lambda n: (
            ngettext("%(count)s event marked as reviewed.", "%(count)s events marked as reviewed.", n) % {"count": n}
        ),
        log=_("Marked as reviewed."),
        impossible=lambda event: _("An editor has seen it before.") if event.reviewed else "",
        stamp=_version,
        aside=_aside,
    )


def _version(event: Event) -> str:
    return str(event.version)


def _aside(event: Event) -> str:
    """« 16 juin 2021 · publié · 2 sources »"""
    sources = event.citations.exclude(state=Citation.State.REJECTED).values("source").distinct().count()
    counted = ngettext("%(count)s source", "%(count)s sources", sources) % {"count": sources}
    return " · ".join([date_words(event.date), str(event.get_status_display()), counted])


def _why_not_published(event: Event) -> str:
    if event.status == Event.Status.PUBLISHED and "status" in event.locked:
        return _("An editor has published it before.")
    try:
        event.check_publishable()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _already_rejected(event: Event) -> str:
    return _("An editor has rejected it before.") if event.status == Event.Status.REJECTED else ""
