"""Dates of the site's own life, when something was imported or decided, as those of events are written in English."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
