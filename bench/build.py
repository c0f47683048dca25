"""How long a site takes: this tool on made dossiers, others on the same text.

    make bench                              # 100, 400, 800, 1,600, 3,200 and 5,000 records
    python bench/build.py 800               # some sizes
    python bench/build.py --others 800      # plain Material, Zensical and Hugo beside it

Each line is one process: wall seconds, processor seconds (its children's too), peak memory of the
largest process in MB, size of the site in MB. The other tools get the text of our built pages as
Markdown, without figures. bench/requirements.txt holds what they need.
"""

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from made_dossier import write_dossier

SIZES = (100, 400, 800, 1600, 3200, 5000)
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are compiled once, as for any user
OTHERS = ("Material", "Zensical", "Hugo")


@dataclass(frozen=True)
class Run:
    """What one process took: seconds, seconds of the processor, MB of memory, its exit code."""

    wall: float
    cpu: float
    memory: float
    code: int


def run(command: list[str], folder: Path) -> Run:
    """Run a command in a folder. What it prints is shown only when it fails."""
    with tempfile.TemporaryFile() as printed:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT, env=ENVIRONMENT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        code = os.waitstatus_to_exitcode(status)
        if code:
            printed.seek(0)
            sys.stderr.write(printed.read().decode(errors="replace")[-2000:])
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code)


def tool(name: str) -> str:
    """A program of the environment that runs this script."""
    return str(Path(sys.executable).parent / name)


def size_of(folder: Path) -> float:
    """MB of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def find_heaviest(site: Path) -> tuple[float, str]:
    """The page that is largest when compressed, in kB."""
    pages = (
        (len(gzip.compress(page.read_bytes(), 6)) / 1000, page.relative_to(site).as_posix())
        for page in site.rglob("*.html")
    )
    return max(pages)


def change_summary(project: Path) -> None:
    """One word more in one summary."""
    file = sorted((project / "dossier" / "events").glob("*.yml"))[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("summary: ", "summary: Encore ", 1), encoding="utf-8")


def add_alias(project: Path) -> None:
    """A name that very many texts use: « accord commun »."""
    file = sorted((project / "dossier" / "topics").glob("*.yml"))[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "aliases: [prépare examine]\n", encoding="utf-8")


def measure_ours(project: Path) -> Iterator[tuple[str, Run]]:
    """A cold build, after one summary, after one alias, after nothing; then `check` twice."""
    run([tool("python"), "-c", "import mkdocs_dossier.site.dossier"], project)
    build = [tool("mkdocs"), "build", "--quiet"]
    yield "cold", run(build, project)
    change_summary(project)
    yield "one summary changed", run(build, project)
    add_alias(project)
    yield "one alias added", run(build, project)
    yield "nothing changed", run(build, project)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    check = [tool("dossier"), "check"]
    yield "check, cold", run(check, project)
    yield "check, nothing changed", run(check, project)


def copy_text(site: Path, target: Path) -> int:
    """The pages of a built site as Markdown without figures; gives their number."""
    from lxml import html
    from markdownify import markdownify  # type: ignore[import-not-found]

    count = 0
    for page in sorted(site.rglob("index.html")):
        root = html.fromstring(page.read_text(encoding="utf-8"))
        content = root.find(".//article")
        if content is None:
            continue
        for away in content.xpath(".//svg|.//script|.//style|.//button|.//form|.//template"):
            away.drop_tree()
        title = re.sub(r"[\"\n\\]", " ", root.findtext(".//title") or "")
        text = markdownify(html.tostring(content, encoding="unicode"))
        text = re.sub(r"\]\([^)]*\)", "](index.md)", text)  # links that every tool accepts
        path = target / page.parent.relative_to(site) / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'---\ntitle: "{title}"\n---\n{text}', encoding="utf-8")
        count += 1
    return count


def measure_other(name: str, text: Path, folder: Path) -> Run:
    """Another tool on the same text, in its plainest form; its site is folder/site."""
    folder.mkdir(parents=True)
    if name == "Hugo":
        shutil.copytree(text, folder / "content")
        for page in (folder / "content").rglob("index.md"):
            page.rename(page.with_name("_index.md"))
        layouts = folder / "layouts"
        layouts.mkdir()
        body = "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>\n"
        (layouts / "all.html").write_text(body, encoding="utf-8")
        (folder / "hugo.toml").write_text('baseURL = "https://x.example/"\n', encoding="utf-8")
        return run([tool("hugo"), "--quiet", "--destination", "site"], folder)
    shutil.copytree(text, folder / "docs")
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    program = "mkdocs" if name == "Material" else "zensical"
    return run([tool(program), "build", *(["--quiet"] if name == "Material" else [])], folder)


PLAIN = """site_name: Plain
site_url: https://x.example/
nav: [index.md]
theme: {name: material, language: fr, font: false}
"""


def main() -> None:
    """Print one table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--others", action="store_true", help="measure other tools too")
    arguments = parser.parse_args()
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure_size(Path(folder), size, arguments.others)


def measure_size(folder: Path, size: int, others: bool) -> None:
    """All runs of one size."""
    project = folder / "project"
    write_dossier(project, size)
    print(f"\n{size} records\n{'':26}{'wall s':>9}{'cpu s':>9}{'MB':>7}{'site MB':>9}", flush=True)
    reference: float | None = None
    ours = []
    for name, done in measure_ours(project):
        site = size_of(project / "site") if "check" not in name else 0
        say_run(name, done, site)
        ours.append((name, done))
    pages = len(list((project / "site").rglob("index.html")))
    print(f"{pages} pages, {1000 * ours[0][1].cpu / pages:.1f} ms of the processor each when cold")
    weight, page = find_heaviest(project / "site")
    print(f"the heaviest page weighs {weight:.0f} kB compressed: {page}")
    if others:
        copy_text(project / "site", folder / "text")
        for name in OTHERS:
            done = measure_other(name, folder / "text", folder / name)
            say_run(name, done, size_of(folder / name / "site"))
            reference = reference or done.wall
        for name, done in ours:
            print(f"{name:26}{done.wall / (reference or 1):9.3f} of Material's wall time")


def say_run(name: str, done: Run, site: float) -> None:
    """One line of the table."""
    failed = f"  exit code {done.code}" if done.code else ""
    print(
        f"{name:26}{done.wall:9.2f}{done.cpu:9.2f}{done.memory:7.0f}{site:9.1f}{failed}", flush=True
    )


if __name__ == "__main__":
    main()
