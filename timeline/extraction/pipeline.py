"""Runs the stages on one article."""

from __future__ import annotations

from timeline.extraction.candidates import find_candidates
from timeline.extraction.mentions import find_mentions
from timeline.extraction.records import CandidateEvent, Document
from timeline.extraction.sentences import split_sentences
from timeline.extraction.times import Anchors, find_times
from timeline.knowledge import Knowledge


def extract(document: Document, knowledge: Knowledge) -> tuple[CandidateEvent, ...]:
    """What the article claims, in the order of its text. The same document and knowledge always give the same."""
    sentences = split_sentences(document)
    times = find_times(sentences, Anchors(document.published, document.published_wording))
    mentions = find_mentions(document, sentences, times, knowledge)
    return find_candidates(document, sentences, times, mentions, knowledge)
