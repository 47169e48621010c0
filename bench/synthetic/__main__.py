"""Make one chronology: `python -m bench.synthetic EVENTS FOLDER`, with settings that name the folder's database."""

from __future__ import annotations

import sys
from pathlib import Path

import django

from bench.synthetic.peer_files import PeerFiles
from bench.synthetic.records import chronology


def main() -> None:
    events, folder = int(sys.argv[1]), Path(sys.argv[2])
    django.setup()
    from bench.synthetic.site_tables import write

    made = chronology(events)
    peers = PeerFiles(folder, made.cast, events)
    write(made.cast, peers.taking(made.articles))
    peers.finish()


if __name__ == "__main__":
    main()
