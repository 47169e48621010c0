"""Nothing is ever lost: `kill -9` at random points of imports, on SQLite and on PostgreSQL.

    python -m bench.durability --kills 100
    python -m bench.durability --kills 30 --database postgres://user:password@host/postgres

Each import sends sixty articles through the pages of a site that `manage.py serve` runs.
"""

from __future__ import annotations

import random

from bench.durability.articles import dispatches
from bench.durability.kills import SEED, disturbed, undisturbed
from bench.report import command_line, publish, table

ARTICLES = 60
KILLS_EACH = 10


def main() -> None:
    parser = command_line(str(__doc__))
    parser.add_argument("--kills", type=int, default=100, help="how many (default: %(default)s)")
    parser.add_argument("--database", default="", help="a server of PostgreSQL; default: SQLite")
    arguments = parser.parse_args()
    articles, chance = dispatches(ARTICLES), random.Random(SEED)
    print("undisturbed …", flush=True)
    wanted = undisturbed(articles, arguments.database)
    outcomes = []
    for number in range(-(-arguments.kills // KILLS_EACH)):
        kills = min(KILLS_EACH, arguments.kills - number * KILLS_EACH)
        outcome = disturbed(articles, arguments.database, kills, chance)
        outcomes.append(outcome)
        print(
            f"import {number + 1}: {dict(outcome.kills)}, {outcome.lost} lost, {outcome.doubled} doubled, "
            f"faults: {outcome.faults or 'none'}, same export: {outcome.export == wanted.export}, "
            f"tried again: {outcome.tried_again}",
            flush=True,
        )
    killed = sum((outcome.kills for outcome in outcomes), start=type(outcomes[0].kills)())
    rows = [
        ["imports of 60 articles", len(outcomes), ""],
        ["kills", killed.total(), ""],
        *([f"… of {victim}", count, ""] for victim, count in sorted(killed.items())),
        ["articles lost", sum(outcome.lost for outcome in outcomes), 0],
        ["articles doubled", sum(outcome.doubled for outcome in outcomes), 0],
        ["imports after which a check found a fault", sum(bool(outcome.faults) for outcome in outcomes), 0],
        ["imports whose export differs from the undisturbed one", sum(o.export != wanted.export for o in outcomes), 0],
        ["“try again” pressed, for files that had outlived three workers", sum(o.tried_again for o in outcomes), ""],
    ]
    section = "kills-postgresql" if arguments.database else "kills-sqlite"
    publish(section, table(["", "measured", "wanted"], rows), write=arguments.write)


if __name__ == "__main__":
    main()
