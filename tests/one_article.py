"""One article of a paragraph or more, and what is mentioned in it."""

import hashlib
from itertools import pairwise

from timeline.dates import HistoricalDate
from timeline.extraction.mentions import find_mentions
from timeline.extraction.records import Document, Span
from timeline.extraction.sentences import split_sentences
from timeline.extraction.times import Anchors, find_times
from timeline.knowledge import load_knowledge


def article(text, language="fr", published=None):
    """Paragraphs are parted by blank lines."""
    body, start = [], 0
    for paragraph in text.split("\n\n"):
        body.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    date = HistoricalDate.parse(published) if published else None
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document("article.txt", sha256, text, language, tuple(body), published=date)


def mentions_in(text, language="fr", published=None):
    """The mentions of all sentences together; checks that they keep the rule of evidence and do not overlap."""
    document = article(text, language, published)
    sentences = split_sentences(document)
    times = find_times(sentences, Anchors(document.published))
    found = find_mentions(document, sentences, times, load_knowledge())
    assert len(found) == len(sentences)
    for sentence, mentions in zip(sentences, found, strict=True):
        assert all(sentence.start <= mention.start < mention.end <= sentence.end for mention in mentions)
        assert all(document.text[mention.start : mention.end] == mention.text for mention in mentions)
        assert all(one.end <= other.start for one, other in pairwise(mentions))
    return [mention for mentions in found for mention in mentions]


def named(mentions):
    """The words of each mention and the names of those meant; the last mention of the same words counts."""
    return {mention.text: [actor.name for actor in mention.actors] for mention in mentions}
