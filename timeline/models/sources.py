"""Articles, and the passages of them that support statements."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, cast

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.extraction.records import Modality
from timeline.models.actors import Actor
from timeline.models.chronologies import Chronology
from timeline.models.dated import Dated
from timeline.models.kinds import Kind
from timeline.models.places import Place


class SourceQuerySet(models.QuerySet["Source"]):
    def current(self) -> SourceQuerySet:
        """The newest version of each article."""
        return self.filter(state=Source.State.CURRENT)

    def with_addresses(self, addresses: list[str]) -> SourceQuerySet:
        """Those whose hash begins with one of these."""
        conditions = [Q(sha256__startswith=address) for address in addresses]
        return self.filter(reduce(or_, conditions)) if conditions else self.none()


class Source(Dated):
    """An article, kept verbatim. Its date columns are those of publication; empty: the article does not say."""

    class State(models.TextChoices):
        CURRENT = "current", _("current")
        SUPERSEDED = "superseded", _("superseded by a newer version")

    name = models.CharField(
        _("file name"), max_length=400, db_index=True, help_text=_("The name under which the file was read.")
    )
    sha256 = models.CharField(
        "SHA-256", max_length=64, unique=True, help_text=_("Of the file's bytes; the proof that nothing was changed.")
    )
    chronology = models.ForeignKey(
        Chronology,
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="sources",
        verbose_name=_("chronology"),
        help_text=_("Empty: the chronology of the articles that are read here."),
    )
    title = models.CharField(_("title"), max_length=500, blank=True, help_text=_("As the article has it."))
    opening = models.CharField(
        _("opening words"), max_length=100, blank=True, help_text=_("Stand for the title where there is none.")
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True, help_text=_("Newspaper, agency or site."))
    author = models.CharField(_("author"), max_length=300, blank=True, help_text=_("As the article names them."))
    url = models.URLField(_("address"), max_length=1000, blank=True, help_text=_("Where the article was published."))
    language = models.CharField(_("language"), max_length=2, help_text=_("fr or en."))
    dateline = models.CharField(
        _("dateline"), max_length=200, blank=True, help_text=_("The place a dispatch starts with.")
    )
    text = models.TextField(_("text"), help_text=_("The article's characters, verbatim. Citations point into it."))
    furniture = models.JSONField(
        _("page furniture"),
        default=list,
        blank=True,
        help_text=_("Stretches [start, end] that are not the article: related links, captions, credits."),
    )
    original = models.FileField(
        _("original file"), upload_to="", max_length=400, blank=True, help_text=_("The file as it was received.")
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=State,
        default=State.CURRENT,
        help_text=_("Whether this is the newest version of the article."),
    )
    supersedes = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
        help_text=_("The version of the same file before this one."),
    )
    reprint_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reprints",
        verbose_name=_("reprint of"),
        help_text=_("The article that this one shares most of its text with and that was out before it."),
    )
    extractor = models.CharField(
        _("extractor version"), max_length=64, blank=True, help_text=_("The version that last read this article.")
    )
    added = models.DateTimeField(_("added"), auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.title or self.name

    @property
    def original_id(self) -> int:
        """The article that counts as the source of what this one says: itself, or the one that it reprints."""
        return self.reprint_of_id or self.pk

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.sha256[:12]])


class CitationQuerySet(models.QuerySet["Citation"]):
    def standing(self) -> CitationQuerySet:
        """Those that neither a person nor a newer version of the article has set aside; a newer version sets aside no
        passage that a person took."""
        kept = Q(source__state=Source.State.CURRENT) | Q(extractor=Citation.BY_HAND)
        return self.exclude(state=Citation.State.REJECTED).filter(kept)

    def by_hand(self) -> CitationQuerySet:
        """Those that a person took from the article."""
        return self.filter(extractor=Citation.BY_HAND)

    def of_article(self) -> CitationQuerySet:
        """What a reader of the article sees marked: passages of published events, and undated claims."""
        shown = Q(event__status="published") | Q(event=None, refusal=Citation.Refusal.UNDATED)
        return self.exclude(state=Citation.State.REJECTED).filter(shown).order_by("start", "-end", "id")

    def for_reading(self) -> CitationQuerySet:
        """Brings along source, event and actors, without the articles' full texts."""
        return (
            self.select_related("source", "place", "event__place")
            .defer("source__text", "claim")
            .prefetch_related("actors", "event__participations__actor")
        )

    def as_published(self) -> CitationQuerySet:
        """In the order in which the articles came out, those that do not say when first: in PostgreSQL, too."""
        return self.order_by(F("source__earliest").asc(nulls_first=True), "source_id", "start")

    def undated_claims(self) -> CitationQuerySet:
        """Claims that no date could be found for: they have a list of their own and no event."""
        return self.standing().filter(event=None, refusal="undated")

    def refused_claims(self) -> CitationQuerySet:
        """Sentences of the articles read here that the program took for no event, for another reason than the date."""
        found = self.standing().filter(event=None, source__chronology=None)
        return found.exclude(refusal__in=["", Citation.Refusal.UNDATED])

    def orphaned(self) -> CitationQuerySet:
        """Those that support an event and stand in a version of their article that a newer one has replaced."""
        found = self.exclude(state=Citation.State.REJECTED).exclude(event=None)
        return found.filter(source__state=Source.State.SUPERSEDED)


