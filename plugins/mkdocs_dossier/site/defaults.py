"""What mkdocs.yml need not say: colours and features of the theme, Markdown, validation.

A setting that mkdocs.yml gives is never touched.
"""

import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.fallback import FALLBACK
from mkdocs_dossier.source.site_settings import read_language

_FEATURES = ["content.action.edit", "navigation.tabs", "navigation.top", "toc.follow"]
_EXTENSIONS = ["admonition", "attr_list", "pymdownx.superfences"]
_PALETTE: tuple[tuple[str, dict[str, str], str, str], ...] = (
    # what the reader's system asks for, until a button says otherwise
    ("(prefers-color-scheme)", {}, "brightness-auto", "light"),
    (
        "(prefers-color-scheme: light)",
        {"scheme": "default", "primary": "white", "accent": "indigo"},
        "weather-sunny",
        "dark",
    ),
    (
        "(prefers-color-scheme: dark)",
        {"scheme": "slate", "primary": "black", "accent": "indigo"},
        "weather-night",
        "system",
    ),
)
_WARN = {
    "nav": ("omitted_files", "not_found", "absolute_links"),
    "links": ("not_found", "anchors", "absolute_links", "unrecognized_links"),
}


def choose_texts(config: MkDocsConfig, folder: Path) -> Texts:
    """What the program says before the dossier in `folder` is loaded: in its language."""
    return texts(read_language(folder) or config.theme.get("language") or FALLBACK)


def fill_defaults(config: MkDocsConfig, say: Texts) -> None:
    """Fill in what mkdocs.yml leaves out. Raises PluginError for a theme that pages cannot use.

    The theme's own words are in the dossier's language, `say.language`, if it has them, or in that
    of our words.
    """
    if not _has_template(config, "partials/palette.html"):
        raise PluginError(say("site.theme", found=str(config.theme.name)))
    theme, said = config.theme, _theme_said(config)
    if "language" not in said:
        spoken = [each for each in (say.language, say.spoken) if _has_words(config, each)]
        theme["language"] = spoken[0] if spoken else FALLBACK
    if "palette" not in said:
        theme["palette"] = list(_palette(say))
    if "features" not in said:
        theme["features"] = list(_FEATURES)
    if not {"icon", "logo"} & set(said):
        theme["icon"] = {**(theme.get("icon") or {}), "logo": "material/graph-outline"}
    if "markdown_extensions" not in _said(config):
        config.markdown_extensions += [
            each for each in _EXTENSIONS if each not in config.markdown_extensions
        ]
        link = {"permalink": True, "permalink_title": say("site.permalink")}
        config.mdx_configs["toc"] = {**link, **config.mdx_configs.get("toc", {})}
    if "validation" not in _said(config):
        for group, names in _WARN.items():
            for name in names:
                config.validation[group][name] = logging.WARNING


def _has_words(config: MkDocsConfig, language: str) -> bool:
    return _has_template(config, f"partials/languages/{language}.html")


def _has_template(config: MkDocsConfig, name: str) -> bool:
    """Asks for the one template: to list all means to go through ten thousand icons."""
    environment = config.theme.get_env()
    try:
        return bool(environment.loader and environment.loader.get_source(environment, name))
    except TemplateNotFound:
        return False


def _said(config: MkDocsConfig) -> dict[str, Any]:
    """The settings as mkdocs.yml and the command line write them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # MkDocs names no other way
        written = config.user_configs
    return {key: value for each in written for key, value in each.items()}


def _theme_said(config: MkDocsConfig) -> dict[str, Any]:
    said = _said(config).get("theme")
    return said if isinstance(said, dict) else {}


def _palette(say: Texts) -> Iterator[dict[str, Any]]:
    for media, colours, icon, then in _PALETTE:
        toggle = {"icon": f"material/{icon}", "name": say(f"site.palette.{then}")}
        yield {"media": media, **colours, "toggle": toggle}
