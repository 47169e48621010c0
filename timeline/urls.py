"""Every address of the site."""

from django.conf.urls.i18n import urlpatterns as language_switch
from django.contrib import admin
from django.urls import include, path

from timeline.views import actors, axis, chronology, embed, events, sources, texts

urlpatterns = [
    path("", chronology.chronology, name="chronology"),
    path("filter/<slug:parameter>/", chronology.values, name="values"),
    path("undated/", chronology.undated, name="undated"),
    path("axis.json", axis.axis_data, name="axis"),
    path("embed/", embed.embed, name="embed"),
    path("events/<slug:public_id>/", events.event, name="event"),
    path("actors/", actors.actors, name="actors"),
    path("actors/<slug:slug>/", actors.actor, name="actor"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:address>/", sources.source, name="source"),
    path("method/", texts.method, name="method"),
    path("robots.txt", texts.robots, name="robots"),
    path("language/", include(language_switch)),
    path("admin/", admin.site.urls),
]

handler400 = "timeline.views.errors.bad_request"
handler403 = "timeline.views.errors.forbidden"
handler404 = "timeline.views.errors.not_found"
handler500 = "timeline.views.errors.server_error"
