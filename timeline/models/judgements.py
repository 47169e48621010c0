"""What editors decided. A judgement is kept, can be undone, and is replayed at every run of the extractor."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.languages import in_readers_language


class Judgement(models.Model):
    class Verdict(models.TextChoices):
        PUBLISH = "publish", _("publish")
        REJECT = "reject", _("reject")
        MERGE = "merge", _("merge")
        SPLIT = "split", _("split")
        CORRECT = "correct", _("correct")
        HAND_BACK = "hand_back", _("hand back to the program")
        SAME = "same", _("same actor")
        DIFFERENT = "different", _("different actors")
        RENAME = "rename", _("rename")
        CREATE = "create", _("create")
        CITE = "cite", _("add a passage")

    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict, help_text=_("What was decided."))
    event = models.ForeignKey(
        "timeline.Event",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="judgements",
        verbose_name=_("event"),
        help_text=_("The event as it was then; the passages are what counts."),
    )
    passages = models.JSONField(
        _("passages"), default=list, help_text=_("Keys of the citations that were judged, so that it can be replayed.")
    )
    spans = models.JSONField(
        _("where the passages stand"),
        default=dict,
        blank=True,
        help_text=_(
            "By key, the article's hash, the offsets and the kind: how a passage is known again when a newer program "
            "draws its bounds otherwise."
        ),
    )
    detail = models.JSONField(_("detail"), default=dict, blank=True, help_text=_("Field values before and after."))
    reason = models.CharField(_("reason"), max_length=500, blank=True, help_text=_("Why, in the editor's words."))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,  # An account that has done something is deactivated; who did it stays known.
        null=True,
        blank=True,
        related_name="judgements",
        verbose_name=_("decided by"),
        help_text=_("Who decided."),
    )
    decided = models.DateTimeField(_("decided"), auto_now_add=True)
    batch = models.CharField(
        _("batch"),
        max_length=32,
        blank=True,
        editable=False,
        db_index=True,
        help_text=_("The same for judgements that were made in one go, which are undone in one go."),
    )
    undone = models.DateTimeField(_("undone"), null=True, blank=True, help_text=_("When it was taken back, if it was."))

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ["-decided", "-id"]
        indexes = [models.Index(fields=["decided_by", "decided"], name="judgement_by_editor")]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.event or ', '.join(self.actor_names or self.passages)}"

    @property
    def actor_names(self) -> list[str]:
        """Whom it is about, as they were called then; empty where it is about an event."""
        told = self.detail.get("told", {}).values()
        return [in_readers_language(fr=one["name_fr"], en=one["name_en"]) for one in told]
