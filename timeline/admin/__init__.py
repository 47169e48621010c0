"""The editors' desk: Django's own admin, one module per noun. `timeline.judging.decisions` records what is decided."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.accounts import AccountAdmin
from timeline.admin.actors import ActorAdmin
from timeline.admin.citations import CitationAdmin
from timeline.admin.events import EventAdmin
from timeline.admin.imports import ImportAdmin, ImportedFileAdmin
from timeline.admin.judgements import JudgementAdmin
from timeline.admin.places import PlaceAdmin
from timeline.admin.selection import with_sound_selection
from timeline.admin.sources import SourceAdmin

# One way in, so that the second factor cannot be gone round.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.admin_view = with_sound_selection(admin.site.admin_view)  # type: ignore[assignment,method-assign]
admin.site.site_header = _("Aide-mémoire: the editors’ desk")
admin.site.site_title = _("Editors’ desk")
admin.site.index_title = _("The chronology and its sources")

__all__ = [
    "AccountAdmin",
    "ActorAdmin",
    "CitationAdmin",
    "EventAdmin",
    "ImportAdmin",
    "ImportedFileAdmin",
    "JudgementAdmin",
    "PlaceAdmin",
    "SourceAdmin",
]
