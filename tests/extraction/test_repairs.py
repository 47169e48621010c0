"""However a sentence was parsed, mending it leaves a tree: every word leads up to a root."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction.records import Token
from timeline.extraction.repairs import repaired

NAME = st.tuples(st.just("Israël"), st.just("PROPN"), st.sampled_from(["nmod", "appos", "nsubj"]), st.just(""))
VERB = st.tuples(
    st.just("retiré"),
    st.just("VERB"),
    st.sampled_from(["acl", "nmod"]),
    st.sampled_from(["VerbForm=Part", "VerbForm=Fin"]),
)
AUXILIARY = st.tuples(st.just("est"), st.just("AUX"), st.sampled_from(["cop", "aux:tense"]), st.just("VerbForm=Fin"))
SPLIT = st.tuples(
    AUXILIARY,
    st.just(("de", "ADP", "case", "")),
    st.just(("son", "DET", "det", "")),
    st.just(("côté", "NOUN", "obl:mod", "")),
    VERB,
)
"""« est de son côté retiré »"""
WORDS = st.lists(st.one_of(st.tuples(NAME), st.tuples(VERB), st.tuples(NAME, VERB), SPLIT), min_size=1, max_size=4)


@st.composite
def trees(draw):
    """Any words under any heads, without a circle."""
    words = [word for phrase in draw(WORDS) for word in phrase]
    order = draw(st.permutations(range(len(words))))
    heads = {order[0]: order[0]}
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, place - 1))]
    return [
        Token(start=10 * i, end=10 * i + 9, text=text, lemma=text, pos=pos, morph=morph,
              dep="ROOT" if heads[i] == i else dep, head=heads[i], entity="")
        for i, (text, pos, dep, morph) in enumerate(words)
    ]  # fmt: skip


@given(trees())
@settings(max_examples=500)
def test_mended_words_lead_up_to_a_root(tokens):
    mended = repaired(tokens)
    assert [token.text for token in mended] == [token.text for token in tokens]
    for position in range(len(mended)):
        for _step in mended:
            position = mended[position].head
        assert mended[position].head == position
