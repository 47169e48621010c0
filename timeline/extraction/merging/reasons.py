"""Why two claims were held to be about one happening, in a form that a page can put into words."""

from __future__ import annotations

from timeline.extraction.merging.dating import Dates
from timeline.extraction.merging.likeness import Kinds, Places, Relation
from timeline.extraction.merging.rules import Likeness
from timeline.extraction.records import MergeReason

_OF_KINDS = {
    Kinds.SAME: MergeReason.SAME_KIND,
    Kinds.RELATED: MergeReason.RELATED_KINDS,
    Kinds.OCCASION: MergeReason.ONE_OCCASION,
}
_OF_DATES = {Dates.SAME: MergeReason.SAME_DATE, Dates.NEAR: MergeReason.DATES_DIFFER}
_OF_PLACES = {Places.SAME: MergeReason.SAME_PLACE, Places.APART: MergeReason.PLACES_DIFFER}


def reasons(likeness: Likeness) -> frozenset[MergeReason]:
    found = {
        _OF_KINDS[likeness.kinds],
        _OF_DATES.get(likeness.dates.grade, MergeReason.COMPATIBLE_DATES),
    }
    if likeness.places in _OF_PLACES:
        found.add(_OF_PLACES[likeness.places])
    company = likeness.company
    if company.relation is not Relation.UNNAMED:
        same = company.relation is Relation.SAME and not company.by_standing
        found.add(MergeReason.SAME_ACTORS if same else MergeReason.SHARED_ACTORS)
    if company.by_standing:
        found.add(MergeReason.BY_STANDING)
    return frozenset(found)
