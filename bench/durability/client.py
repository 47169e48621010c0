"""An editor's browser, as far as imports go: signs in, sends files one by one, watches, tries again."""

from __future__ import annotations

import re

import httpx

PATIENCE = httpx.Timeout(30)


class Editor:
    def __init__(self, address: str, name: str, password: str) -> None:
        self._http = httpx.Client(base_url=address, timeout=PATIENCE, follow_redirects=True)
        self._http.headers["Accept-Language"] = "en"
        page = self._http.get("/import/")
        answer = self._http.post(page.url, data={"login": name, "password": password, **self._token()})
        if answer.url.path != "/import/":
            raise RuntimeError(f"{name} could not sign in: {answer.status_code} {answer.url}")

    def begin_import(self) -> str:
        """The address of a new import."""
        return str(self._post("/import/new/", {}).url.path)

    def send(self, batch: str, name: str, content: bytes) -> None:
        """Raises httpx.HTTPError where the file may not have arrived."""
        self._post(f"{batch}files/", {"name": name}, {"file": (name, content)})

    def try_again(self, batch: str) -> None:
        self._post(f"{batch}do/", {"action": "again"})

    def page(self, batch: str) -> str:
        answer = self._http.get(batch, headers={"HX-Request": "true"})
        answer.raise_for_status()
        return answer.text

    def _post(
        self, path: str, data: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None
    ) -> httpx.Response:
        answer = self._http.post(path, data=data | self._token(), files=files)
        answer.raise_for_status()
        return answer

    def _token(self) -> dict[str, str]:
        return {"csrfmiddlewaretoken": self._http.cookies["csrftoken"]}


def files_done(page: str) -> int:
    """How many files of an import have been read, as its page tells."""
    under_way = re.search(r"(\d+) of \d+ files read", page)
    whole = re.search(r"Done: (\d+) file|All files read", page)
    if under_way:
        return int(under_way[1])
    return int(whole[1] or 0) if whole else 0


def is_done(page: str) -> bool:
    return "Done:" in page


def can_be_tried_again(page: str) -> bool:
    return 'value="again"' in page
