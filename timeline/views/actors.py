"""Persons, states and organisations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from timeline.models import Actor, Event
from timeline.pages.portrait import Portrait


@require_safe
def actors(request: HttpRequest) -> HttpResponse:
    counted = Actor.objects.counted_in(Event.objects.published().of_articles()).in_readers_order()
    return render(request, "timeline/actors.html", {"actors": counted})


@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Actor.objects.prefetch_related("names", "tenures"), slug=slug)
    return render(request, "timeline/actor.html", {"portrait": Portrait(found)})
