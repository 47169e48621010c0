"""Loads spaCy's language models: the French one in half the time that it takes by itself, both to read faster.

More than half of the time of loading goes into one regular expression, of 1.4 million characters: which words with a
hyphen or an apostrophe are one token. Its 266 alternatives differ in a few letters, and each spells out all letters of
the Latin alphabets. Put together, the alternatives mean the same and compile in no time.

Half of the time of reading goes into products of matrices. NumPy's library multiplies them three times as fast as the
one that spaCy comes with, on one thread: on several, the threads spend more time waiting for each other than they save.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import spacy
from spacy.language import Language
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from timeline.extraction.collector import collector_at_rest

# Only a pattern that is longer is worth the work.
LONG = 100_000

_FLAGS, _OPENING, _CLOSING = "(?iu)", "(?:^", "$)"
# What tells an alternative from the others, and a tail that begins with a class of all letters.
_ALTERNATIVE = re.compile(r"(?P<head>.*?)(?P<tail>\[[^\]]{500,}\].*)", re.DOTALL)


class MissingModel(Exception):
    """The model is not installed, or another version of spaCy made it."""

    def __init__(self, model: str) -> None:
        super().__init__(model)
        self.model = model


def load_model(name: str) -> Language:
    """Raises MissingModel."""
    threadpool_limits(limits=1, user_api="blas")
    with _long_patterns_put_together(), collector_at_rest(), use_ops("numpy", use_blis=False):
        try:
            return spacy.load(name)
        except OSError as error:
            raise MissingModel(name) from error


@contextmanager
def _long_patterns_put_together() -> Iterator[None]:
    """The pattern is compiled while a module of spaCy is imported: it can be reached in no other place."""
    compile_as_it_is = re.compile

    def compile_put_together(pattern: str | re.Pattern[str], flags: int = 0) -> re.Pattern[str]:
        return compile_as_it_is(put_together(pattern) if isinstance(pattern, str) else pattern, flags)

    re.compile = compile_put_together  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_as_it_is


def put_together(pattern: str) -> str:
    """The alternation `(?:^ax$)|(?:^bx$)` as `(?:^(?:a|b)x$)`, if it is long; any other pattern as it is."""
    inner = pattern.removeprefix(_FLAGS)
    if len(pattern) < LONG or not (inner.startswith(_OPENING) and inner.endswith(_CLOSING)):
        return pattern
    by_tail: defaultdict[str, list[str]] = defaultdict(list)
    for alternative in inner[len(_OPENING) : -len(_CLOSING)].split(f"{_CLOSING}|{_OPENING}"):
        parts = _ALTERNATIVE.fullmatch(alternative)
        if parts is None:
            return pattern
        by_tail[parts["tail"]].append(f"(?:{parts['head']})")
    alternatives = (f"{_OPENING}(?:{'|'.join(heads)}){tail}{_CLOSING}" for tail, heads in by_tail.items())
    return (_FLAGS if inner != pattern else "") + "|".join(alternatives)
