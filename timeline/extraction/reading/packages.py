"""ZIP files, and formats that are ZIP files inside: looked at before unpacking, unpacked in memory, never to disk."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator

from timeline.extraction.reading.limits import DEFAULT_LIMITS, Limits
from timeline.extraction.reading.refusals import Refusal, Refused

# The directory of an archive is read at once and costs more time than its bytes; an archive may hold some that are
# themselves archives, stored as they are, with directories of their own.
_ENTRY_MARK = b"PK\x01\x02"
_MOST_MARKS_PER_ENTRY = 20
_ENCRYPTED, _UTF8 = 0x1, 0x800


class Package:
    """The files in a ZIP file. Raises Refused for one that is damaged, too large or grows too much."""

    def __init__(self, content: bytes, limits: Limits = DEFAULT_LIMITS, kind: str = "ZIP") -> None:
        self._limits = limits
        self._kind = kind
        marks = content.count(_ENTRY_MARK)
        if marks > _MOST_MARKS_PER_ENTRY * limits.entries:
            raise Refused(Refusal.TOO_LARGE, size=marks, limit=limits.entries, unit="entries")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except Exception as error:  # zipfile raises whatever a broken directory makes it stumble over.
            raise Refused(Refusal.DAMAGED, format=kind, reason=_reason(error)) from error
        self._files = [info for info in self._zip.infolist() if not info.is_dir()]
        self.names = frozenset(info.filename for info in self._files)
        self._check_size(len(content))

    @staticmethod
    def path(info: zipfile.ZipInfo) -> str:
        """The file's name: without the mark for UTF-8 it may be that all the same, or what Windows writes in France."""
        if info.flag_bits & _UTF8:
            return info.filename
        written = info.filename.encode("cp437")
        try:
            return written.decode("utf-8")
        except UnicodeDecodeError:
            return written.decode("cp850")

    def files(self) -> Iterator[zipfile.ZipInfo]:
        """In order of name; of two that have one name, the first in the archive comes first."""
        yield from sorted(self._files, key=lambda info: info.filename)

    def read(self, file: str | zipfile.ZipInfo) -> bytes:
        """The file's bytes. Raises Refused; KeyError where the package has no such file."""
        info = self._zip.getinfo(file) if isinstance(file, str) else file
        limits = self._limits
        if info.flag_bits & _ENCRYPTED:
            raise Refused(Refusal.ENCRYPTED)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise Refused(Refusal.UNREADABLE, reason="a link")
        if info.file_size > limits.file_bytes:
            raise Refused(Refusal.TOO_LARGE, size=info.file_size, limit=limits.file_bytes, unit="bytes")
        _check_ratio(info.file_size, info.compress_size, limits)
        try:
            with self._zip.open(info) as file_:
                return file_.read(limits.file_bytes)
        except Exception as error:  # zipfile, zlib, lzma and bz2 each have errors of their own.
            raise Refused(Refusal.DAMAGED, format=self._kind, reason=_reason(error)) from error

    def _check_size(self, packed: int) -> None:
        if len(self._files) > self._limits.entries:
            raise Refused(
                Refusal.TOO_LARGE, size=len(self._files), limit=self._limits.entries, unit="files in the archive"
            )
        unpacked = sum(info.file_size for info in self._files)
        if unpacked > self._limits.unpacked_bytes:
            raise Refused(
                Refusal.TOO_LARGE, size=unpacked, limit=self._limits.unpacked_bytes, unit="bytes when unpacked"
            )
        _check_ratio(unpacked, packed, self._limits)


def _check_ratio(unpacked: int, packed: int, limits: Limits) -> None:
    ratio = unpacked // max(1, packed)
    if ratio > limits.ratio:
        raise Refused(Refusal.EXPANDS, size=unpacked, ratio=ratio, limit=limits.ratio)


def _reason(error: Exception) -> str:
    return str(error)[:100] or type(error).__name__
