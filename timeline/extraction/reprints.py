"""Reprinted dispatches: an article most of whose runs of words stand in another one is no source of its own.

Sketches (MinHash, Broder 1997) find the few articles that are worth comparing; the texts themselves decide. Nothing
here depends on the order of the articles, and the sketch of a text is the same on every machine.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate

# Five words in a row stand in two articles by chance only where both quote or name the same.
RUN_OF_WORDS = 5

# Measured on 202 pages of the press: reprints and later versions of a dispatch share 0.55 to 1 of their runs, other
# dispatches of one agency on one matter, which repeat its background, up to 0.48.
MOST_OF_IT = 0.5

# A text of fewer runs than that is a headline or a caption.
FEWEST_RUNS = 20

# Of 256 minima of two texts as many agree as their runs of words do in part. Half of a text within one four times as
# long is an eighth of both; the estimate strays from it by 0.02.
MINIMA = 256
WORTH_COMPARING = 0.06
SEED = 1
SCHEME = "affine32"


def sketch(text: str) -> bytes:
    """1,024 bytes that tell how much of two texts is alike."""
    from datasketch import MinHash  # A second of loading, which a run over known articles can do without.

    minima = MinHash(num_perm=MINIMA, seed=SEED, scheme=SCHEME)
    minima.update_batch([" ".join(run).encode() for run in sorted(runs_of_words(text))])
    return bytes(minima.hashvalues.astype("<u4").tobytes())


def pairs_worth_comparing(sketches: Sequence[bytes], first: int = 0) -> Iterator[tuple[int, int]]:
    """Positions of two sketches, the later one first, whose texts may share a good part. Only pairs with one at `first`
    or later: those before it have been compared."""
    import numpy as np

    rows = np.frombuffer(b"".join(sketches), dtype="<u4").reshape(-1, MINIMA)
    for later in range(first, len(rows)):
        agreeing = (rows[:later] == rows[later]).mean(axis=1)
        yield from ((later, int(earlier)) for earlier in np.flatnonzero(agreeing >= WORTH_COMPARING))


def share_most(one: str, other: str) -> bool:
    """Whether most of the shorter text stands in the longer one; never for a text of next to nothing."""
    return _shared_part(one, other, fewest=FEWEST_RUNS) >= MOST_OF_IT


def shared_part(one: str, other: str) -> float:
    """Which part of the shorter text's runs of words stands in the other too."""
    return _shared_part(one, other, fewest=1)


def _shared_part(one: str, other: str, fewest: int) -> float:
    runs, others = runs_of_words(one), runs_of_words(other)
    shorter = min(len(runs), len(others))
    return len(runs & others) / shorter if shorter >= fewest else 0.0


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Without regard to capitals, punctuation and the form of apostrophes."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + RUN_OF_WORDS]) for start in range(len(words) - RUN_OF_WORDS + 1)}


@dataclass(frozen=True, slots=True)
class Printing:
    """An article as far as it matters which of several was first."""

    sha256: str
    published: HistoricalDate | None
    length: int


def originals(printings: Iterable[Printing], alike: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For the hash of every reprint that of its original.

    `alike` are pairs that share most of a text; what is alike to one is of a group with all that are. The original is
    the one that was certainly out first, of these the longest: a reprint is cut; of these the one with the lowest hash.
    """
    known = {printing.sha256: printing for printing in printings}
    head = {sha256: sha256 for sha256 in known}
    for one, other in alike:
        if one in known and other in known:
            ends = sorted((_head_of(one, head), _head_of(other, head)), key=lambda end: _precedence(known[end]))
            head[ends[1]] = ends[0]
    return {sha256: found for sha256 in known if (found := _head_of(sha256, head)) != sha256}


def _head_of(sha256: str, head: dict[str, str]) -> str:
    while head[sha256] != sha256:
        head[sha256] = head[head[sha256]]
        sha256 = head[sha256]
    return sha256


def _precedence(printing: Printing) -> tuple[dt.date, int, str]:
    latest = printing.published.latest if printing.published else None
    return latest or dt.date.max, -printing.length, printing.sha256
