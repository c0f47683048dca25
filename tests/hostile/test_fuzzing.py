"""Hostile texts in every field, drawn at random: never an exception, never more than words.

HOSTILE_EXAMPLES says how many are drawn; what a long run finds becomes a case.
"""

import json
import os
import shutil

from hostile.filling import fill_record, put, text_paths
from hostile.making import find_faults, make_pages
from hostile.reading import HERE, read_payloads
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.dossier import Settings
from mkdocs_dossier.model.sections import SECTIONS
from mkdocs_dossier.rules.all_rules import check
from mkdocs_dossier.source import load

FUZZ = {
    "max_examples": int(os.environ.get("HOSTILE_EXAMPLES", "40")),
    "suppress_health_check": list(HealthCheck),
    # to look for a smaller example takes minutes, and one text more or less is no riddle
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],
}
FILLED = {section.folder: fill_record(section.model, section.singular, "1") for section in SECTIONS}
PATHS = [(folder, path) for folder, fields in FILLED.items() for path in text_paths(fields)]
PAYLOADS = sorted({each for each in read_payloads() if len(each) <= 2000})
ODD = st.characters() | st.sampled_from([chr(each) for each in (0, 0x202E, 0xFFFF, 0x301, 0x200B)])
TEXTS = (
    st.sampled_from(PAYLOADS)
    | st.text(ODD, max_size=30)
    | st.lists(st.sampled_from(PAYLOADS), min_size=2, max_size=3).map(" x ".join)
)
PLACES = st.lists(st.tuples(st.sampled_from(PATHS), TEXTS), min_size=1, max_size=4)


def write(folder, fields_of, body):
    for name, fields in fields_of.items():
        ending = "md" if name == "articles" else "yml"
        text = json.dumps(fields, ensure_ascii=False)
        text = f"---\n{text}\n---\n{body}\n" if ending == "md" else text
        (folder / name / f"essai-{name}.{ending}").write_bytes(text.encode("utf-8", "replace"))


def test_a_filled_record_of_each_section_is_sound(tmp_path):
    folder = shutil.copytree(HERE / "base/dossier", tmp_path / "d")
    write(folder, FILLED, "Un mot.")
    assert [each for each in check(load(folder)) if each.level == "error"] == []
    assert len(PATHS) > 200


@settings(**FUZZ)
@given(PLACES, TEXTS)
def test_any_text_in_any_field_is_words_or_an_error(tmp_path_factory, places, body):
    folder = tmp_path_factory.mktemp("fuzz") / "d"
    shutil.copytree(HERE / "base/dossier", folder)
    changed = dict(FILLED)
    for (name, path), text in places:
        changed[name] = put(changed[name], path, text)
    write(folder, changed, f"Un mot.\n\n{body}\n\nEt {body} encore.")
    for page in make_pages(folder):
        assert (page.address, list(find_faults(page.html))) == (page.address, [])
    shutil.rmtree(folder)


@settings(**FUZZ)
@given(st.sampled_from([path for path in Settings.model_fields if path != "featured"]), TEXTS)
def test_any_text_in_dossier_yml_is_words_or_an_error(tmp_path_factory, name, text):
    folder = tmp_path_factory.mktemp("fuzz") / "d"
    shutil.copytree(HERE / "base/dossier", folder)
    fields = {"title": "Essai", "language": "fr", name: text}
    raw = json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")
    (folder / "dossier.yml").write_bytes(raw)
    for page in make_pages(folder):
        assert (page.address, list(find_faults(page.html))) == (page.address, [])
    shutil.rmtree(folder)
