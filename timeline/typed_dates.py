"""Dates as people type them, in French or English: « mi-juin 2021 », "2005–2008", « avant 1991 », "early 2013".

Only what the words say is read: a year is asked for with its four digits and nothing is counted from today. Whatever
`HistoricalDate.in_words` writes can be typed back.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress

from dateparser.date import DateDataParser

from timeline.dates import HistoricalDate, InvalidDate, Precision, Qualifier
from timeline.languages import readers_language


def read_date(text: str) -> HistoricalDate:
    """The date that was typed, in words or in EDTF. « mi-juin 2021 » is June 2021: the finest that is certain.

    Raises InvalidDate, which names the text, where the words are not a date or leave its year open.
    """
    return _read_typed(text, _whole_of_part)


def as_typed(date: HistoricalDate | None) -> str:
    """The date in the reader's words where these can be typed back, otherwise in EDTF; the inverse of `read_date`."""
    if date is None:
        return ""
    words = date.in_words(readers_language())
    try:
        return words if read_date(words) == date else date.edtf
    except InvalidDate:
        return date.edtf


def read_span(text: str) -> HistoricalDate:
    """The stretch of time that was typed, for a filter: here « mi-juin 2021 » runs from 11 to 20 June."""
    return _read_typed(text, _stretch_of_part)


LONGEST = 200
"""Characters; no date in words is longer."""

PartReader = Callable[[int, HistoricalDate], HistoricalDate]


def _read_typed(text: str, part: PartReader) -> HistoricalDate:
    with suppress(InvalidDate):  # EDTF first; anything else is words.
        return HistoricalDate.parse(text.strip())
    if len(text) > LONGEST:
        raise InvalidDate(f"too long for a date: {text[:40]!r}…")
    try:
        return _read(_plain(text), part)
    except (InvalidDate, OverflowError) as error:  # The calendar ends with 9999.
        raise InvalidDate(f"not a date: {text!r}") from error


def _plain(text: str) -> str:
    """Lower case, straight apostrophes, one kind of dash, single spaces."""
    words = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    words = re.sub(r"[‐‑‒–—−]", "–", words)
    return re.sub(r"\s+", " ", words).strip(" .,;")


# -- the forms of a date, from the outermost words inwards ------------------------------------------------------------


def _read(words: str, part: PartReader) -> HistoricalDate:
    for form in (_unspecified, _one_of, _range, _open, _beside, _qualified, _part, _decade, _season):
        date = form(words, part)
        if date is not None:
            return date
    return _calendar_phrase(words)


_UNSPECIFIED = re.compile(r"(?P<year>\d{4})-(?:xx(?:-xx)?|(?P<month>\d\d)-(?P<tens>[0-3x])x)", re.ASCII)


def _unspecified(words: str, _: PartReader) -> HistoricalDate | None:
    """EDTF's digits that nobody knows: "2021-06-1X" is one of ten days, "2021-06-XX" says no more than "2021-06"."""
    match = _UNSPECIFIED.fullmatch(words)
    if not match:
        return None
    year = int(match["year"])
    if match["month"] is None:
        return HistoricalDate.from_year(year)
    month = HistoricalDate.from_month(year, int(match["month"]))
    if match["tens"] == "x":
        return month
    assert month.latest is not None, "a month ends"
    days = range(max(1, 10 * int(match["tens"])), min(10 * int(match["tens"]) + 9, month.latest.day) + 1)
    return HistoricalDate.one_of(HistoricalDate.from_day(month.latest.replace(day=day)) for day in days)


_ONE_OF = re.compile(r"(?P<others>.+?),? (?:ou|or) (?P<last>.+)")


def _one_of(words: str, part: PartReader) -> HistoricalDate | None:
    """« 2, 9 ou 16 novembre 2021 »"""
    match = _ONE_OF.fullmatch(words)
    if not match:
        return None
    last = match["last"]
    return HistoricalDate.one_of(
        _read(text, part) for text in [*(_completed(other, last) for other in match["others"].split(", ")), last]
    )


_RANGES = [
    re.compile(pattern)
    for pattern in (
        r"(?:(?:dans )?(?:la )?nuit |(?:in )?(?:the )?night )?"
        r"(?:de |du |d'|from |of )(?P<start>.+?) (?:à|au|aux|jusqu'en|jusqu'à|jusqu'au|to|until|till) (?P<end>.+)",
        r"(?:entre |between )(?P<start>.+?) (?:et|and) (?P<end>.+)",
        r"(?P<start>.+?) ?– ?(?P<end>.+)",
        r"(?P<start>.+?) (?:-|à|au|to|et|and) (?P<end>.+)",
        r"(?P<start>\d{4})-(?P<end>\d{4})",
        r"(?P<start>\d{1,2})-(?P<end>\d{1,2} [^\W\d].+)",
        r"(?P<start>[^\W\d]+)-(?P<end>[^\W\d]+ \d{4})",
    )
]
_OPENING = re.compile(r"(?:mi|mid|début|fin|early|late)")


