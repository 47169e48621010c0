from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate
from django.utils.translation import gettext_lazy as _

WRITTEN = ("Event", "Participation", "Citation", "Actor", "ActorName", "Place", "Source")
"""The models whose rows readers search."""


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = _("Chronology")

    def ready(self) -> None:
        from timeline.history import recording

        recording.connect()
        pre_migrate.connect(_take_triggers_away, sender=self)
        post_migrate.connect(_install_indexes, sender=self)
        post_migrate.connect(_install_roles, sender=self)
        for name in WRITTEN:
            for signal in (post_save, post_delete):
                signal.connect(_refresh_search, sender=self.get_model(name))


def _take_triggers_away(**_signal: object) -> None:
    from timeline.index import revision

    revision.uninstall()


def _install_indexes(**_signal: object) -> None:
    """Migrations know nothing of them: they are made from the rows, and SQLite drops triggers with a changed table."""
    from timeline import search
    from timeline.index import revision

    revision.install()
    search.install()


def _install_roles(**_signal: object) -> None:
    from timeline.serving.accounts import ensure_roles

    ensure_roles()


def _refresh_search(**_signal: object) -> None:
    from timeline.search.refreshing import refresh_after_commit

    refresh_after_commit()
