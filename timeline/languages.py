"""The reader's language, for names that are kept in French and English."""

from django.conf import settings
from django.utils.translation import get_language


def readers_language() -> str:
    """`fr` or `en`."""
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def in_readers_language(*, fr: str, en: str) -> str:
    return fr if readers_language() == "fr" else en