def _range(words: str, part: PartReader) -> HistoricalDate | None:
    """« de 2005 à 2008 », "2–3 November 2021", « les 2 et 3 novembre 2021 »"""
    for pattern in _RANGES:
        match = pattern.fullmatch(words)
        if match and not _OPENING.fullmatch(match["start"]):
            start, end = _completed(match["start"], match["end"]), _completed(match["end"], match["start"])
            return _interval(_read(start, part), _read(end, part))
    return None


def _interval(start: HistoricalDate, end: HistoricalDate) -> HistoricalDate:
    """From the first day of the one to the last of the other; at the ends of a range only points can stand in EDTF."""
    first = start.ends[0] if start.precision is Precision.INTERVAL else start
    last = end.ends[1] if end.precision is Precision.INTERVAL else end
    return HistoricalDate.interval(first, last)


_YEAR = re.compile(r"\b\d{4}\b")
_DAY = r"(?:les? |the )?\d{1,2}(?:er|st|nd|rd|th)?"
_LONE_DAY = re.compile(_DAY)
_DAY_FIRST = re.compile(rf"{_DAY} (?P<month_and_year>\D+ ?\d{{4}})")
_MONTH_FIRST = re.compile(rf"(?P<month>[^\W\d]+\.?) {_DAY}")
_DAY_AND_YEAR = re.compile(rf"{_DAY},? \d{{4}}")


def _completed(piece: str, other: str) -> str:
    """A date that shares its month or its year with the other one of a pair: the « 2 » of « 2–3 novembre 2021 »."""
    year = _YEAR.search(other)
    if year is None or _YEAR.search(piece):
        month = _MONTH_FIRST.fullmatch(other)
        return f"{month['month']} {piece}" if month and _DAY_AND_YEAR.fullmatch(piece) else piece
    if re.fullmatch(r"\d\d", piece) and other == year[0]:
        return f"{year[0][:2]}{piece}"
    month_and_year = _DAY_FIRST.fullmatch(other)
    if _LONE_DAY.fullmatch(piece) and month_and_year:
        return f"{piece} {month_and_year['month_and_year']}"
    return f"{piece} {year[0]}"


_SINCE = re.compile(
    r"(?:depuis|dès|à partir d[eu']|à compter d[eu']|since|from|starting(?: in| on| from)?) ?(?P<start>.+?)"
    r"|(?P<before_words>.+?) (?:onwards?|and after|and later|et après)|(?P<before_dash>.*\d) ?–"
)
_UNTIL = re.compile(r"(?:jusqu'(?:en|à|aux?)|until|till|up to) ?(?P<end>.+)|– ?(?P<after_dash>.*\d.*)")


def _open(words: str, part: PartReader) -> HistoricalDate | None:
    """« depuis 2018 », "until 1991\""""
    if match := _SINCE.fullmatch(words):
        return HistoricalDate.interval(_read(_first_group(match), part).ends[0], None)
    if match := _UNTIL.fullmatch(words):
        return HistoricalDate.interval(None, _read(_first_group(match), part).ends[1])
    return None


def _first_group(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)


_BESIDE = re.compile(r"(?P<side>avant|before|après|after) (?P<rest>.+)")


def _beside(words: str, part: PartReader) -> HistoricalDate | None:
    """« avant 1991 » ends with 1990, "after June 2021" begins with July."""
    match = _BESIDE.fullmatch(words)
    if not match:
        return None
    date = _read(match["rest"], part)
    if match["side"] in ("avant", "before") and date.earliest:
        return HistoricalDate.interval(None, _unit_of(date.precision, date.earliest - dt.timedelta(days=1)))
    if match["side"] in ("après", "after") and date.latest:
        return HistoricalDate.interval(_unit_of(date.precision, date.latest + dt.timedelta(days=1)), None)
    raise InvalidDate(f"nothing lies beside an open end: {words!r}")


def _unit_of(precision: Precision, day: dt.date) -> HistoricalDate:
    """The year or month that holds the day, in the unit that was typed; the day itself for all other units."""
    if precision in (Precision.YEAR, Precision.DECADE):
        return HistoricalDate.from_year(day.year)
    if precision in (Precision.MONTH, Precision.SEASON):
        return HistoricalDate.from_month(day.year, day.month)
    return HistoricalDate.from_day(day)


_ABOUT = re.compile(
    r"(?:vers|environ|aux environs d[eu]|autour d[eu]|about|around|circa|approximately|ca?\.?)(?: |(?=\d))(?P<rest>.+)"
    r"|(?P<before>.+) environ"
)
_DOUBTED = re.compile(r"(?P<rest>.+?) ?(?:\?|\((?:incertain|uncertain)\))")


def _qualified(words: str, part: PartReader) -> HistoricalDate | None:
    """« vers 2013 », "June 2021?\""""
    for pattern, qualifier in ((_ABOUT, Qualifier.APPROXIMATE), (_DOUBTED, Qualifier.UNCERTAIN)):
        if match := pattern.fullmatch(words):
            return _read(_first_group(match), part).qualified(qualifier)
    return None


