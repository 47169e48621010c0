"""The words of the chronology axis in the reader's language, so that its scripts hold none."""

from collections.abc import Callable

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from timeline.models import Event


def axis_words() -> dict[str, object]:
    return {
        "kinds": {kind.value: capfirst(str(kind.label)) for kind in Event.Kind},
        "axis": _("Chronology axis"),
        "events": _("Events on the axis, in order of time"),
        "keys": _("Left and right arrows move between events, question mark shows all keys."),
        "overview": _("The whole span; drag to move the window"),
        "empty": _("No event to draw in this selection."),
        "loading": _("Loading events…"),
        "failed": _("The axis could not be drawn: {reason}. The list below is complete."),
        "unreadable": _("the answer is not axis data"),
        "unreachable": _("the server does not answer"),
        "retry": _("Try again"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "fit": _("Show everything"),
        "filter_short": pgettext("button", "Filter"),
        "filter": _("Filter the list to this window"),
        "help": _("Keys and marks"),
        "close": _("Close"),
        "hint": _("Drag to move, Ctrl + wheel to zoom, ? for keys"),
        "hint_touch": _("Drag sideways to move, pinch to zoom"),
        "dismiss": _("Do not show this again"),
        "lanes": _("Lanes"),
        "lanes_one": _("One lane"),
        "lanes_kind": _("By kind"),
        "lanes_actor": _("By actor"),
        "lanes_many": _("So many events are drawn as counts, which lanes cannot sort: zoom in or filter first."),
        "others": _("Others"),
        "families": {
            "talks": _("Meetings"),
            "travel": _("Visits"),
            "voice": _("Calls, statements"),
            "accord": _("Agreements"),
            "office": _("Offices"),
            "measure": _("Sanctions, ruptures"),
            "force": _("Conflicts, incidents"),
            "exchange": _("Exchanges"),
            "other": _("Others"),
        },
        "save": _("Save or embed this view"),
        "save_short": pgettext("button", "Save"),
        "save_svg": _("Picture as SVG"),
        "save_png": _("Picture as PNG"),
        "file": pgettext("file name", "chronology"),
        "embed": _("Embed in a page…"),
        "embed_help": _("Paste this where the axis shall stand. It follows the filter, and links back to this site."),
        "copy": _("Copy"),
        "copied": _("Copied"),
        "counted": _forms(lambda number: ngettext("{count} event", "{count} events", number)),
        "sources": _forms(lambda number: ngettext("{count} source", "{count} sources", number)),
        "opens": _("{count}, {dates}: open"),
        "marks": _("What the marks say"),
        "mark": {
            "day": _("A day is known"),
            "month": _("Somewhere in this month, season, year or decade"),
            "interval": _("It lasted from one end to the other; hatched where an end is not known exactly"),
            "open": _("An end is not known"),
            "about": _("About this time, or uncertain"),
            "set": _("One of these days"),
            "count": _("So many events stand too close: open to zoom in"),
        },
        "keyboard": _("Keys"),
        "key": [
            ["← →", _("previous and next event")],
            [_("Home End"), _("first and last event")],
            [_("Enter"), _("open the event, or zoom into a count")],
            ["+ −", _("zoom in and out")],
            ["0", _("show everything")],
            [_("Shift + ← →, Page Up, Page Down"), _("move the window")],
            [_("Esc"), _("leave the axis")],
            ["?", _("this help")],
        ],
        "pointer": _(
            "With the mouse: drag to move, Ctrl + wheel or double click to zoom, Shift + wheel to move. "
            "With fingers: drag sideways, pinch to zoom."
        ),
    }


def _forms(worded: Callable[[int], str]) -> dict[str, str]:
    """The singular and the plural, under the names that scripts know them by."""
    return {"one": worded(1), "other": worded(2)}
