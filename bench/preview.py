"""How long a contributor waits: from a saved file to the page in Chromium that shows it.

    python bench/preview.py             # the project of this repository
    python bench/preview.py 1600        # a made dossier of so many records

In a copy of the project, `mkdocs serve` runs and a page is open; another summary is saved
five times. Printed: each wait in seconds, until the page has loaded again with the new word.
$CHROMIUM names the browser, else it is looked for.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from made_dossier import write_dossier
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
ROUNDS = 5


def main() -> None:
    """Print the waits of one project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=int, help="of a made dossier")
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        if records:
            write_dossier(project, records)
        else:
            project.mkdir()
            for name in ("dossier", "docs"):
                shutil.copytree(ROOT / name, project / name)
            shutil.copy(ROOT / "mkdocs.yml", project)
        with serve(project) as address, sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium)
            waits = list(measure(project, address, browser.new_page()))
            browser.close()
    print(", ".join(f"{each:.2f}" for each in waits))


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """A preview that answers; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "mkdocs"), "serve", "--quiet", "--livereload"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    process = subprocess.Popen(
        [*command, "--dev-addr", f"127.0.0.1:{port}"], cwd=project, env=environment
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        started = time.perf_counter()
        while True:
            try:
                urllib.request.urlopen(address).close()
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() - started > 300:
                    sys.exit("the preview does not answer")
                time.sleep(0.1)
        print(f"first page after {time.perf_counter() - started:.1f} s")
        yield address
    finally:
        process.terminate()
        process.wait()


def measure(project: Path, address: str, page: Page) -> Iterator[float]:
    """The wait after each of some saves."""
    file = next(
        each
        for each in sorted((project / "dossier" / "actors").glob("*.yml"))
        if "\nsummary: " in each.read_text(encoding="utf-8")
    )
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("\nsummary: ")
    _, _, rest = rest.partition("\n") if not rest.startswith((">", "|")) else cut_block(rest)
    page.goto(address)
    with urllib.request.urlopen(f"{address}sitemap.xml") as answer:
        places = answer.read().decode()
    place = next(each for each in places.split("<loc>") if f"/{file.stem}/" in each)
    page.goto(address + "/".join(place.split("</loc>")[0].split("/")[-3:]))
    page.wait_for_load_state("load")
    for number in range(ROUNDS):
        time.sleep(3)  # what is done later, when nobody waits, is done
        word = f"Zyx{number}"
        started = time.perf_counter()
        file.write_text(f"{head}\nsummary: {word} summary.\n{rest}", encoding="utf-8")
        page.get_by_text(f"{word} summary.").first.wait_for(timeout=120_000)
        yield time.perf_counter() - started


def cut_block(text: str) -> tuple[str, str, str]:
    """What follows the block that a text begins with."""
    first, *lines = text.split("\n")
    inside = 0
    while inside < len(lines) and (not lines[inside].strip() or lines[inside].startswith(" ")):
        inside += 1
    return first, "", "\n".join(lines[inside:])


if __name__ == "__main__":
    main()
