"""What keeps an installation from reading any article at all, told from what is wrong with one article."""

from __future__ import annotations

from django.utils.translation import gettext as _


class InstallationFault(Exception):
    """No fault of the article, which can be read once this is put right. The message says what and how."""

    in_plain_words = True


def no_room(error: OSError) -> InstallationFault:
    reason = _("the data folder cannot be written to: %(error)s; make room there")
    return InstallationFault(reason % {"error": error.strerror or error})


def no_model(model: str) -> InstallationFault:
    reason = _(
        "the language model %(model)s is missing where files are read; install requirements.txt there and start the "
        "worker anew"
    )
    return InstallationFault(reason % {"model": model})