_PART = re.compile(
    r"(?:en |au |à la |à |in (?:the )?|(?:at )?(?:the )?)?"
    r"(?P<part>début|early|beginning of|mi|milieu|mid|middle of|fin|late|end of|courant|cours|course of)"
    r"[ –-](?:de |d'|du |des (?=années ))?(?P<rest>.+)"
)
_THIRDS = {"début": 0, "early": 0, "beginning of": 0, "mi": 1, "milieu": 1, "mid": 1, "middle of": 1}
_LAST_THIRD = 2
_SOMEWHERE_IN = ("courant", "cours", "course of")


def _part(words: str, part: PartReader) -> HistoricalDate | None:
    """« début 2013 », « mi-juin 2021 », "late November 2021"; « courant 2013 » is the whole of it."""
    match = _PART.fullmatch(words)
    if not match:
        return None
    whole = _read(match["rest"], part)
    return whole if match["part"] in _SOMEWHERE_IN else part(_THIRDS.get(match["part"], _LAST_THIRD), whole)


def _whole_of_part(_third: int, whole: HistoricalDate) -> HistoricalDate:
    return whole


def _stretch_of_part(third: int, whole: HistoricalDate) -> HistoricalDate:
    """Ten days of a month; the first or last quarter of a year, or its middle four months."""
    first, last = whole.earliest, whole.latest
    if first is None or last is None:
        raise InvalidDate(f"no part of an open span: {whole}")
    if whole.precision is Precision.MONTH:
        start, end = ((1, 10), (11, 20), (21, last.day))[third]
        return HistoricalDate.interval(
            HistoricalDate.from_day(first.replace(day=start)), HistoricalDate.from_day(first.replace(day=end))
        )
    if whole.precision is Precision.YEAR:
        start, end = ((1, 3), (5, 8), (10, 12))[third]
        return HistoricalDate.interval(
            HistoricalDate.from_month(first.year, start), HistoricalDate.from_month(first.year, end)
        )
    return whole


_DECADE = re.compile(r"(?:dans |in )?(?:les |the )?(?:années |décennie )?(?P<year>\d{3}0)(?P<s>'?s)?")


def _decade(words: str, _: PartReader) -> HistoricalDate | None:
    """« années 1970 », "1970s\""""
    match = _DECADE.fullmatch(words)
    if match and (match["s"] or "années" in words or "décennie" in words):
        return HistoricalDate.from_decade(int(match["year"]))
    return None


_SEASON = re.compile(
    r"(?:(?:en|à|au|in) )?(?:l'|le |the )?"
    r"(?P<season>printemps|spring|été|summer|automne|autumn|fall|hiver|winter)(?: d[eu]| of)? (?P<year>\d{4})"
)
_SEASON_CODES = {"printemps": 21, "spring": 21, "été": 22, "summer": 22, "automne": 23, "autumn": 23, "fall": 23}
_WINTER = 24


def _season(words: str, _: PartReader) -> HistoricalDate | None:
    match = _SEASON.fullmatch(words)
    if not match:
        return None
    return HistoricalDate.from_season(int(match["year"]), _SEASON_CODES.get(match["season"], _WINTER))


# -- the plain calendar phrase, which dateparser reads ----------------------------------------------------------------

_LEADING_WORDS = re.compile(r"(?:(?:en|au|à|in|on|le|les|la|the|l'|du|de|mois d[eu'])\b ?){1,3}")
_SHAPES = (
    (re.compile(r"\d{4}"), Precision.YEAR),
    (re.compile(r"[^\W\d]+\.?,? (?:de |of )?\d{4}|(?:0?[1-9]|1[0-2])[/.]\d{4}"), Precision.MONTH),
    (
        re.compile(
            r"(?:[^\W\d]+\.?,? )?\d{1,2}(?:er|st|nd|rd|th)? (?:of )?[^\W\d]+\.?,? (?:de )?\d{4}"
            r"|(?:[^\W\d]+,? )?[^\W\d]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
            r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}"
        ),
        Precision.DAY,
    ),
)
_PARTS = {Precision.YEAR: ["year"], Precision.MONTH: ["year", "month"], Precision.DAY: ["year", "month", "day"]}
_CALENDARS = {
    precision: DateDataParser(
        languages=["fr", "en"], settings={"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "REQUIRE_PARTS": parts}
    )
    for precision, parts in _PARTS.items()
}


def _calendar_phrase(words: str) -> HistoricalDate:
    """« mardi 2 novembre 2021 », "Nov. 2021", "02/11/2021" (the day comes first); the shape tells the precision."""
    bare = _LEADING_WORDS.sub("", words, count=1) if _LEADING_WORDS.match(words) else words
    for shape, precision in _SHAPES:
        if shape.fullmatch(bare):
            moment = _CALENDARS[precision].get_date_data(bare).date_obj
            if moment is not None:
                return _at(moment.date(), precision)
    raise InvalidDate(f"no calendar date: {words!r}")


def _at(day: dt.date, precision: Precision) -> HistoricalDate:
    if precision is Precision.YEAR:
        return HistoricalDate.from_year(day.year)
    if precision is Precision.MONTH:
        return HistoricalDate.from_month(day.year, day.month)
    return HistoricalDate.from_day(day)
