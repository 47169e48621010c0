"""From sentences to time expressions: finds what the rules match, and resolves it in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.dates import HistoricalDate, Precision, Qualifier
from timeline.extraction.records import Sentence, TimeExpression
from timeline.extraction.times import anaphoric, calendar_dates, clock, deictic, feasts, ranges, undated, weekday_dates
from timeline.extraction.times.anchors import Anchors, AnchorStack, Spoken
from timeline.extraction.times.folding import fold
from timeline.extraction.times.grammar import Match, grammar
from timeline.extraction.times.guards import is_no_date
from timeline.extraction.times.readings import Part, Reading
from timeline.extraction.times.reference import reference_of
from timeline.extraction.times.setting import LONGEST_LEAD, Setting
from timeline.extraction.times.weekdays import dated_weekdays

Resolver = Callable[[Match, Setting], Reading | None]

RESOLVERS: dict[str, Resolver] = {
    name.removeprefix("resolve_"): resolver
    for module in (anaphoric, calendar_dates, clock, deictic, feasts, ranges, undated, weekday_dates)
    for name, resolver in vars(module).items()
    if name.startswith("resolve_")
}


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 annotation. It differs from a time expression in that each end of a range is one of its own."""

    start: int
    end: int
    text: str
    timex_type: str
    value: str


@dataclass(frozen=True, slots=True)
class _Found:
    expression: TimeExpression
    parts: tuple[Part, ...]


def find_times(sentences: Sequence[Sentence], anchors: Anchors) -> list[tuple[TimeExpression, ...]]:
    """The time expressions of each sentence of one document, in order of position."""
    return [tuple(found.expression for found in of_sentence) for of_sentence in _find(sentences, anchors)]


def find_timexes(sentences: Sequence[Sentence], anchors: Anchors) -> list[tuple[Timex, ...]]:
    """The same in the units of TIMEX3, for scoring against annotated texts."""
    results = []
    for sentence, of_sentence in zip(sentences, _find(sentences, anchors), strict=True):
        annotations: list[Timex] = []
        for found in of_sentence:
            annotations.extend(_timexes(found, sentence))
        results.append(tuple(annotations))
    return results


def _find(sentences: Sequence[Sentence], anchors: Anchors) -> list[list[_Found]]:
    read = [(fold(sentence.text), sentence) for sentence in sentences]
    matched = [(folded, sentence, grammar(sentence.language).find(folded)) for folded, sentence in read]
    reference = reference_of(matched, anchors)
    passages = [(sentence.text, matches) for _, sentence, matches in matched]
    stack = AnchorStack(reference, dated_weekdays(passages, reference))
    return [_resolve(index, *of_sentence, stack) for index, of_sentence in enumerate(matched)]


def _resolve(index: int, folded: str, sentence: Sentence, matches: list[Match], stack: AnchorStack) -> list[_Found]:
    found: list[_Found] = []
    if not matches:
        return found
    setting = Setting.of(index, sentence, folded, matches, stack)
    end_of_last = 0
    for match in matches:
        reading = None if is_no_date(match, setting) else _reading(match, setting)
        if reading is None:
            continue
        for start, end, own in _pieces(match, reading):
            date, begin = _bounded(start, setting, own.date, end_of_last)
            if own.date is not None:
                stack.push(_spoken(match, setting, own, since=date is not own.date))
            found.append(_Found(_expression(match, (begin, end), date, own, sentence), own.parts))
            end_of_last = end
    return found


def _pieces(match: Match, reading: Reading) -> list[tuple[int, int, Reading]]:
    """Where an expression begins and ends, and what it means: the match, or its parts where they stand apart."""
    if not reading.apart:
        return [(match.start, match.end, reading)]
    return [
        (part.start, part.end, replace(reading, date=part.date, timex_value=part.value, parts=(), apart=False))
        for part in reading.parts
    ]


def _spoken(match: Match, setting: Setting, reading: Reading, *, since: bool) -> Spoken:
    assert reading.date is not None, "only dates are remembered"
    return Spoken(
        date=reading.date,
        wording=setting.words(match),
        rule=match.rule.name,
        sentence=setting.index,
        paragraph=setting.sentence.paragraph,
        ahead=setting.looks_ahead(match),
        origin=reading.origin,
        base_kind=reading.base.kind if reading.base else "",
        since=since,
        of_a_thing=setting.tells_which(match),
    )


def _reading(match: Match, setting: Setting) -> Reading | None:
    """None where the words mean no date, or one beyond the years 1 to 9999 that a calendar date can have."""
    try:
        return RESOLVERS[match.rule.resolver](match, setting)
    except (OverflowError, ValueError):
        return None  # From datetime, and InvalidDate.


def _bounded(
    start: int, setting: Setting, date: HistoricalDate | None, floor: int
) -> tuple[HistoricalDate | None, int]:
    """The date with what the words before it say: « depuis 2018 » and « jusqu'en 1991 » leave one side open,
    « vers 1995 » is approximate. Also where these words begin, not before `floor`."""
    if date is None or date.precision in (Precision.INTERVAL, Precision.SET):
        return date, start
    floor = max(floor, start - LONGEST_LEAD)
    about = setting.grammar.cues["about"].search(setting.folded, floor, start)
    if about:
        return date.qualified(Qualifier.APPROXIMATE), about.start()
    opening = setting.grammar.cues["open_bound"].search(setting.folded, floor, start)
    if opening is None:
        return date, start
    interval = HistoricalDate.interval(date, None) if opening["since"] else HistoricalDate.interval(None, date)
    return interval, opening.start()


def _expression(
    match: Match, span: tuple[int, int], date: HistoricalDate | None, reading: Reading, sentence: Sentence
) -> TimeExpression:
    return TimeExpression(
        start=sentence.start + span[0],
        end=sentence.start + span[1],
        text=sentence.text[slice(*span)],
        date=date,
        derivation=reading.derivation(match.rule.name),
        timex_type=reading.timex_type,
        timex_value=reading.timex_value,
    )


def _timexes(found: _Found, sentence: Sentence) -> list[Timex]:
    expression = found.expression
    if not found.parts:
        return [Timex(expression.start, expression.end, expression.text, expression.timex_type, expression.timex_value)]
    return [
        Timex(
            sentence.start + part.start,
            sentence.start + part.end,
            sentence.text[part.start : part.end],
            expression.timex_type,
            part.value,
        )
        for part in found.parts
    ]
