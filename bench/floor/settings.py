"""As little as Django needs to serve a view; `ROWS` is the SQLite file."""

import os
from pathlib import Path

SECRET_KEY = "floor"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.floor.urls"
WSGI_APPLICATION = "bench.floor.wsgi.application"
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["ROWS"], "CONN_MAX_AGE": 60},
}
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent],
    }
]
USE_TZ = True
# No worker beside it.
JOBS = "inline"
