"""Answers to readers, kept for the next one who asks for the same.

What a reader without an account sees follows from the address, the language and the revision of the chronology, and
from nothing else: it is made once, compressed once, and given to everybody until something changes. Whoever has a
session gets pages of their own. Nothing that is kept says who asked for it.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from timeline import search
from timeline.index.current import current_index

MOST_BYTES = 16_000_000
"""Of compressed answers, in one process: about two thousand pages."""
LONGEST_ADDRESS = 500

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Answer:
    """The content, compressed, and what it is sent with."""

    compressed: bytes
    headers: dict[str, str]

    @classmethod
    def of(cls, response: HttpResponse) -> Answer:
        tag = hashlib.sha256(response.content).hexdigest()[:32]
        own = {name: value for name, value in response.items() if name != "Content-Length"}
        # Weak, for it stands for the same content compressed and not.
        own |= {"ETag": f'W/"{tag}"', "Cache-Control": "private, max-age=0, must-revalidate"}
        return cls(gzip.compress(response.content, compresslevel=6, mtime=0), own)

    def to(self, request: HttpRequest) -> HttpResponseBase:
        """304 for a reader who holds the same content."""
        answer = get_conditional_response(request, etag=self.headers["ETag"]) or self._in_full(request)
        for name, value in self.headers.items():
            if not (name == "Content-Type" and isinstance(answer, HttpResponseNotModified)):
                answer[name] = value
        patch_vary_headers(answer, ["Accept-Language", "Accept-Encoding", "Cookie"])
        return answer

    def _in_full(self, request: HttpRequest) -> HttpResponse:
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return HttpResponse(gzip.decompress(self.compressed))
        return HttpResponse(self.compressed, headers={"Content-Encoding": "gzip"})


def kept_for_readers(view: View) -> Callable[..., HttpResponseBase]:
    """Of a view whose answers follow from the index, the search and the address alone."""

    @wraps(view)
    def answering(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if _is_known(request) or settings.DEBUG:  # Who edits templates wants to see them as they are.
            return view(request, *args, **kwargs)
        key = _key(request)
        answer = _answers.get(key) if key else None
        if answer is None:
            # Asked before the view looks: what is indexed meanwhile must not be missing from an answer that is kept.
            complete = search.is_complete()
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            answer = Answer.of(response)
            if key and complete:
                _answers.keep(key, answer)
        return answer.to(request)

    return answering


def forget() -> None:
    """Everything that is kept in this process."""
    _answers.forget()


def _is_known(request: HttpRequest) -> bool:
    """Whether the reader may be somebody: an editor, or one with a message that waits to be shown."""
    return not {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}.isdisjoint(request.COOKIES)


def _key(request: HttpRequest) -> Hashable | None:
    """What the answer follows from; nothing for one that is not worth keeping, or of a chronology that is not there."""
    address = request.get_full_path()
    revision = _revision(request.GET.get("chronology", ""))
    if revision is None or len(address) > LONGEST_ADDRESS:
        return None
    fragment = (request.headers.get("HX-Request"), request.headers.get("HX-History-Restore-Request"))
    return revision, get_language(), fragment, address


def _revision(chronology: str) -> Hashable | None:
    """That of the index from which the answer is made, which may be older than the newest."""
    index = current_index()
    if not chronology:
        return index.revision
    key = next((other.pk for other in index.others if other.slug == chronology), None)
    return None if key is None else current_index(key).revision


class _Answers:
    """The most recently asked for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Answer | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, answer: Answer) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            self._bytes += len(answer.compressed) - (len(before.compressed) if before else 0)
            self._kept[key] = answer
            while self._bytes > MOST_BYTES:
                _key, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.compressed)

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
            self._bytes = 0


_answers = _Answers()
