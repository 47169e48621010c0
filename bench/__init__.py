"""Measurements: `make bench`. They print what they find, and with --write put it into docs/performance.md."""
