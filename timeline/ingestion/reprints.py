"""Finds the articles that reprint another: new ones are compared with all, and every group chooses its original."""

from __future__ import annotations

from timeline.extraction.reprints import Printing, originals, pairs_worth_comparing, share_most, sketch
from timeline.models import Sketch, Source


def settle_reprints() -> None:
    """Make `reprint_of` what the current articles say. Running it again changes nothing."""
    _compare_new_articles()
    current = list(Source.objects.current().defer("text"))
    lengths = dict(Sketch.objects.values_list("source_id", "length"))
    hashes = {source.pk: source.sha256 for source in current}
    pairs = Sketch.alike.through.objects.values_list("from_sketch_id", "to_sketch_id").order_by("pk")
    found = originals(
        (Printing(source.sha256, source.date, lengths[source.pk]) for source in current),
        ((hashes[one], hashes[other]) for one, other in pairs if one in hashes and other in hashes),
    )
    keys = {sha256: key for key, sha256 in hashes.items()}
    for source in current:
        original = keys.get(found.get(source.sha256, ""))
        if source.reprint_of_id != original:
            source.reprint_of_id = original
            source.save(update_fields=["reprint_of"])


def _compare_new_articles() -> None:
    new = list(Source.objects.current().filter(sketch=None).order_by("sha256"))
    if not new:
        return
    known = list(Sketch.objects.order_by("pk"))
    texts = {source.pk: article_text(source) for source in new}
    made = [Sketch(source=source, minima=sketch(texts[source.pk]), length=len(texts[source.pk])) for source in new]
    Sketch.objects.bulk_create(made)
    sketches = [*known, *made]
    for one, other in pairs_worth_comparing([bytes(each.minima) for each in sketches], first=len(known)):
        mine, theirs = sketches[one], sketches[other]
        if share_most(texts[mine.pk], texts.get(theirs.pk) or article_text(theirs.source)):
            mine.alike.add(theirs)


def article_text(source: Source) -> str:
    """What the author wrote: two articles of one site are alike in all else."""
    start, parts = 0, []
    for first, last in sorted(source.furniture):
        parts.append(source.text[start : max(start, first)])
        start = max(start, last)
    return " ".join([*parts, source.text[start:]])
