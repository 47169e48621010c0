"""What editors decide: recorded, undone on request, and replayed when the articles are read again."""

from timeline.judging.decisions import (
    Undone,
    correct,
    judge_passage,
    publish,
    record,
    reject,
    replay,
    standing_verdict,
    undo,
)

__all__ = [
    "Undone",
    "correct",
    "judge_passage",
    "publish",
    "record",
    "reject",
    "replay",
    "standing_verdict",
    "undo",
]