class Citation(Dated):
    """A passage of a source and what it claims. The date columns hold this source's own reading."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed by the program")
        ACCEPTED = "accepted", _("accepted by an editor")
        REJECTED = "rejected", _("rejected by an editor")

    class Refusal(models.TextChoices):
        UNDATED = "undated", _("no date can be worked out")
        NO_ACTOR = "no_actor", _("nobody is named")
        PLANNED = "planned", _("announced, not reported as done")
        HYPOTHETICAL = "hypothetical", _("supposed, not reported as done")
        DENIED = "denied", _("denied")
        QUOTED = "quoted", _("said in quoted speech")

    class ModalityChoice(models.TextChoices):
        REPORTED = Modality.REPORTED.value, _("reported")
        BACKGROUND = Modality.BACKGROUND.value, _("background")
        PLANNED = Modality.PLANNED.value, _("planned")
        HYPOTHETICAL = Modality.HYPOTHETICAL.value, _("hypothetical")
        DENIED = Modality.DENIED.value, _("denied")

    BY_HAND = "editor"
    """In the place of the extractor's version: a person took the passage from the article."""

    key = models.CharField(
        _("key"),
        max_length=64,
        unique=True,
        editable=False,
        help_text=_("Made from the article's hash, the offsets and the kind: the same at every run."),
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    event = models.ForeignKey(
        "timeline.Event",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("event"),
        help_text=_("The event that this passage supports; empty for an undated or refused claim."),
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("Offset of the passage's first character in the text."))
    end = models.PositiveIntegerField(_("end"), help_text=_("Offset after the passage's last character."))
    quote = models.TextField(_("quote"), help_text=_("The passage; always equal to the text between the offsets."))
    time_start = models.PositiveIntegerField(
        _("start of the date's words"), null=True, blank=True, help_text=_("Offset in the article's text.")
    )
    time_end = models.PositiveIntegerField(
        _("end of the date's words"), null=True, blank=True, help_text=_("Offset in the article's text.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind,
        help_text=_("What this source says it was."),
    )
    place = models.ForeignKey(
        Place,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("place"),
        help_text=_("Where this source says it was."),
    )
    actors = models.ManyToManyField(
        Actor, related_name="citations", blank=True, verbose_name=_("actors"), help_text=_("Whom this source names.")
    )
    modality = models.CharField(
        _("modality"),
        max_length=12,
        choices=ModalityChoice,
        default=ModalityChoice.REPORTED,
        help_text=_("Whether the source reports it as done, planned, supposed or denied."),
    )
    attribution = models.CharField(
        _("attribution"), max_length=300, blank=True, help_text=_("Who says so, in the article's words.")
    )
    refusal = models.CharField(
        _("refusal"), max_length=20, choices=Refusal, blank=True, help_text=_("Why the program did not publish it.")
    )
    claim = models.JSONField(
        _("claim"), default=dict, editable=False, help_text=_("What the extractor found, for merging again.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.PROPOSED, help_text=_("What an editor thinks of it.")
    )
    extractor = models.CharField(
        _("extractor version"), max_length=64, blank=True, help_text=_("The version that found this passage.")
    )

    objects = CitationQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["source", "start", "end", "id"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(name="passage_is_not_empty", condition=Q(end__gt=F("start"))),
        ]

    def __str__(self) -> str:
        return self.quote if len(self.quote) <= 80 else self.quote[:79] + "…"

    @property
    def office_told(self) -> dict[str, Any] | None:
        """The office that the passage speaks of: its role, of whom and to whom."""
        return cast("dict[str, Any] | None", self.claim.get("office"))

    @property
    def is_by_hand(self) -> bool:
        return self.extractor == self.BY_HAND

    @property
    def matches_its_source(self) -> bool:
        """Whether the quote still is what stands at the offsets."""
        return self.source.text[self.start : self.end] == self.quote
