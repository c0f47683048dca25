"""The pictures of the contributor's guide show what its reader will see.

They are made anew with each run and compared with those in docs/images/guide/, roughly, since each
machine draws letters a little differently. `PICTURES=write` puts the new ones there.
"""

import base64
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

SIZE = {"width": 1100, "height": 720}
NEAR = 6
"""How far two pictures may be from each other, of 255, on average over all points."""
COMPARE = """async ([a, b]) => {
  const points = async (source) => {
    const image = new Image();
    image.src = "data:image/png;base64," + source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext("2d");
    drawing.drawImage(image, 0, 0);
    return drawing.getImageData(0, 0, image.width, image.height).data;
  };
  const [one, two] = [await points(a), await points(b)];
  if (one.length !== two.length) return 255;
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += Math.abs(one[at] - two[at]);
  return sum / one.length;
}"""


@pytest.fixture
def preview(root, tmp_path):
    """The preview of the frozen dossier with the guide's example in it: its address, its folder."""
    project = tmp_path / "tests/dossiers/frozen"  # as deep as it is, for what it inherits
    shutil.copytree(root / "tests/dossiers/frozen", project)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    guide = (root / "docs/contribuer.md").read_text("utf-8")
    [example] = re.findall(r"^```yaml\n# (dossier/\S+)\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
    (project / example[0]).write_text(example[1], encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"http://{address}/", project / example[0]
    server.terminate()
    server.wait()


def wait_for(address):
    for _ in range(240):
        try:
            urllib.request.urlopen(address).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
    raise AssertionError(f"{address} does not answer")


def settle(root, page, name, browser):
    """Take a picture of the page; write it, or compare it with the one of the guide."""
    page.evaluate("document.fonts.ready")
    taken = page.screenshot()
    file = root / "docs/images/guide" / name
    if os.environ.get("PICTURES") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(taken)
    blank = browser.new_page()
    pair = [base64.b64encode(each).decode() for each in (taken, file.read_bytes())]
    distance = blank.evaluate(COMPARE, pair)
    blank.close()
    assert distance < NEAR, (
        f"{name} has aged: run PICTURES=write pytest tests/browser/test_guide.py"
    )


def test_pictures_of_the_guide_are_what_its_reader_sees(root, preview, browser):
    address, record = preview
    url = f"{address}acteurs/wang-yi/"
    wait_for(url)
    page = browser.new_page(viewport=SIZE, locale="fr-FR", reduced_motion="reduce")
    page.goto(url)
    assert page.locator("h1").inner_text() == "Wang Yi"
    settle(root, page, "fiche.png", browser)

    text = record.read_text("utf-8")
    record.write_text(text.replace("country: chine", "country: chinne"), encoding="utf-8")
    banner = page.locator(".d-banner")
    banner.wait_for(timeout=60_000)
    assert "« chinne »" in banner.inner_text()
    settle(root, page, "erreur.png", browser)

    record.write_text(text, encoding="utf-8")
    banner.wait_for(state="detached", timeout=60_000)
    page.close()


def test_guide_shows_each_picture_that_is_there(root):
    guide = (root / "docs/contribuer.md").read_text("utf-8")
    shown = set(re.findall(r"\]\((images/guide/[\w-]+\.png)\)", guide))
    there = {f"images/guide/{each.name}" for each in (root / "docs/images/guide").iterdir()}
    assert shown == there
