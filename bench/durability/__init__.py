"""Nothing is ever lost: measured by killing, and by many writers at once.

articles.py     articles by a fixed seed, as short as dispatches
site.py         a site of its own as `make run` serves it, that can be killed and begun again
client.py       an editor's browser, as far as imports go
kills.py        an import that is killed at random points, beside one that is not
writers.py      processes that change events at the same time
"""
