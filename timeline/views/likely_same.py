"""Actors that may be one: suggested with what speaks for it, decided with one button."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from timeline import judging
from timeline.models import Actor, Judgement
from timeline.pages.likely_same import LikelySame


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@permission_required("timeline.change_actor", raise_exception=True)
def likely_same(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _decide(request)
    page = LikelySame(request.GET.get("page", ""), request.GET.get("done", ""))
    return render(request, "timeline/likely_same.html", {"likely": page, "refusal": request.GET.get("refusal") == "1"})


def _decide(request: HttpRequest) -> HttpResponse:
    """`verdict` on the actors `one` and `other`, of whom `into` gives the name; or `undo` of a judgement."""
    user = cast(User, request.user)  # `login_required` lets nobody else in.
    address = reverse("likely_same")
    if request.POST.get("undo", "").isdecimal():
        about = [Judgement.Verdict.SAME, Judgement.Verdict.DIFFERENT]
        judgement = get_object_or_404(Judgement, pk=request.POST["undo"], verdict__in=about)
        try:
            judging.undo(judgement)
        except ValidationError:
            return redirect(f"{address}?refusal=1")
        return redirect(f"{address}?done={judgement.pk}")
    one, other = (get_object_or_404(Actor, slug=request.POST.get(name, "")) for name in ("one", "other"))
    into = other if request.POST.get("into") == other.slug else one
    reason = request.POST.get("reason", "")[:500]
    try:
        if request.POST.get("verdict") == "same":
            judgement = judging.hold_same([one, other], into, user, reason)
        elif request.POST.get("verdict") == "different":
            judgement = judging.hold_different(one, other, user, reason)
        else:
            return HttpResponse(status=400)
    except ValidationError:
        return redirect(f"{address}?refusal=1")
    return redirect(f"{address}?done={judgement.pk}")
