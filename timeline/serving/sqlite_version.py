"""Which SQLite runs.

Debian 12 ships 3.40.1, whose WAL mode can corrupt a database (fixed in 3.44.6, 3.50.7 and 3.51.3).
"""

import sqlite3
import sys


def prefer_newest() -> str:
    """Put `pysqlite3`, which brings its own SQLite, in the place of the standard module where it is newer.

    Call before anything connects. Returns the version that is used from then on.
    """
    try:
        import pysqlite3
    except ImportError:  # No wheel for this platform: the system's SQLite serves.
        return sqlite3.sqlite_version
    if pysqlite3.sqlite_version_info > sqlite3.sqlite_version_info:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
        return str(pysqlite3.sqlite_version)
    return sqlite3.sqlite_version
