"""Every example sentence of the trigger lexicons is a test of the kind that it stands under."""

import pytest

from timeline.extraction.candidates.lexicon import load_lexicon
from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.candidates.triggers import noun_kind, verb_trigger
from timeline.extraction.records import Document, Span
from timeline.extraction.sentences import split_sentences

EXAMPLES = [
    pytest.param(language, sentence, kind, id=sentence)
    for language in ("fr", "en")
    for sentence, kind in load_lexicon(language).examples
]


@pytest.mark.parametrize(("language", "sentence", "kind"), EXAMPLES)
def test_example_sentence_tells_of_its_kind_of_event(language, sentence, kind):
    document = Document("example", "0" * 64, sentence, language, body=(Span(0, len(sentence)),))
    (parsed,) = split_sentences(document)
    tree, lexicon = Tree(parsed), load_lexicon(language)
    root = next(position for position in range(len(tree.tokens)) if tree.is_root(position))
    trigger = verb_trigger(tree, root, lexicon)
    kinds = {trigger.kind} if trigger else set()
    kinds |= {found for position in range(len(tree.tokens)) if (found := noun_kind(tree, position, lexicon))}
    assert kind in kinds
