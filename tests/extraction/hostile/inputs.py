"""All hostile inputs by name; each makes a file name and its bytes when it is called with a number of words."""

from __future__ import annotations

from tests.extraction.hostile.containers import ARCHIVES, BOOKS, FEEDS, WORDS
from tests.extraction.hostile.pages import PAGES
from tests.extraction.hostile.pdfs import PDFS
from tests.extraction.hostile.texts import TEXTS, Maker

FILES = {
    f"{group}: {name}": maker
    for group, makers in (
        ("page", PAGES),
        ("archive", ARCHIVES),
        ("Word", WORDS),
        ("EPUB", BOOKS),
        ("feed", FEEDS),
        ("PDF", PDFS),
    )
    for name, maker in makers.items()
}

INPUTS: dict[str, Maker] = {**TEXTS, **{name: lambda _, make=make: make() for name, make in FILES.items()}}

# They take seconds of reading each, by design just below a limit.
HEAVY = {
    "page: 10,000 links", "page: wide table", "page: noise with tags", "Word: 14 MB of paragraphs", "feed: 1,000 entries",
    "feed: deep tags", "feed: ampersands", "PDF: 200 full pages", "PDF: 1.9 MB of lines", "PDF: 1.9 MB of letters",
    "PDF: 1.9 MB of empty text", "PDF: 1.9 MB of states", "PDF: 60,000 lines at the edge", "PDF: 100 pages that share one drawing",
    "bytes: 4,900 paragraphs of one word", "archive: bomb: ten files of 19 MB", "bytes: 100 MB",
}  # fmt: skip
