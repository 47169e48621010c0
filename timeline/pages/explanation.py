"""How a date was worked out, in plain sentences in the reader's language.

The derivation that the extractor stored (origin, rule, base) is put into words; nothing is worked out again here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from babel.dates import format_date
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import MergeReason
from timeline.languages import readers_language
from timeline.models import Citation, Event, Source
from timeline.pages.derivation import Link, base_of, chain_of
from timeline.wording import date_words, join_names, of_date, quoted


@dataclass(frozen=True)
class Step:
    """What one passage gives: in a sentence, and as a chain."""

    citation: Citation
    sentence: str
    chain: list[Link]


@dataclass(frozen=True)
class Explanation:
    """Why the event has its date: what each passage gives, and what follows from them together."""

    steps: list[Step]
    conclusion: str


def explain_event(event: Event, citations: Sequence[Citation]) -> Explanation:
    date = date_words(event.date)
    derivation = event.derivation
    if derivation.get("origin") == "editor":
        return Explanation([], _typed_by_editor(event, event.wording))
    if derivation.get("origin") == "settled":
        keys = set(derivation.get("from", ()))
        steps = [_step(citation) for citation in citations if not keys or citation.key in keys]
        return Explanation(steps, _("Together they leave: %(date)s.") % {"date": date})
    if any(citation.edtf and not _compatible(citation, event) for citation in citations):
        conclusion = _("The sources contradict each other. The chronology shows %(date)s.") % {"date": date}
        return Explanation([_step(citation) for citation in citations], conclusion)
    return Explanation([_step(citation) for citation in citations], "")


def _step(citation: Citation) -> Step:
    return Step(citation, explain_citation(citation), chain_of(citation))


def _compatible(citation: Citation, event: Event) -> bool:
    return event.date is None or citation.date is None or citation.date.possibly_within(event.date)


def explain_citation(citation: Citation) -> str:
    """One sentence on the date that this source gives: its words, what they were read against, the result."""
    if citation.date is None:
        return _("No date can be worked out from this passage.")
    explain = EXPLANATIONS.get(citation.derivation.get("origin", ""), _explicit)
    return explain(citation, citation.date)


def _explicit(citation: Citation, date: HistoricalDate) -> str:
    said = {"words": quoted(citation.wording), "date": date_words(date)}
    if date.precision is Precision.SET:
        return _("%(words)s leaves open which of them: %(date)s.") % said
    if date.qualifier:
        return _("%(words)s: the article says so itself (%(date)s).") % said
    if date.precision is Precision.DAY and _names_year(citation.wording, date):
        return _("%(words)s: the article gives the full date.") % said
    if date.precision is Precision.MONTH:
        return _("%(words)s: the article gives the month and no day.") % said
    if date.precision is Precision.YEAR:
        return _("%(words)s: the article gives the year and no more.") % said
    return _("%(words)s: the article says so itself (%(date)s).") % said


def _names_year(wording: str, date: HistoricalDate) -> bool:
    """« le 6 mai 07 » does not, in full."""
    return date.earliest is not None and f"{date.earliest.year}" in wording


def _set_by_editor(citation: Citation, _date: HistoricalDate) -> str:
    return _typed_by_editor(citation, citation.derivation.get("typed", ""))


def _typed_by_editor(dated: Event | Citation, typed: str) -> str:
    said = {"date": date_words(dated.date), "words": quoted(typed)}
    if not typed or typed in (said["date"], dated.edtf):
        return _("An editor set this date: %(date)s.") % said
    return _("An editor typed %(words)s, which is read as %(date)s.") % said


# -- counted from another date ----------------------------------------------------------------------------------------


def _relative(citation: Citation, date: HistoricalDate) -> str:
    said = {"words": quoted(citation.wording), "base": _base_in_words(citation), "date": _with_weekday(date)}
    if citation.derivation.get("base_kind") == "context" and citation.derivation.get("base") == date.edtf:
        return _("%(words)s takes up a date that stands earlier in the text: %(date)s.") % said
    if date.precision is Precision.SET and _same_weekday(date):
        return _("%(words)s, %(base)s, is one of %(count)s %(weekdays)s: %(date)s.") % {
            **said,
            "count": _number(len(date.options)),
            "weekdays": _weekday(date.options[0], plural=True),
            "date": date_words(date),
        }
    return _("%(words)s, %(base)s, is %(date)s.") % said


def _base_in_words(citation: Citation) -> str:
    """« dans un article daté de novembre 2021 », "counted from 16 June 2021 (“mercredi”), named before"."""
    derivation = citation.derivation
    kind, base = derivation.get("base_kind", ""), base_of(citation)
    if base is None:
        return _("in an article without a date")
    if kind == "published":
        return _("in an article dated %(date)s") % {"date": of_date(base)}
    if kind == "text_bound":
        return _("in an article without a date, counted from the latest date that it reports as past (%(date)s)") % {
            "date": date_words(base)
        }
    if derivation.get("base_wording"):
        return _("counted from %(date)s, which the text gives as %(words)s") % {
            "date": of_date(base),
            "words": quoted(derivation["base_wording"]),
        }
    return _("counted from %(date)s, a date that stands earlier in the text") % {"date": of_date(base)}


def _with_weekday(date: HistoricalDate) -> str:
    """« mardi 2 novembre 2021 »: a day that was counted is easier to check with its weekday."""
    if date.precision is not Precision.DAY or date.qualifier:
        return date_words(date)
    return _("%(weekday)s %(date)s") % {"weekday": _weekday(date), "date": date_words(date)}


def _weekday(date: HistoricalDate, *, plural: bool = False) -> str:
    name: str = format_date(date.earliest, "EEEE", locale=readers_language())
    return f"{name}s" if plural else name


def _same_weekday(date: HistoricalDate) -> bool:
    days = [option.earliest for option in date.options if option.precision is Precision.DAY and option.earliest]
    return len(days) == len(date.options) and len({day.weekday() for day in days}) == 1


def _number(count: int) -> str:
    words = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five"), 6: _("six")}
    return words.get(count, str(count))


# -- completed from the context ---------------------------------------------------------------------------------------


def _inherited(citation: Citation, date: HistoricalDate) -> str:
    """« le 2 novembre » names no year: 2021 follows from the latest date that the text reports as past."""
    base = base_of(citation)
    said = {
        "words": quoted(citation.wording),
        "missing": _missing_part(citation, date),
        "reason": _reason(citation, base),
        "date": date_words(date),
    }
    if not said["missing"]:
        return _("%(words)s is completed %(reason)s: %(date)s.") % said
    return _("%(words)s does not name the year: %(missing)s follows %(reason)s.") % said


# Rules of the grammar whose words leave out the month as well: « lundi 12 », "on the 25th".
_WITHOUT_MONTH = frozenset({"weekday_and_day", "day_of_month"})
# « mai », "May"
SHORTEST_MONTH = 3


def _missing_part(citation: Citation, date: HistoricalDate) -> str:
    """The year, where that is what the words leave out; empty where they leave out more, or nothing."""
    years = {day.year for day in (date.earliest, date.latest) if day}
    words = citation.wording.split()
    names_month = citation.derivation.get("rule") not in _WITHOUT_MONTH and any(
        word.isalpha() and len(word) >= SHORTEST_MONTH for word in words
    )
    if len(years) != 1 or not names_month or str(next(iter(years))) in citation.wording:
        return ""
    return str(years.pop())


# What is said of a date by how it was worked out; of one that several sources settled, `explain_event` speaks.
EXPLANATIONS: dict[str, Callable[[Citation, HistoricalDate], str]] = {
    "explicit": _explicit,
    "relative": _relative,
    "inherited": _inherited,
    "editor": _set_by_editor,
}


def _reason(citation: Citation, base: HistoricalDate | None) -> str:
    kind = citation.derivation.get("base_kind", "")
    if base is None:
        return _("from the context")
    if kind == "published":
        return _("from the article’s date (%(date)s)") % {"date": date_words(base)}
    if kind == "text_bound":
        return _("from the latest date that this article, itself undated, reports as past (%(date)s)") % {
            "date": date_words(base)
        }
    return _("from a date that stands earlier in the text (%(date)s)") % {"date": date_words(base)}


# -- the article's own date -------------------------------------------------------------------------------------------


def explain_publication(source: Source) -> str:
    """What the article was dated, and how that is known."""
    if source.date is None:
        return _("The article bears no date. Its dates are worked out from what its own text says.")
    said = {"date": of_date(source.date), "words": quoted(source.wording)}
    if source.date.precision is Precision.DAY:
        return _("The article is dated %(date)s; its header says %(words)s.") % said
    return (
        _("The article is dated %(date)s and no more precisely; its header says %(words)s. No day is made up for it.")
        % said
    )


_SAID_BY_LESS = {
    MergeReason.SAME_KIND: {MergeReason.RELATED_KINDS, MergeReason.ONE_OCCASION},
    MergeReason.SAME_DATE: {MergeReason.COMPATIBLE_DATES, MergeReason.DATES_DIFFER},
    MergeReason.SAME_ACTORS: {MergeReason.SHARED_ACTORS, MergeReason.BY_STANDING},
}


def merge_reasons(event: Event) -> str:
    """Why several passages were held to be about one event: « elles rapportent le même jour et … »."""
    known: dict[str, str] = {
        MergeReason.SAME_KIND: _("they report the same kind of event"),
        MergeReason.RELATED_KINDS: _("they report related kinds of event"),
        MergeReason.ONE_OCCASION: _("one reports a meeting, another what was agreed or said there"),
        MergeReason.SAME_DATE: _("they give the same date"),
        MergeReason.COMPATIBLE_DATES: _("their dates can be the same"),
        MergeReason.DATES_DIFFER: _("their dates are only a day or two apart"),
        MergeReason.SAME_ACTORS: _("they name the same actors"),
        MergeReason.SHARED_ACTORS: _("they have actors in common"),
        MergeReason.BY_STANDING: _("one names a state or organisation, another who spoke for it"),
        MergeReason.SAME_PLACE: _("they name the same place"),
        MergeReason.PLACES_DIFFER: _("they agree on all but the place"),
        MergeReason.ONLY_FIT: _("no other known event fits the vaguer date"),
        "editor": _("an editor decided so"),
    }
    given = set(event.merge_reasons)
    # What holds for some passages only is not said of all: they "have actors in common" where one names more.
    said = given - {stronger for stronger, weaker in _SAID_BY_LESS.items() if weaker & given}
    return join_names([words for reason, words in known.items() if reason in said])
