"""What a reader on a phone pays: Lighthouse on the built site, and the weight of pages and scripts.

    make site && python bench/reader.py site

Needs Node.js (npx fetches Lighthouse once) and Chromium ($CHROME_PATH, else one on PATH). Serves
the site as a static host does, compressed. Prints one line a page.
"""

import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

LIGHTHOUSE = "lighthouse@13.5.0"
PAGES = (
    "",
    "acteurs/wang-huning/",
    "evenements/veto-conseil-de-securite/",
    "relations/",
    "chronologie/",
)
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking"


class Compressed(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body, kind = file.read_bytes(), self.guess_type(str(file))
        self.send_response(200)
        if kind.startswith("text/") or "javascript" in kind or "json" in kind:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", "text/javascript" if file.suffix == ".mjs" else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def measure(address: str) -> str:
    """The four scores and three figures of one page."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"]
    done = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}"], capture_output=True, text=True, check=True
    )
    report = json.loads(done.stdout)
    scores = {name: round(each["score"] * 100) for name, each in report["categories"].items()}
    audits = report["audits"]
    names = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    figures = ", ".join(audits[name]["displayValue"].replace("\u00a0", " ") for name in names)
    kept = ("performance", "accessibility", "best-practices", "seo")
    return " / ".join(str(scores[name]) for name in kept) + f"  ({figures})"


def main(site: Path) -> None:
    """Print scores, then the heaviest page and the scripts, compressed."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found:
        os.environ.setdefault("CHROME_PATH", found)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Compressed, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for page in PAGES:
        print(f"/{page}: {measure(f'http://127.0.0.1:{server.server_port}/{page}')}")
    weights = {
        file.relative_to(site): len(gzip.compress(file.read_bytes()))
        for file in site.rglob("index.html")
    }
    heaviest = max(weights, key=lambda name: weights[name])
    print(f"heaviest page: {heaviest}, {weights[heaviest] / 1000:.0f} kB compressed")
    own = (site / "assets/dossier/scripts").glob("*.mjs")
    scripts = [file for file in own if not file.stem.startswith("search")]
    total = sum(len(gzip.compress(file.read_bytes())) for file in scripts)
    print(f"own scripts, search excluded: {total / 1000:.1f} kB compressed")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
