"""How long the server takes for each page and each decision of the review while many proposals wait."""

from __future__ import annotations

from bench.report import command_line, percentile, publish, table
from bench.review.waiting import all_waiting

PROPOSALS, ROUNDS, WARM_UP = 50_000, 100, 5
MOST_FOR_PAGE, MOST_FOR_DECISION = 60, 100


def main() -> None:
    parser = command_line(str(__doc__))
    parser.add_argument("--proposals", type=int, default=PROPOSALS, help="how many wait")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is asked for")
    arguments = parser.parse_args()
    with all_waiting(arguments.proposals):
        from bench.review.asking import ask_all, signed_in

        editor = signed_in()
        ask_all(editor, WARM_UP)
        editor.times.clear()
        editor.cpu.clear()
        ask_all(editor, arguments.rounds)
    rows = [
        [
            name,
            len(times),
            *(f"{percentile(taken, share):.1f}" for taken in (times, editor.cpu[name]) for share in (50, 95)),
            f"≤ {_allowed(name)}",
        ]
        for name, times in editor.times.items()
    ]
    head = ["request", "times", "p50 ms", "p95", "processor p50 ms", "p95", "wanted p95"]
    publish("review", table(head, rows), write=arguments.write)


def _allowed(name: str) -> int:
    return MOST_FOR_PAGE if name.startswith(("the queue", "a proposal")) else MOST_FOR_DECISION


if __name__ == "__main__":
    main()
