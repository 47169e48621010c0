"""Documents as sources: storing an article with its claims, its versions and its original file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from django.conf import settings
from django.db import transaction

from timeline.extraction.records import CandidateEvent, Document, Span
from timeline.extraction.reprints import shared_part
from timeline.extraction.version import extractor_version, extractor_words
from timeline.history.authors import by_the_program
from timeline.ingestion.catalogue import Catalogue
from timeline.ingestion.claims import claim_key, fill_citation
from timeline.ingestion.faults import no_model, no_room
from timeline.ingestion.kept_files import write_whole
from timeline.knowledge import load_knowledge
from timeline.models import Citation, Judgement, Sketch, Source

# Two texts under one file name are versions of one article if they share this part of their runs of words; otherwise
# they are two articles that happen to share a name, and neither replaces the other.
SAME_ARTICLE = 0.3
OPENING_LENGTH = 70


@dataclass(frozen=True, slots=True)
class Article:
    """An article as stored."""

    source: Source
    claims: tuple[CandidateEvent, ...]
    passages_standing: int = 0
    """Passages cited from the version before whose words still stand in this text."""
    passages_gone: int = 0


def find_earlier_version(document: Document) -> Source | None:
    for source in Source.objects.current().filter(name=document.name).order_by("-added", "-id"):
        if shared_part(source.text, document.text) >= SAME_ARTICLE:
            return source
    return None


@by_the_program(why=extractor_words)
@transaction.atomic
def restore_version(source: Source) -> None:
    """An edit was taken back: the version that it replaced is the current one again."""
    for newer in source.superseded_by.all():
        _set_aside(newer)
    source.state = Source.State.CURRENT
    source.save()


def _set_aside(source: Source) -> None:
    for newer in source.superseded_by.all():
        _set_aside(newer)
    source.state = Source.State.SUPERSEDED
    source.save()


def find_claims(document: Document) -> tuple[CandidateEvent, ...]:
    """What the document reports; the part that takes long, outside any transaction. Raises InstallationFault."""
    # These load spaCy, which a run over known files can do without.
    from timeline.extraction.pipeline import extract
    from timeline.extraction.spacy_models import MissingModel

    try:
        return extract(document, load_knowledge())
    except MissingModel as error:
        raise no_model(error.model) from error


@by_the_program(why=extractor_words)
@transaction.atomic
def store_article(
    document: Document, claims: tuple[CandidateEvent, ...], known: Source | None, earlier: Source | None
) -> Article:
    """Store the document with its claims.

    `known` is its row if it was read before, by an older extractor; `earlier` the source of which it is a new version.
    """
    source = known or Source(sha256=document.sha256, name=document.name, supersedes=earlier)
    _describe(source, document)
    source.save()
    Sketch.objects.filter(source=source).delete()  # What is the article and what is not may have changed.
    standing, gone = _supersede(earlier, document) if earlier else (0, 0)
    _store_claims(source, claims, Catalogue(load_knowledge()))
    return Article(source, claims, standing, gone)


def keep_original(document: Document, content: bytes) -> None:
    """Keep the file as it was received, under its hash. Raises InstallationFault."""
    path = Path(settings.MEDIA_ROOT) / _original_name(document)
    if path.exists():
        return
    try:
        write_whole(path, [content])
    except OSError as error:
        raise no_room(error) from error


def _original_name(document: Document) -> str:
    suffix = Path(document.name).suffix.lower()
    suffix = suffix if suffix[1:].isalnum() and len(suffix) <= 6 else ""
    return f"{document.sha256[:2]}/{document.sha256}{suffix}"


def _describe(source: Source, document: Document) -> None:
    source.title = document.title[:500]
    source.opening = _opening(document)
    source.publisher = document.publisher[:200]
    source.author = document.author[:300]
    source.url = document.url[:1000]
    source.language = document.language
    source.dateline = document.dateline[:200]
    source.text = document.text
    source.furniture = [[span.start, span.end] for span in (*_header(document), *document.furniture)]
    source.original = _original_name(document)
    source.date = document.published
    source.wording = document.published_wording[:300]
    source.extractor = extractor_version()


def _header(document: Document) -> tuple[Span, ...]:
    """The lines before the article that give its date and the like; a headline is no header."""
    start = document.body[0].start if document.body else 0
    before = document.text[:start]
    holds_headline = bool(document.title) and document.title in before
    return (Span(0, start),) if before.strip() and not holds_headline else ()


def _opening(document: Document) -> str:
    """The article's first words, about as many as a headline has."""
    if not document.body:
        return ""
    first = document.body[0]
    words = shorten(document.text[first.start : first.end], OPENING_LENGTH, placeholder="…")
    return words if not words.endswith("…") else words[:-1].rstrip(" ,;:–-") + "…"


def _supersede(earlier: Source, document: Document) -> tuple[int, int]:
    """Set the old version aside. Its passages are looked for in the new text and counted, never moved."""
    earlier.state = Source.State.SUPERSEDED
    earlier.save()
    quotes = list(earlier.citations.exclude(event=None).values_list("quote", flat=True))
    standing = sum(quote in document.text for quote in quotes)
    return standing, len(quotes) - standing


def _store_claims(source: Source, claims: tuple[CandidateEvent, ...], catalogue: Catalogue) -> None:
    """Write the claims; of those found before, what a person judged stays and what is found no more goes."""
    before = {citation.key: citation for citation in source.citations.exclude(extractor=Citation.BY_HAND)}
    for claim in claims:
        citation = before.pop(claim_key(claim), None) or Citation()
        fill_citation(citation, claim, source)
        citation.place = catalogue.place(claim.place)
        citation.extractor = extractor_version()
        citation.save()
        citation.actors.set([catalogue.actor(participant.actor) for participant in claim.participants])
    _let_go(before.values(), claims)


def _let_go(found_no_more: Iterable[Citation], claims: tuple[CandidateEvent, ...]) -> None:
    """Of passages that the extractor finds no more, those stay that a person relied on or rejected, unless it now draws
    their bounds otherwise: then judgements speak of the new ones."""
    found_no_more = [citation for citation in found_no_more if citation.extractor]
    if not found_no_more:
        return
    judged = Judgement.objects.filter(undone=None).values_list("passages", flat=True)
    judged_keys = {key for passages in judged for key in passages}
    for citation in found_no_more:
        drawn_anew = any(
            claim.kind.value == citation.kind and claim.start < citation.end and citation.start < claim.end
            for claim in claims
        )
        is_judged = citation.state != Citation.State.PROPOSED or citation.key in judged_keys
        if drawn_anew or not is_judged:
            citation.delete()
