"""The entry point of a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from timeline.serving.whole_bodies import WholeBodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
application = WholeBodies(get_wsgi_application())
