"""Bringing articles in the browser: files are sent, read by the workers, and told of one by one."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from timeline.ingestion import uploads
from timeline.models import Import, ImportedFile
from timeline.pages.import_progress import FILES_PER_PAGE, ImportProgress
from timeline.views.chronology import HtmxRequest

INSUFFICIENT_STORAGE = 507
may_import = permission_required("timeline.add_import", raise_exception=True)


@require_safe
@login_required
@may_import
def imports(request: HttpRequest) -> HttpResponse:
    """Where files are brought, and what was brought before."""
    return _imports(request)


def _imports(request: HttpRequest, fault: str = "", status: int = 200) -> HttpResponse:
    batches = Paginator(Import.objects.with_counts(), FILES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "timeline/imports.html", {"batches": batches, "fault": fault}, status=status)


@require_POST
@login_required
@may_import
def begin(request: HttpRequest) -> HttpResponse:
    """A new import, with the files that a plain form sends; a script sends them one by one afterwards."""
    batch = uploads.begin_import(cast("User", request.user))  # `login_required` lets nobody else in.
    try:
        for upload in request.FILES.getlist("files"):
            uploads.receive(batch, upload)
    except uploads.NotKept as error:
        return _imports(request, str(error), status=INSUFFICIENT_STORAGE)
    return redirect(batch)


@require_safe
@login_required
@may_import
def show(request: HtmxRequest, key: int) -> HttpResponse:
    progress = ImportProgress(get_object_or_404(Import, pk=key), request.GET.get("page", ""))
    template = "timeline/_import.html" if request.htmx else "timeline/import.html"
    return render(request, template, {"progress": progress})


@require_POST
@login_required
@may_import
def add(request: HttpRequest, key: int) -> HttpResponse:
    """One more file of an import: `file`, and its path in the folder that was dropped as `name`."""
    batch = get_object_or_404(Import, pk=key)
    upload = request.FILES.get("file")
    if upload is None:
        return HttpResponse(status=400)
    try:
        uploads.receive(batch, upload, request.POST.get("name", ""))
    except uploads.NotKept as error:
        return HttpResponse(str(error), status=INSUFFICIENT_STORAGE, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=201)


@require_POST
@login_required
@may_import
def act(request: HttpRequest, key: int) -> HttpResponse:
    """Cancel or try again: one file, given by `file`, or all of the import that this can be done to."""
    batch = get_object_or_404(Import, pk=key)
    files = batch.files.all()
    if "file" in request.POST:
        asked = request.POST["file"]
        if not asked.isdecimal():
            raise Http404("no such file")  # Not all of them: who names a file means that one.
        files = files.filter(pk=asked)
    if request.POST.get("action") == "cancel":
        uploads.cancel(files.filter(state=ImportedFile.State.WAITING))
    elif request.POST.get("action") == "again":
        uploads.try_again(files.to_try_again())
        uploads.settle_again()
    return redirect(batch)
