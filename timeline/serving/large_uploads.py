"""Large files on their way in: where the disk is full, the request goes on, and the file says what befell it."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class LargeUploads(TemporaryFileUploadHandler):
    """Django's own way of keeping what is too large for memory, without its failing the whole request."""

    fault: OSError | None = None

    def new_file(self, *arguments: Any, **options: Any) -> None:
        self.fault = None
        try:
            super().new_file(*arguments, **options)
        except OSError as error:
            self.fault = error

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.fault is None:
            try:
                super().receive_data_chunk(raw_data, start)
            except OSError as error:
                self.fault = error

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self.fault is None:
            try:
                return super().file_complete(file_size)
            except OSError as error:
                self.fault = error
        return FaultyUpload(self.file_name or "", file_size, self.fault)


class FaultyUpload(UploadedFile):
    """A file that could not be kept while it came in; reading it raises the reason."""

    def __init__(self, name: str, size: int, fault: OSError) -> None:
        super().__init__(None, name, size=size)
        self._fault = fault

    def chunks(self, chunk_size: int | None = None) -> Any:  # noqa: ARG002  # As Django calls it.
        raise self._fault

    def close(self) -> None:
        """Nothing is open."""
