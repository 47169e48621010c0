"""A chronology of any size, made by a fixed seed: the same rows for the site and for all that it is measured beside.

`records` says what is made, `names` who and where, `texts` the articles; `site_tables` writes it into the site's
database, `peer_files` into a plain SQLite file and JSON; `cache` keeps what was made.
"""
