"""What an article's relative dates are counted from: its publication, or the bound that the text itself sets."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import Sentence
from timeline.extraction.times.anchors import Anchors, AnchorStack
from timeline.extraction.times.calendar_dates import named_partial, named_year, read_point
from timeline.extraction.times.counting import first_day
from timeline.extraction.times.grammar import Match, grammar
from timeline.extraction.times.guards import is_no_date
from timeline.extraction.times.readings import Base
from timeline.extraction.times.setting import LONGEST_LEAD, Setting

Matched = tuple[str, Sentence, list[Match]]


def reference_of(matched: Sequence[Matched], anchors: Anchors) -> Base | None:
    """The publication, made finer by a dateline; without one, the latest past date that the text names in full."""
    dateline = _dateline(matched, anchors.published)
    if dateline is not None:
        return dateline
    if anchors.published is not None:
        return Base(anchors.published, "published", anchors.published_wording)
    return _text_bound(matched)


def _dateline(matched: Sequence[Matched], published: HistoricalDate | None) -> Base | None:
    """« GENÈVE, 27 sept (ATS) »: the day on which a dispatch was sent, at the head of its first sentence."""
    if not matched or (published and published.precision is Precision.DAY):
        return None
    folded, sentence, matches = matched[0]
    if not matches:
        return None
    match, cues = matches[0], grammar(sentence.language).cues
    partial, year = named_partial(match, ""), named_year(match, "")
    is_dateline = cues["dateline_before"].fullmatch(folded[: match.start]) and cues["dateline_after"].match(
        folded, match.end
    )
    if not is_dateline or partial is None or not match.has("day") or not sentence.text[:1].isupper():
        return None
    if year is None:
        year = first_day(published).year if published else None
    date = partial.in_year(year) if year is not None else None
    if date is None or (published and not date.certainly_within(published)):
        return None
    return Base(date, "published", sentence.text[match.start : match.end])


def _text_bound(matched: Sequence[Matched]) -> Base | None:
    """The latest date with a year that the text does not speak of as still to come: it was written no earlier."""
    bound: Base | None = None
    for index, (folded, sentence, matches) in enumerate(matched):
        setting = Setting.of(index, sentence, folded, matches, AnchorStack(None))
        for match in matches:
            date = _explicit_past(match, setting)
            if date is not None and (bound is None or first_day(date) > first_day(bound.date)):
                bound = Base(date, "text_bound", sentence.text[match.start : match.end])
    return bound


def _explicit_past(match: Match, setting: Setting) -> HistoricalDate | None:
    suffix = next((suffix for suffix in ("2", "") if named_year(match, suffix) is not None), None)
    if suffix is None or match.rule.resolver not in ("point", "year_alone", "range"):
        return None
    if is_no_date(match, setting):
        return None
    if match.rule.resolver == "year_alone" and setting.after(match, "counted"):
        return None
    floor = max(0, match.start - LONGEST_LEAD)
    opening = setting.grammar.cues["open_bound"].search(setting.folded, floor, match.start)
    if (opening and not opening["since"]) or setting.looks_ahead(match):
        return None
    reading = read_point(match, setting, suffix)
    return reading.date if reading else None
