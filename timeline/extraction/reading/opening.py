"""What an article's first and last lines say about it: headline, byline, date line, dateline, copyright.

They are lines for the reader's orientation and no sentences of the article, so they leave the body.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.furniture import furniture_rule
from timeline.extraction.reading.paragraphs import ends_sentence, is_same_block, trimmed
from timeline.extraction.reading.publication import DATE_PHRASE
from timeline.extraction.reading.words import folded, is_agency, words
from timeline.extraction.records import Span

_LONGEST_HEADLINE = 200
_LONGEST_BYLINE = 120
_LONGEST_DATELINE = 160
_FIRST_LINES, _LAST_LINES = 8, 5

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}"
_BYLINE = re.compile(
    rf"(?P<names>{_NAME}(?:(?:,? (?:et|and|de|du|des|la|le|von|van|avec|with|à|in) |, ?|/| ){_NAME}){{1,9}})"
    r"(?: ?\((?P<agency>[^()]{2,40})\))?"
)
_DATE = re.compile(DATE_PHRASE)
_BARE_DATE = re.compile(
    rf"(?:{_NAME}(?:[ -]{_NAME}){{0,3}}, ?)?(?:(?:le|on) )?(?P<date>{DATE_PHRASE})(?:[ ,].{{0,40}})?"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[ ©]{0,3}(?:(?P<before>\d{4}(?: ?[-–] ?\d{4})?)[, ]{1,2})?"
    r"(?P<name>[^\W\d_][^–—|.:;,/©\d]{1,60}?)(?:,? (?P<after>\d{4}))? ?(?:[-.–—|,;:/(]|$)",
    re.IGNORECASE,
)

_CROSSHEAD = re.compile(r"(?P<dash>[-–—]) ?[^\s\d].{1,100}? ?(?P=dash)")
_DIGIT = re.compile(r"\d")

_DAY = r"(?:le )?(?:\d\d?(?:er)? [^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.? \d\d?)(?P<year>,? \d{4})?"
_AGENCY = r"\((?P<agency{}>[^()\n]{{2,40}})\)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. -]{2,40}?"
_REGION = r"[A-ZÀ-ÖØ-Þ][\w.'’ -]{1,30}?"
_DASH = r"\s?(?:-{1,2}|–|—)\s"
# « Paris, 3 novembre - »: without an agency only a name, no weekday, and the day behind a comma.
_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\w+day)\b"
_TOWN = rf"(?!(?i:{_WEEKDAY})){_NAME}(?:[ -](?:(?:de|du|la|le|les|sur|of) )?{_NAME}){{0,3}}"
_MONTH = r"(?i:jan|f[ée]v|feb|mar|a[vp]r|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)"
_DATELINES = (
    re.compile(rf"(?P<place>{_CAPITALS})(?:, (?!\d)(?P<region>{_REGION}))??(?:,? (?P<date>{_DAY}))?,?"
               rf"(?: {_AGENCY.format('')})?{_DASH}(?:{_AGENCY.format('_after')}\s?)?"),
    re.compile(rf"(?P<place>{_REGION})(?:,? (?P<date>{_DAY}))?,? {_AGENCY.format('')}{_DASH}"),
    re.compile(rf"{_AGENCY.format('')}{_DASH}"),
    re.compile(rf"(?P<place>{_TOWN}), (?=(?:le )?(?:\d\d?(?:er)? )?{_MONTH})(?P<date>{_DAY}),?{_DASH}"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """The paragraphs of a file, sorted: what is body, what is furniture, and what the rest told."""

    facts: Facts
    body: tuple[Span, ...]
    furniture: tuple[Span, ...]


def sort_paragraphs(
    text: str, paragraphs: list[Span], furniture: set[int], title: str = "", headings: Collection[int] = ()
) -> Article:
    """`title` is the headline where a header or a page's metadata gave it already; `headings` are the positions of
    those that the format marks as such."""
    lines = [text[span.start : min(span.end, span.start + _LONGEST_HEADLINE + 100)] for span in paragraphs]
    facts, aside = _told_by_lines(lines, furniture)
    aside |= furniture
    told, headline = _headline(text, paragraphs, lines, aside, title)
    facts = told.or_else(facts)
    headline |= {position for position, line in enumerate(lines) if _is_crosshead(line, position in headings)}
    body = [span for position, span in enumerate(paragraphs) if position not in aside | headline]
    if body:
        told, first = _dateline(text, body[0])
        facts = facts.or_else(told)
        body[:1] = [first] if first else []
    return Article(facts, tuple(body), tuple(paragraphs[position] for position in sorted(aside)))


# -- lines that tell ------------------------------------------------------------------------------------------------


def publication_line(line: str) -> str:
    """The words of the date in a line such as « Publié le 12 octobre 1986 »; empty where it is none."""
    told = _date_line(line, words().published) if len(line) <= _LONGEST_BYLINE else None
    return told.date_words if told else ""


def _told_by_lines(lines: list[str], furniture: set[int]) -> tuple[Facts, set[int]]:
    """What bylines, date lines and the copyright line say, and which lines these are."""
    facts, updated, aside = Facts(), Facts(), set[int]()
    for position, line in enumerate(lines):
        first, last = position < _FIRST_LINES, position >= len(lines) - _LAST_LINES
        if not (first or last) or len(line) > _LONGEST_BYLINE:
            continue
        if told := _byline(line) or _agency_line(line) or _date_line(line, words().published):
            facts, aside = facts.or_else(told), aside | {position}
        elif told := _date_line(line, words().updated):
            updated, aside = updated.or_else(told), aside | {position}
        elif position in furniture:
            facts = facts.or_else(_copyright(line) if last else Facts())
    bare = [position for position, line in enumerate(lines) if position not in furniture and _bare_date(line)]
    # Several date lines are the headings of a chronology.
    if len(bare) == 1 and bare[0] < _FIRST_LINES // 2 and len(lines) > 1:
        facts, aside = facts.or_else(Facts.tidied(date_words=_bare_date(lines[bare[0]]))), aside | set(bare)
    return facts.or_else(updated), aside


def _byline(line: str) -> Facts | None:
    opening = words().byline.match(folded(line))
    if not opening or ends_sentence(line):
        return None
    # Folding may change the length before the name only by accents, which these words have none of.
    names = _BYLINE.fullmatch(line[opening.end() :].strip(" :,"))
    if not names:
        return None
    agency = names["agency"] or ""
    return Facts.tidied(author=names["names"], publisher=agency if agency and is_agency(agency) else "")


def _agency_line(line: str) -> Facts | None:
    """« BBC News, Genève », under a byline."""
    agency, comma, place = line.partition(", ")
    named = comma and re.fullmatch(rf"{_NAME}(?:[ -]{_NAME}){{0,3}}", place) and is_agency(agency)
    return Facts.tidied(publisher=agency) if named else None


def _date_line(line: str, introduction: re.Pattern[str]) -> Facts | None:
    plain = folded(line)
    opening = introduction.match(plain) or _after_an_agency(introduction, plain)
    date = _DATE.search(line)
    if not opening or not date or ends_sentence(line) or date.start() > opening.end() + 20:
        return None
    return Facts.tidied(date_words=date[0])


def _after_an_agency(introduction: re.Pattern[str], plain: str) -> re.Match[str] | None:
    """« AFP, publié le … »"""
    name, comma, _ = plain.partition(", ")
    return introduction.match(plain, len(name) + 2) if comma and is_agency(name) else None


def _bare_date(line: str) -> str:
    match = _BARE_DATE.fullmatch(line.rstrip(".")) if len(line) <= _LONGEST_BYLINE else None
    return match["date"] if match and re.search(r"[^\W\d_]{3}|\d[/.-]\d", match["date"]) else ""


def _copyright(line: str) -> Facts:
    """The publisher, where the line names one beside a year: « © Agence X 2016 »."""
    match = _COPYRIGHT.match(line)
    if not match or not (match["before"] or match["after"]):
        return Facts()
    rule = furniture_rule(match["name"])
    return Facts() if rule else Facts.tidied(publisher=match["name"])


# -- the headline ---------------------------------------------------------------------------------------------------


def _headline(
    text: str, paragraphs: list[Span], lines: list[str], aside: set[int], title: str
) -> tuple[Facts, set[int]]:
    """The headline and the labels over it, before the first sentence of the article."""
    publisher, taken = "", set[int]()
    rest = [position for position in range(len(lines)) if position not in aside]
    if paragraphs and text[: paragraphs[0].start].rstrip(" ").endswith("|"):
        # The lead follows the agency's `date … |` on the same line.
        return Facts(), taken
    for position, following in pairwise(rest):
        plain = folded(lines[position]).strip(" :.")
        joined = is_same_block(text, paragraphs, following)
        if plain in words().press_release or plain in words().labels:
            taken.add(position)
            if plain in words().press_release and joined and len(lines[following]) <= _LONGEST_BYLINE:
                publisher = lines[following]
        elif lines[position] == publisher:
            taken.add(position)
        elif title:
            return Facts.tidied(publisher=publisher), taken | ({position} if plain == folded(title) else set())
        elif _is_headline(lines[position]) and not joined:
            return Facts.tidied(title=lines[position], publisher=publisher), taken | {position}
        else:
            break
    return Facts.tidied(publisher=publisher), taken


def _is_headline(line: str) -> bool:
    """A lead may end in a quotation: « … nous sommes d'accord. »"""
    ending = line.rstrip(" \u00a0\u202f)»”\"'’]")
    return len(line) <= _LONGEST_HEADLINE and not ending.endswith((".", ",", ";", ":")) and not line[0].islower()


def _is_crosshead(line: str, marked: bool) -> bool:
    """A heading between paragraphs: marked as one, or set in dashes as agencies do. One with a date in it stays, since
    what stands below it happened then."""
    heading = marked and len(line) <= _LONGEST_HEADLINE and not line.endswith(".")
    return (heading or bool(_CROSSHEAD.fullmatch(line))) and not _DIGIT.search(line)


# -- the dateline ---------------------------------------------------------------------------------------------------


def _dateline(text: str, first: Span) -> tuple[Facts, Span | None]:
    """What the dateline says, and the rest of the paragraph."""
    start = text[first.start : min(first.end, first.start + _LONGEST_DATELINE)]
    for pattern in _DATELINES:
        match = pattern.match(start)
        found = match.groupdict() if match else {}
        agency = found.get("agency") or found.get("agency_after") or ""
        sure = is_agency(agency) if agency else pattern in (_DATELINES[0], _DATELINES[-1])
        if match and sure:
            date = (found.get("date") or "") if found.get("year") else ""
            place = found.get("place") or ""
            facts = Facts.tidied(dateline=place, date_words=date, publisher=agency)
            return facts, trimmed(text, first.start + match.end(), first.end)
    return Facts(), first
