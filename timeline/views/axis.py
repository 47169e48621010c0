"""The data of the chronology axis, for the same filters as the page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.forms import ChronologyFilter
from timeline.pages import axis
from timeline.pages.selection import Selection
from timeline.views.kept import kept_for_readers


@require_safe
@kept_for_readers
def axis_data(request: HttpRequest) -> HttpResponse:
    filters = ChronologyFilter(request.GET)
    if not filters.is_valid():
        return _refusal(" ".join(str(error) for errors in filters.errors.values() for error in errors))
    try:
        window = axis.parse_window(request.GET["window"]) if "window" in request.GET else None
    except axis.InvalidWindow:
        return _refusal(_("The window must be two days, such as 2021-01-01/2021-12-31."))
    body = axis.axis_data(Selection(filters.conditions), window).as_json()
    return HttpResponse(body, content_type="application/json")


def _refusal(reason: str) -> JsonResponse:
    return JsonResponse({"reason": reason}, status=400)
