"""All hostile inputs by name; each makes a file name and its bytes when it is called."""

from __future__ import annotations

from collections.abc import Callable

from tests.extraction.hostile.containers import ARCHIVES, BOOKS, FEEDS, WORDS
from tests.extraction.hostile.pages import PAGES
from tests.extraction.hostile.pdfs import PDFS
from tests.extraction.hostile.texts import TEXTS

Maker = Callable[[], tuple[str, bytes]]

INPUTS: dict[str, Maker] = {
    name: maker for group in (TEXTS, PAGES, ARCHIVES, WORDS, BOOKS, FEEDS, PDFS) for name, maker in group.items()
}
