"""Measures the review: `python -m bench.review`.

A synthetic chronology of which nobody has reviewed anything is served by Django's own handler, with all middleware, to
a signed-in editor. `waiting` makes it, `asking` takes the times, `__main__` words the table.
"""
