"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from timeline.views import (
    actors,
    axis,
    by_hand,
    chronology,
    embed,
    events,
    imports,
    likely_same,
    relations,
    review,
    sources,
    texts,
    undated,
)

urlpatterns = [
    path("", chronology.chronology, name="chronology"),
    path("filter/<slug:parameter>/", chronology.values, name="values"),
    path("undated/", undated.undated, name="undated"),
    path("axis.json", axis.axis_data, name="axis"),
    path("embed/", embed.embed, name="embed"),
    path("events/new/", by_hand.new, name="new_event"),
    path("events/drafts/", by_hand.drafts, name="drafts"),
    path("events/cite/", by_hand.choose_event, name="choose_event"),
    path("events/reading/", by_hand.reading, name="reading"),
    path("events/names/<slug:noun>/", by_hand.names, name="names"),
    path("events/<slug:public_id>/", events.event, name="event"),
    path("events/<slug:public_id>/passages/new/", by_hand.add_passage, name="add_passage"),
    path("events/<slug:public_id>/publish/", by_hand.publish, name="publish"),
    path("actors/", actors.actors, name="actors"),
    path("actors/<slug:slug>/", actors.actor, name="actor"),
    path("relations/<slug:slug>/", relations.acquaintances, name="acquaintances"),
    path("relations/<slug:slug>/<slug:other_slug>/", relations.relations, name="relations"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:address>/", sources.source, name="source"),
    path("import/", imports.imports, name="imports"),
    path("import/new/", imports.begin, name="begin_import"),
    path("import/<int:key>/", imports.show, name="import"),
    path("import/<int:key>/files/", imports.add, name="add_to_import"),
    path("import/<int:key>/do/", imports.act, name="act_on_import"),
    path("review/", review.review, name="review"),
    path("review/accept/", review.accept_many, name="accept_many"),
    path("review/undo/", review.undo, name="undo"),
    path("review/undated/", review.undated, name="review_undated"),
    path("review/refused/", review.refused, name="review_refused"),
    path("review/orphans/", review.orphans, name="review_orphans"),
    path("review/claims/<slug:key>/", review.decide_claim, name="decide_claim"),
    path("review/events/<slug:public_id>/", review.proposal, name="proposal"),
    path("review/events/<slug:public_id>/decide/", review.decide_proposal, name="decide"),
    path("review/actors/", likely_same.likely_same, name="likely_same"),
    path("method/", texts.method, name="method"),
    path("robots.txt", texts.robots, name="robots"),
    # Without a token, so that a page is the same for all and sets no cookie: the worst that another site could do is to
    # choose a reader's language.
    path("language/setlang/", csrf_exempt(set_language), name="set_language"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "timeline.views.errors.bad_request"
handler403 = "timeline.views.errors.forbidden"
handler404 = "timeline.views.errors.not_found"
handler500 = "timeline.views.errors.server_error"
