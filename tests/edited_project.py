"""A small project for random edits, and its builds in this process."""

import logging
import os
import shutil
import warnings

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

FILES = {
    "docs/index.md": "# Accueil\n\nAda Un, [[sud]] et Nord.\n",
    "docs/note.md": "# Note\n\n[Ada](acteurs/ada.md) et Port.\n",
    "dossier/dossier.yml": "title: Essai\nlanguage: fr\nintroduction: Sur [[nord]] et Sud.\n",
    "dossier/actors/nord.yml": "kind: state\nname: Nord\nsummary: Un État.\ntags: [Paix]\n",
    "dossier/actors/sud.yml": "kind: state\nname: Sud\nsummary: Voisin de Nord.\n",
    "dossier/actors/ada.yml": (
        "kind: person\nname: Ada Un\ncountry: nord\nsummary: Ministre.\noffices:\n"
        "  - {title: ministre, organisation: nord, start: 2020, basis: B}\n"
    ),
    "dossier/actors/gazette.yml": (
        "kind: media\nname: Gazette\ncontrol: state\nsummary: Un journal.\n"
    ),
    "dossier/places/port.yml": "kind: city\nname: Port\ncountry: sud\nsummary: Une ville.\n",
    "dossier/topics/pacte.yml": (
        "kind: treaty\nname: Pacte\nsummary: Un pacte.\nabout: [nord, sud]\n"
    ),
    "dossier/events/visite.yml": (
        "kind: meeting\nname: Visite\nsummary: Ada Un va à Port.\ndate: 2024-03-21\nplace: port\n"
        "about: [pacte]\nparticipants: [ada, sud]\nstatements:\n"
        "  - id: amitie\n    text: Nord et Sud sont amis.\n    speakers: [ada]\n    to: [sud]\n"
        "    sources: [{article: depeche, quote: sont amis}]\n"
    ),
    "dossier/articles/depeche.md": (
        "---\ntitle: Dépêche\noutlet: gazette\ndate: 2024-03-22\nsummary: S.\n---\n"
        "Ada Un dit que Nord et Sud « sont amis ». Le Pacte tient, dit-on à Port.\n"
    ),
}
OVERRIDE = '{% extends "base.html" %}{% block announce %}NUMBER {{ page.title }}{% endblock %}\n'
USUAL = {
    "plugins": "[dossier, dossier-links, dossier-export]",
    "site_name": "Essai",
    "site_url": "https://x.example/",
    "theme": "{name: material, language: fr, font: false}",
    "copyright": "C",
}


def write_project(folder):
    """Writes the project, and its usual settings, into a folder."""
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    write_settings(folder)


def write_settings(folder, **changed):
    """Writes mkdocs.yml: the usual settings but for those that are changed."""
    lines = (f"{name}: {value}\n" for name, value in {**USUAL, **changed}.items())
    (folder / "mkdocs.yml").write_text("".join(lines), encoding="utf-8")


class Listener(logging.Handler):
    """What a build says: all warnings, and what the plugins say besides."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.said = []

    def emit(self, record):
        if record.levelno >= logging.WARNING or ".plugins." in record.name:
            self.said.append(record.getMessage())


def build_site(project, site, cache):
    """Builds in this process; gives every file of the site, and all that was said."""
    listener, logger = Listener(), logging.getLogger("mkdocs")
    logger.addHandler(listener)
    before = os.environ.get("DOSSIER_CACHE")
    os.environ["DOSSIER_CACHE"] = str(cache)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    except (MkDocsException, SystemExit) as error:
        listener.said.append(f"ended: {error}")
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(listener)
        os.environ.pop("DOSSIER_CACHE")
        if before is not None:
            os.environ["DOSSIER_CACHE"] = before
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    read = {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
    return read, [line.replace(str(site), "SITE") for line in listener.said]


def compare_builds(project):
    """Builds with what is kept in `cache`, and without; both must give and say the same."""
    warm, said = build_site(project, project / "site", project / "cache")
    cold, expected = build_site(project, project / "cold", project / "none")
    for name in ("cold", "none"):
        shutil.rmtree(project / name, ignore_errors=True)
    assert said == expected
    if cold:  # a build with an error publishes nothing
        assert [path for path in cold if cold[path] != warm.get(path)] == []
        assert warm.keys() == cold.keys()
