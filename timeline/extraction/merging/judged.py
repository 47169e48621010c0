"""Groups of claims that people judged: those put together are one cluster from the start, those put apart never meet.

What nobody judged joins such a group by the same rules as any other. A group meets others at the stage at which its
surest claim would: a vague one that a person set apart does not join an exact one again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate
from timeline.extraction.merging.clusters import Cluster, date_of, face_of, finest_first, position
from timeline.extraction.merging.dating import common_date
from timeline.extraction.records import CandidateEvent, MergeReason

Position = tuple[object, ...]
"""What tells a claim from all others; see `position`."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What people decided about claims. Who was judged at all stands in one group, if only by itself."""

    groups: tuple[frozenset[Position], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs of groups, by their numbers, that are not about one happening."""


def seeded(candidates: Iterable[CandidateEvent], judged: Judged) -> tuple[list[Cluster], list[CandidateEvent]]:
    """The groups as clusters, and the claims that are in none."""
    group_of = {claim: number for number, group in enumerate(judged.groups) for claim in group}
    members: dict[int, list[CandidateEvent]] = defaultdict(list)
    free = []
    for candidate in candidates:
        number = group_of.get(position(candidate))
        if number is None:
            free.append(candidate)
        else:
            members[number].append(candidate)
    seeds = {number: as_one(claims) for number, claims in members.items()}
    for number, seed in seeds.items():
        seed.judged = frozenset({number})
        seed.apart = frozenset({two if one == number else one for one, two in judged.apart if number in (one, two)})
    return sorted(seeds.values(), key=lambda seed: finest_first(seed.claims[0])), free


def as_one(claims: Sequence[CandidateEvent], reasons: Iterable[MergeReason] | None = None) -> Cluster:
    """One cluster of all these, whatever they say; because of an editor, unless other reasons are known."""
    ordered = sorted(claims, key=finest_first)
    dates: list[HistoricalDate] = []
    for date in map(date_of, ordered):
        for number, known in enumerate(dates):
            if (together := common_date(known, date)) is not None:
                dates[number] = together
                break
        else:
            dates.append(date)
    made = Cluster(tuple(sorted(dates, key=lambda date: date.sort_key)))
    for claim in ordered:
        made.add(claim, face_of(claim))
    if reasons is None:
        reasons = {MergeReason.EDITOR} if len(ordered) > 1 else ()
    made.reasons = set(reasons)
    return made
