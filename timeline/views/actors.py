"""Persons, states and organisations."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Actor
from timeline.pages.directory import ActorDirectory
from timeline.pages.portrait import Portrait


@require_safe
def actors(request: HttpRequest) -> HttpResponse:
    directory = ActorDirectory(request.GET.get("q", ""), request.GET.get("page", ""))
    return render(request, "timeline/actors.html", {"directory": directory})


@require_safe
def actor(request: HttpRequest, slug: str) -> HttpResponseBase:
    found = get_object_or_404(Actor.objects.prefetch_related("names", "tenures"), slug=slug)
    if found.merged_into_id:
        return redirect(found.survivor)
    portrait = Portrait(found, request.GET.get("page", ""), request.GET.get("chronology", ""))
    return render(request, "timeline/actor.html", {"portrait": portrait})
