"""What became of each file that was read. Shown, not edited."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.read_only import Kept, ReadOnly
from timeline.models import Import, ImportedFile
from timeline.refusal_words import reason_words


class ReasonInWords:
    @admin.display(description=_("reason"))
    def why(self, file: ImportedFile) -> str:
        return reason_words(file)


class ImportedFileInline(ReasonInWords, ReadOnly, Kept, admin.TabularInline):
    model = ImportedFile
    fields = ("name", "state", "why", "source", "claims", "undated")
    readonly_fields = fields
    extra = 0


@admin.register(Import)
class ImportAdmin(ReadOnly, Kept, admin.ModelAdmin):
    list_display = ("started", "finished", "files_read", "files_refused", "extractor")
    date_hierarchy = "started"
    fields = ("started", "finished", "paths", "extractor")
    readonly_fields = fields
    inlines = (ImportedFileInline,)

    @admin.display(description=_("files"))
    def files_read(self, batch: Import) -> int:
        return batch.files.count()

    @admin.display(description=_("refused"))
    def files_refused(self, batch: Import) -> int:
        return batch.files.filter(state=ImportedFile.State.REFUSED).count()


@admin.register(ImportedFile)
class ImportedFileAdmin(ReasonInWords, ReadOnly, Kept, admin.ModelAdmin):
    list_display = ("name", "batch", "state", "claims", "undated", "why")
    list_filter = ("state", "batch")
    list_select_related = ("batch",)
    search_fields = ("name", "reason", "source__title")
    search_help_text = _("File name, reason or title of the article.")
    fields = ("batch", "name", "state", "why", "source", "claims", "undated")
    readonly_fields = fields
