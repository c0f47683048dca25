"""Hostile pages read in Chromium: what ran, what was asked elsewhere, what no page may hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

_SCRIPTS = Path(__file__).with_name("looking.js").read_text(encoding="utf-8")
_BEFORE, _HOVER = _SCRIPTS.split("// ---\n")
Found = dict[str, list[str]]
_PATIENCE = 20_000
"""Milliseconds; a page is there in a tenth of one second on a quiet machine."""


@dataclass
class Sight:
    """What a reader's browser met on a page."""

    faults: list[str] = field(default_factory=list)
    text: str = ""
    title: str = ""


class Reader:
    """One tab that opens page after page of a site, with all other hosts watched and barred."""

    def __init__(self, browser: Browser) -> None:
        context = browser.new_context(reduced_motion="reduce", locale="fr-FR")
        context.add_init_script(_BEFORE)
        context.set_default_timeout(_PATIENCE)
        self._met: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("dialog", lambda dialog: (self._meet("dialog"), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self._meet(f"uncaught: {error}"))
        self.page.on("console", lambda said: said.type == "error" and self._meet(said.text))
        self.page.on("request", lambda request: self._watch(request.url))
        self.page.on("popup", lambda page: (self._meet(f"opened {page.url}"), page.close()))

    def _meet(self, fault: str) -> None:
        self._met.append(fault)

    def _watch(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self._meet(f"asked {address}")

    def look(self, site: str, address: str, known: Iterable[str] = ()) -> Sight:
        """Open a page of a site, hover its links, open its search, and tell what happened.

        `known` are the scripts (their addresses, and the text of those inside the page) that pages
        may hold.
        """
        self._met.clear()
        sight = Sight()
        try:
            answer = self.page.goto(f"{site}{address}", wait_until="load")
            if answer is None or not answer.ok:
                self._meet(f"no page at {address}")
            if self.page.url.partition("#")[0] != f"{site}{address}":
                self._meet(f"led to {self.page.url}")
            sight.text = self.page.inner_text("body")
            sight.title = self.page.locator("h1").first.inner_text()
            self._met += _judge(self._audit(), site, known)
            self.page.evaluate(_HOVER)
            self.page.keyboard.press("Control+k")
            self.page.wait_for_selector("dialog.d-search[open] [name=q]")
            self._met += self.page.evaluate("window.met")
        except BrowserError as error:
            self._meet(f"the page does not work: {error.message[:300]}")
        sight.faults = [f"{address}: {fault}" for fault in dict.fromkeys(self._met)]
        return sight

    def read(
        self, site: str, addresses: Iterable[str], known: Iterable[str]
    ) -> Iterator[tuple[str, Sight]]:
        """The pages as the browser's parser reads them; nothing on them runs."""
        wanted = list(addresses)
        self.page.goto(site, wait_until="load")
        found = self.page.evaluate("read", [f"{site}{address}" for address in wanted])
        for address, each in zip(wanted, found, strict=True):
            faults = [f"{address}: {fault}" for fault in _judge(each, site, known)]
            yield address, Sight(faults, each["text"], each["title"])

    def search(self, site: str, queries: Iterable[str]) -> list[str]:
        """Search for each on one page of a site, and tell what happened."""
        self._met.clear()
        self.page.goto(site, wait_until="load")
        self.page.keyboard.press("Control+k")
        for query in queries:
            short = query.strip()[:60].strip()
            try:
                self.page.fill("dialog.d-search [name=q]", short)
                self.page.wait_for_selector(
                    "dialog.d-search .d-search-results[aria-busy=false]", state="attached"
                )
            except BrowserError as error:
                self._meet(f"searching {short!r}: {error.message[:300]}")
        self._met += self.page.evaluate("window.met")
        return list(dict.fromkeys(self._met))

    def scripts(self, site: str, address: str) -> set[str]:
        """The scripts of a page."""
        self.page.goto(f"{site}{address}", wait_until="load")
        return {each.replace(site, "/") for each in self._audit()["scripts"]}

    def _audit(self) -> Found:
        found: Found = self.page.evaluate("audit(document, location.href)")
        return found

    def close(self) -> None:
        """End the tab and its context."""
        self.page.context.close()


def _judge(found: Found, site: str, known: Iterable[str]) -> list[str]:
    new = {each.replace(site, "/") for each in found["scripts"]} - set(known)
    return [*found["faults"], *(f"script {each[:200]}" for each in sorted(new) if known)]
