"""Articles: verbatim, with their hash and the passages found in them. Nobody edits the text of evidence."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from timeline.admin.history import HistoryAdmin
from timeline.admin.passages import claim_in_words, passage_address
from timeline.admin.read_only import Kept, ReadOnly
from timeline.models import Citation, Source
from timeline.pages.explanation import explain_publication
from timeline.wording import date_words, source_label


class CitationInline(ReadOnly, Kept, admin.TabularInline):
    model = Citation
    fields = ("passage", "reported", "event", "state", "refusal")
    readonly_fields = fields
    show_change_link = True
    extra = 0
    verbose_name = _("passage")
    verbose_name_plural = _("passages found in it")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        rows = super().get_queryset(request).select_related("source", "place", "event").order_by("start")
        return rows.prefetch_related("actors", "event__participations__actor")

    @admin.display(description=_("passage"))
    def passage(self, citation: Citation) -> SafeString:
        return format_html('<a href="{}">{}</a>', passage_address(citation), citation.quote)

    @admin.display(description=_("what this source says"))
    def reported(self, citation: Citation) -> SafeString:
        return claim_in_words(citation)


@admin.register(Source)
class SourceAdmin(ReadOnly, Kept, HistoryAdmin):
    list_display = ("label", "publisher", "day", "language", "citations_found", "state", "added")
    list_filter = ("state", "language", "publisher")
    list_per_page = 50
    search_fields = ("title", "publisher", "author", "name", "sha256", "text")
    search_help_text = _("Words of the article or of its title, publisher, author, file name or hash.")
    fields = (
        "title",
        "publisher",
        "author",
        "url",
        "published",
        "language",
        "dateline",
        "article",
        "name",
        "sha256",
        "original",
        "state",
        "supersedes",
        "reprint_of",
        "extractor",
        "added",
    )
    readonly_fields = fields
    inlines = (CitationInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(found=Count("citations", distinct=True))

    @admin.display(description=_("article"), ordering="title")
    def label(self, source: Source) -> str:
        return source_label(source)

    @admin.display(description=_("published on"), ordering="earliest")
    def day(self, source: Source) -> str:
        return date_words(source.date, short=True)

    @admin.display(description=_("published on"))
    def published(self, source: Source) -> str:
        return explain_publication(source)

    @admin.display(description=_("passages"), ordering="found")
    def citations_found(self, source: Source) -> int:
        return getattr(source, "found", 0)

    @admin.display(description=_("text"))
    def article(self, source: Source) -> SafeString:
        return format_html('<pre class="article" lang="{}">{}</pre>', source.language, source.text)
