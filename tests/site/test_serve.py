"""`mkdocs serve`: what a contributor sees while editing."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

PERSON = "kind: person\nname: Anne Martin\nsummary: {summary}\n"
BROKEN = "kind: person\nname: Anne Martin\nsummary: [oups\n"


@pytest.fixture
def preview(project):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"http://{address}/"
    server.terminate()
    server.wait()


def wait_for(address, shown, absent=""):
    """The page once it shows a text (and no longer another); fails after half a minute."""
    page = ""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address) as answer:
                page = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            page = ""
        if shown in page and not (absent and absent in page):
            return page
        time.sleep(0.25)
    raise AssertionError(f"{shown!r} was not shown: {page[:2000]}")


def test_preview_follows_and_survives_a_broken_record(project, preview):
    record = project / "dossier/actors/anne-martin.yml"
    page = f"{preview}acteurs/anne-martin/"
    wait_for(page, "Diplomate.")

    record.write_text(PERSON.format(summary="Ambassadrice."), encoding="utf-8")
    wait_for(page, "Ambassadrice.")

    record.write_text(BROKEN, encoding="utf-8")
    shown = wait_for(page, "dossier/actors/anne-martin.yml:3:10")
    assert "Ambassadrice." in shown, "the last good state stays"
    assert "anne-martin.yml:3:10" in wait_for(f"{preview}note/", "Note"), "on every page"

    record.write_text(PERSON.format(summary="Consule."), encoding="utf-8")
    wait_for(page, "Consule.", absent="anne-martin.yml:3:10")


def test_preview_leaves_out_what_is_broken_from_the_start(project, preview):
    broken = BROKEN.replace("Anne Martin", "Bob Bruno")  # a second bearer would take both away
    (project / "dossier/actors/bob.yml").write_text(broken, encoding="utf-8")
    wait_for(f"{preview}acteurs/anne-martin/", "dossier/actors/bob.yml:3:10")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{preview}acteurs/bob/")
    assert error.value.code == 404
    error.value.close()


def test_banner_of_errors_is_in_view_after_a_reload_and_goes_when_mended(project, preview, browser):
    record = project / "dossier/actors/anne-martin.yml"
    long = PERSON.format(summary="Diplomate.") + "description: |-\n" + "  Un mot.\n\n" * 200
    record.write_text(long, encoding="utf-8")
    wait_for(f"{preview}acteurs/anne-martin/", "Un mot.")
    page = browser.new_page(viewport={"width": 1400, "height": 800})
    page.goto(f"{preview}acteurs/anne-martin/")
    page.evaluate("scrollTo(0, 1500)")
    assert page.evaluate("scrollY") > 500

    record.write_text(f"{long}country: chinne\n", encoding="utf-8")
    banner = page.locator(".d-banner")
    banner.wait_for(timeout=60_000)
    assert page.evaluate("scrollY") > 500, "the reload leaves the reader where he was"
    box = banner.bounding_box()
    assert 0 <= box["y"] < box["y"] + box["height"] <= 800
    assert "1 erreur" in banner.inner_text()
    assert f"anne-martin.yml:{len(long.splitlines()) + 1}:10 « chinne »" in banner.inner_text()
    red, green, blue = banner.evaluate(
        "each => getComputedStyle(each).backgroundColor.match(/[0-9]+/g).map(Number)"
    )
    assert red > 2 * max(green, blue)

    record.write_text(long, encoding="utf-8")
    banner.wait_for(state="detached", timeout=60_000)
    page.close()
