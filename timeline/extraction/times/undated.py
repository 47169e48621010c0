"""Resolvers of time words that name no date: durations, repeated and vague times.

They are expressions of TIMEX3 all the same, and they keep their words from being taken for a date.
"""

from __future__ import annotations

from timeline.extraction.records import Origin
from timeline.extraction.times.amounts import amount_of
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.guards import is_age
from timeline.extraction.times.readings import Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.timex import SEASONS, duration_value

_FREQUENCY = {
    "quotidien": "P1D",
    "hebdomadaire": "P1W",
    "mensuel": "P1M",
    "trimestriel": "P1Q",
    "annuel": "P1Y",
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
}

_NAMED_LENGTHS = {
    "siecle": "P50Y",
    "century": "P50Y",
    "heure": "PT30M",
    "hour": "PT30M",
    "journee": "PT12H",
    "day": "PT12H",
    "quinquennat": "P5Y",
    "septennat": "P7Y",
}


def resolve_duration(match: Match, setting: Setting) -> Reading | None:
    if is_age(match, setting):
        return None
    half = match.captures.get("half")
    if half:
        value = next(value for ending, value in _NAMED_LENGTHS.items() if half.endswith(ending))
        return Reading(None, Origin.EXPLICIT, None, "DURATION", value)
    unit = match.word("unit")
    amount = amount_of(match)
    if amount is None and not match.has("amount") and not match.has("vague") and not match.text.endswith("s"):
        # "the past decade" is one.
        amount = 1
    return Reading(None, Origin.EXPLICIT, None, "DURATION", duration_value(amount, unit))


def resolve_repeated(match: Match, setting: Setting) -> Reading:
    del setting
    frequency = match.captures.get("frequency")
    if frequency:
        return Reading(None, Origin.EXPLICIT, None, "SET", _FREQUENCY[frequency])
    if not match.has("unit"):
        return Reading(None, Origin.EXPLICIT, None, "SET", "P1D")
    return Reading(None, Origin.EXPLICIT, None, "SET", duration_value(amount_of(match) or 1, match.word("unit")))


def resolve_every_weekday(match: Match, setting: Setting) -> Reading:
    del setting
    return Reading(None, Origin.EXPLICIT, None, "SET", f"XXXX-WXX-{match.number('weekday')}")


def resolve_vague(match: Match, setting: Setting) -> Reading:
    del setting
    return Reading(None, Origin.RELATIVE, None, "DATE", match.rule.settings["value"])


def resolve_any_season(match: Match, setting: Setting) -> Reading:
    """« en été », whatever the year."""
    del setting
    season = match.number("season")
    assert season is not None, "the rule captures a season"
    return Reading(None, Origin.EXPLICIT, None, "DATE", f"XXXX-{SEASONS[season]}")
