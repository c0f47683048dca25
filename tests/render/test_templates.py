"""Templates as programs: what they show is escaped, and what is kept of them is never trusted."""

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from mkdocs_dossier.languages import texts
from mkdocs_dossier.render.environment import Renderer
from mkdocs_dossier.render.templates import KeptTemplates

TEMPLATE = (
    "{% macro cell(value) %}<td>{{ value }}</td>{% endmacro %}"
    "{{ word }}|{{ safe }}|{{ number }}|{{ '<b>' }}|{{ word ~ '&' }}|{{ cell(word) }}|"
    "{% for each in many %}{{ each }}{% endfor %}|{{ word if number else safe }}|{{ nothing }}"
)
SHOWN = "&lt;i&gt;\xa0!|<hr>|7|&lt;b&gt;|&lt;i&gt; !&amp;|<td>&lt;i&gt;\xa0!</td>|&#34;1|"


@pytest.fixture
def renderer(tmp_path: Path) -> Renderer:
    renderer = Renderer(texts("fr"))
    renderer.environment.loader = DictLoader({"page.html": TEMPLATE, "odd.html": "{{ missing }}"})
    renderer.environment.bytecode_cache = _kept(tmp_path)
    return renderer


def _kept(folder: Path) -> KeptTemplates:
    kept = KeptTemplates()
    kept.directory = str(folder / "compiled")
    return kept


def _show(renderer: Renderer) -> str:
    renderer.environment.cache.clear()
    return renderer.environment.get_template("page.html").render(
        word="<i> !", safe=Markup("<hr>"), number=7, many=('"', 1), nothing=None
    )


def test_whatever_a_template_shows_is_escaped_once(renderer: Renderer) -> None:
    shown = _show(renderer)
    assert shown.replace("\u202f", "\xa0").startswith(SHOWN)
    assert "<i>" not in shown
    assert "&amp;lt;" not in shown


def test_what_is_missing_is_a_fault_and_no_empty_place(renderer: Renderer) -> None:
    assert renderer.environment.undefined is StrictUndefined
    with pytest.raises(UndefinedError):
        renderer.environment.get_template("odd.html").render()


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None], ids=["empty", "zeros", "cut off"])
def test_a_damaged_program_is_made_anew(
    renderer: Renderer, tmp_path: Path, damage: bytes | None
) -> None:
    shown = _show(renderer)
    (file,) = (tmp_path / "compiled").iterdir()
    file.write_bytes(file.read_bytes()[:30] if damage is None else damage)
    assert _show(renderer) == shown
    assert file.stat().st_size > 100


def test_a_changed_template_is_compiled_anew(renderer: Renderer) -> None:
    before = _show(renderer)
    renderer.environment.loader = DictLoader({"page.html": f"new {TEMPLATE}"})
    assert _show(renderer) == f"new {before}"


def test_a_folder_that_may_not_be_written_is_no_fault(renderer: Renderer, tmp_path: Path) -> None:
    (tmp_path / "compiled").write_text("no folder")
    assert _show(renderer)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (-43, 2022, ["44 av. J.-C.", "2022"]),
        (0, 1, ["1 av. J.-C.", "1"]),
        (1990, 2024, ["1990", "2024"]),
        (2024, 2024, []),
        (None, None, []),
    ],
)
def test_a_period_says_years_before_our_era(
    first: int | None, last: int | None, shown: list[str]
) -> None:
    template = '{% from "parts/filter.html" import period %}{{ period(first, last) }}'
    written = Renderer(texts("fr")).environment.from_string(template).render(first=first, last=last)
    assert re.findall(r"<b [^>]*>(.*?)</b>", written) == shown
    assert ("data-before-era" in written) == bool(shown and (first or 0) < 1)
