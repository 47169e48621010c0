"""The data of the chronology axis, for the same filters as the page."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.forms import ChronologyFilter
from timeline.pages import axis
from timeline.pages.selection import Selection


@require_safe
def axis_data(request: HttpRequest) -> HttpResponseBase:
    filters = ChronologyFilter(request.GET)
    if not filters.is_valid():
        return _refusal(" ".join(str(error) for errors in filters.errors.values() for error in errors))
    try:
        window = axis.parse_window(request.GET["window"]) if "window" in request.GET else None
    except axis.InvalidWindow:
        return _refusal(_("The window must be two days, such as 2021-01-01/2021-12-31."))
    return _cacheable(request, axis.axis_data(Selection(filters.conditions), window).as_json())


def _refusal(reason: str) -> JsonResponse:
    return JsonResponse({"reason": reason}, status=400)


def _cacheable(request: HttpRequest, body: bytes) -> HttpResponseBase:
    """The answer, or 304 where the reader already holds the same content."""
    etag = axis.content_tag(body)
    answer = get_conditional_response(request, etag=etag) or HttpResponse(body, content_type="application/json")
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, max-age=0, must-revalidate"
    patch_vary_headers(answer, ["Accept-Language", "Cookie"])
    return answer
