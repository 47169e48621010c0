"""A request whose body ends before its announced length is no request: half a file must not pass for a whole one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]


class WholeBodies:
    """Around a WSGI application. Servers hand over what has come when a client goes away in the middle."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        length = environ.get("CONTENT_LENGTH") or ""
        if length.isdecimal():
            environ["wsgi.input"] = _Announced(environ["wsgi.input"], int(length))
        return self._application(environ, start_response)


class _Announced:
    """The body of a request, which says by an exception that not all of it has come; Django answers that."""

    def __init__(self, stream: Any, length: int) -> None:
        self._stream, self._left = stream, length

    def read(self, size: int = -1) -> bytes:
        return self._counted(self._stream.read(size), size)

    def readline(self, size: int = -1) -> bytes:
        return self._counted(self._stream.readline(size), size)

    def _counted(self, data: bytes, size: int) -> bytes:
        self._left -= len(data)
        if not data and size != 0 and self._left > 0:
            raise OSError(f"The request ended {self._left} bytes before its announced end.")
        return data
