"""The French model is loaded in half the time, and cuts words as before; both multiply matrices by NumPy, on one
thread."""

import re
from typing import Any

import pytest
from thinc.api import get_current_ops
from threadpoolctl import threadpool_info

from timeline.extraction.sentences import MODELS
from timeline.extraction.spacy_models import LONG, load_model, put_together

LETTERS = "[" + "".join(chr(code) for code in range(0x100, 0x100 + 600)) + "a-z]"


def _pattern(*heads: str) -> str:
    return "(?iu)" + "|".join(f"(?:^{head}[-]{LETTERS}+$)" for head in heads)


def test_alternatives_that_differ_in_their_beginning_are_put_together():
    heads = [f"(?:anti|a{number})" for number in range(200)]
    pattern = _pattern(*heads)
    shorter = put_together(pattern)
    assert len(pattern) > LONG > len(shorter)
    before, after = re.compile(pattern), re.compile(shorter)
    for word in ("anti-missile", "Anti-Missile", "a7-b", "a7b", "a-7", "a199-x", "a200-x", "anti-", ""):
        assert bool(before.match(word)) is bool(after.match(word))


@pytest.mark.parametrize(
    "pattern", [_pattern("anti"), "(?iu)(?:^a$)|(?:^b$)", "a" * (LONG + 1), f"x{_pattern(*'ab' * 200)}"]
)
def test_any_other_pattern_stays_as_it_is(pattern: str):
    assert put_together(pattern) == pattern


def test_matrices_are_multiplied_by_numpy_on_one_thread():
    usual = get_current_ops()
    vectors: Any = load_model(MODELS["en"]).get_pipe("tok2vec")
    layers = [layer for layer in vectors.model.walk() if layer.name == "maxout"]
    assert layers
    assert not any(layer.ops.use_blis for layer in layers)
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}
    assert get_current_ops() is usual
