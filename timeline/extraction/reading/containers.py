"""A file → the articles in it: itself, the files of an archive, the entries of a feed.

Each stands by itself: one that cannot be read comes out as the error that says why, and the others follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.extraction.reading.feeds import entries_of
from timeline.extraction.reading.formats import Format, format_of
from timeline.extraction.reading.limits import DEFAULT_LIMITS, Limits
from timeline.extraction.reading.names import is_left_out, member_name
from timeline.extraction.reading.packages import Package
from timeline.extraction.reading.refusals import Refusal, Refused, UnreadableArticle


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """The bytes of one article, and the name under which people know it."""

    name: str
    content: bytes


def articles_in(
    name: str, content: bytes, limits: Limits = DEFAULT_LIMITS
) -> Iterator[ArticleFile | UnreadableArticle]:
    """The articles in a file: `archive.zip/folder/article.txt`, `feed.rss/title.atom`; of any other file, itself.

    What is wrong with the file as a whole, or with one of the files in it, comes out in its place as an error.
    """
    yield from _articles(name, content, limits, inside_archive=False)


def _articles(
    name: str, content: bytes, limits: Limits, *, inside_archive: bool
) -> Iterator[ArticleFile | UnreadableArticle]:
    try:
        found = format_of(name, content, limits) if content else Format.TEXT
        if found is Format.ARCHIVE:
            if inside_archive:
                raise Refused(Refusal.NESTED)
            yield from _in_archive(name, content, limits)
        elif found is Format.FEED:
            for entry, document in entries_of(content, limits):
                inner = member_name(name, entry)
                if isinstance(document, Refused):
                    yield UnreadableArticle(inner, document.refusal, document.detail)
                else:
                    yield ArticleFile(inner, document)
        else:
            yield ArticleFile(name, content)
    except Refused as refused:
        yield UnreadableArticle(name, refused.refusal, refused.detail)


def _in_archive(name: str, content: bytes, limits: Limits) -> Iterator[ArticleFile | UnreadableArticle]:
    package = Package(content, limits)
    files = [info for info in package.files() if not is_left_out(package.path(info))]
    if not files:
        raise Refused(Refusal.NO_ARTICLES)
    taken: Counter[str] = Counter()
    for info in files:
        inner = member_name(name, package.path(info))
        taken[inner] += 1
        if taken[inner] > 1:
            inner = f"{inner} ({taken[inner]})"
        try:
            member = package.read(info)
        except Refused as refused:
            yield UnreadableArticle(inner, refused.refusal, refused.detail)
        else:
            yield from _articles(inner, member, limits, inside_archive=True)
