"""Two actors and all that brought them together."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Actor
from timeline.pages.relations import Acquaintances, Relations


@require_safe
def relations(request: HttpRequest, slug: str, other_slug: str) -> HttpResponse:
    """The relations of two actors have one address, whoever is named first."""
    if slug == other_slug:
        return redirect("acquaintances", slug)
    first, second = sorted((slug, other_slug))
    found = Actor.objects.in_bulk([first, second], field_name="slug")
    if len(found) < 2:
        raise Http404("no such actor")
    survivors = [actor.survivor.slug for actor in found.values()]
    if set(survivors) != {first, second}:
        return redirect("relations", *sorted(survivors))
    if slug != first:
        return redirect("relations", first, second, permanent=True)
    return render(
        request,
        "timeline/relations.html",
        {"relations": Relations(found[first], found[second], request.GET.get("chronology", ""))},
    )


@require_safe
def acquaintances(request: HttpRequest, slug: str) -> HttpResponse:
    """With one actor given, those to choose the other from."""
    actor = get_object_or_404(Actor, slug=slug)
    if actor.merged_into_id:
        return redirect("acquaintances", actor.survivor.slug)
    return render(
        request,
        "timeline/acquaintances.html",
        {"acquaintances": Acquaintances(actor, request.GET.get("page", ""), request.GET.get("chronology", ""))},
    )
