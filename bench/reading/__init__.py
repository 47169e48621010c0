"""Measures the reading room beside its peers: `python -m bench.reading`.

`serving` starts the servers, `installing` brings the peers. `sights` drives a browser over the pages that `subjects`
names, `gestures` moves the mouse in it; `latency` asks the servers for what `asking` lists; `audits` runs Lighthouse.
`rounds` repeats all that, `figures` sums it up, `results` keeps it, `documents` words the tables.
"""
