"""How well the extractor does: what it finds in annotated articles, set against what a careful reader finds there.

    annotated articles ──┐
                         ├→ pairs of a found and an expected event → counts and shares → report, docs/accuracy.md
    predicted events ────┘

Nothing here imports Django or the database. `events.py` scores events, `timex.py` expressions of time.
"""
