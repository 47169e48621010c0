"""Full-text search over events and articles; accents and inflection are forgiven, in French and in English.

stems.py       words → what is compared: stems of both languages without accents (Snowball)
storage.py     the text index of the database: FTS5 in SQLite, a GIN index in PostgreSQL
refreshing.py  what an event or an article is found by; brings the index up to date with what was noted as changed
marking.py     the words that were found, in a passage
"""

from timeline.search.refreshing import refresh
from timeline.search.storage import ARTICLES, EVENTS, found, install, is_complete

__all__ = ["ARTICLES", "EVENTS", "found", "install", "is_complete", "refresh"]
