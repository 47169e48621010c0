"""A small chronology of superpower meetings, for the tests of what readers see."""

from __future__ import annotations

import hashlib

from timeline import search
from timeline.dates import HistoricalDate
from timeline.models import Actor, Chronology, Citation, Event, Participation, Place, Source, Tenure

STATES = {"Iceland": ("Islande", "IS"), "Switzerland": ("Suisse", "CH"), "United States": ("États-Unis", "US")}
FRENCH = {"Geneva": "Genève", "Mikhail Gorbachev": "Mikhaïl Gorbatchev", "Reykjavik": "Reykjavik"}
COUNTRIES = {"Geneva": "CH", "Reykjavik": "IS", "Camp David": "US"}


def actor(name: str, kind: str = "person") -> Actor:
    slug = name.lower().replace(" ", "-")
    found, is_new = Actor.objects.get_or_create(
        key=f"{kind}:{slug}",
        defaults={"slug": slug, "kind": kind, "name_en": name, "name_fr": FRENCH.get(name, name)},
    )
    if is_new:
        for spelling in {found.name_en, found.name_fr}:
            found.names.create(name=spelling)
    return found


def place(name: str) -> Place:
    defaults = {"name_en": name, "name_fr": FRENCH.get(name, name), "country": COUNTRIES.get(name, "")}
    return Place.objects.get_or_create(key=f"city:{name.lower().replace(' ', '-')}", defaults=defaults)[0]


def source(text: str, *, published: str = "", title: str = "", name: str = "article.txt", **fields: object) -> Source:
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    found = Source(sha256=digest, name=name, title=title, text=text, language="fr", **fields)
    found.date = HistoricalDate.parse(published) if published else None
    found.wording = published
    found.save()
    return found


def citation(
    article: Source,
    quote: str,
    *,
    edtf: str = "",
    words: str = "",
    derivation: dict[str, object] | None = None,
    event: Event | None = None,
    **fields: object,
) -> Citation:
    """A passage of the article; `words` are those of its date, somewhere in the article."""
    start = article.text.index(quote)
    time = article.text.find(words) if words else -1
    found = Citation(
        key=hashlib.sha256(f"{article.sha256}{start}{quote}{fields.get('kind')}".encode()).hexdigest()[:16],
        source=article,
        event=event,
        start=start,
        end=start + len(quote),
        quote=quote,
        time_start=time if time >= 0 else None,
        time_end=time + len(words) if time >= 0 else None,
        wording=words,
        derivation=derivation or {},
        **{"kind": "meeting", **fields},
    )
    found.date = HistoricalDate.parse(edtf) if edtf else None
    found.save()
    return found


def event(edtf: str, *names: str, kind: str = "summit", at: str = "", public_id: str = "", **fields: object) -> Event:
    """A published event with one passage of an article of its own."""
    made = Event(public_id=public_id or f"{edtf}{len(names)}{kind}"[:16], kind=kind, status="published", **fields)
    made.place = place(at) if at else None
    made.date = HistoricalDate.parse(edtf)
    made.save()
    for name in names:
        Participation.objects.create(event=made, actor=actor(name))
    text = f"{' et '.join(names) or 'On'} {edtf} {at}."
    article = source(text, name=f"{made.public_id}.txt", title=f"Dépêche {made.public_id}")
    citation(article, text, edtf=edtf, event=made, kind=kind, place=made.place)
    return made


def chronology(slug: str) -> Chronology:
    """One beside that of the articles."""
    return Chronology.objects.get_or_create(slug=slug, defaults={"title_fr": slug, "title_en": slug.title()})[0]


def tenure(name: str, edtf: str, office_en: str, office_fr: str) -> Tenure:
    held = Tenure(actor=actor(name), office_en=office_en, office_fr=office_fr)
    held.date = HistoricalDate.parse(edtf)
    held.save()
    return held


def cold_war() -> None:
    """Geneva 1985, Reykjavik 1986, Washington 1987, and a stretch of talks that only possibly lies in 1986."""
    event("1985-11-19/1985-11-21", "Ronald Reagan", "Mikhail Gorbachev", at="Geneva", public_id="geneva")
    event("1986-10-11/1986-10-12", "Ronald Reagan", "Mikhail Gorbachev", at="Reykjavik", public_id="reykjavik")
    event("1987-12-08", "Ronald Reagan", "Mikhail Gorbachev", kind="agreement", public_id="inf")
    event("1985/1991", "George Shultz", kind="negotiation", public_id="talks")
    search.refresh()  # A test's transaction is never committed, which is when the site does this.
