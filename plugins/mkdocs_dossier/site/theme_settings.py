"""What mkdocs.yml may ask of the theme and cannot have: nothing is fetched from elsewhere, and
nothing in a reader's browser turns text back into HTML.
"""

import re
from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

# Titles are text: `content.tooltips` writes them as HTML. `navigation.instant` runs the scripts of
# one page under the policy of another, and leaves ours without their elements.
_FEATURES = {
    "content.tooltips": "html",
    "navigation.instant": "instant",
    "navigation.instant.prefetch": "instant",
    "navigation.instant.preview": "instant",
    "navigation.instant.progress": "instant",
}
_EXTRA = ("analytics", "polyfills")
_FONT = {
    "text": "Roboto",
    "code": "Roboto Mono",
}  # what the theme says when mkdocs.yml says nothing
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)

Note = tuple[str, str]
"""A setting, and the key of what is said of it: why it is not followed, or what its lack brings."""


def settle_theme(config: MkDocsConfig) -> list[Note]:
    """Switch off what would break that promise; say which settings that were, and which lack."""
    return [
        *([] if config.site_url else [("site_url", "no-address")]),
        *_settle_features(config),
        *_settle_repository(config),
        *_settle_fetched(config),
    ]


def _settle_features(config: MkDocsConfig) -> Iterator[Note]:
    theme = config.theme
    wanted: list[str] = list(theme.get("features") or [])
    for feature in filter(_FEATURES.__contains__, wanted):
        yield f"theme.features: {feature}", _FEATURES[feature]
    theme["features"] = [each for each in wanted if each not in _FEATURES]


def _settle_repository(config: MkDocsConfig) -> Iterator[Note]:
    if config.repo_url:
        yield "repo_url", "repository"
    config.repo_url = config.repo_name = None
    config.edit_uri = config.edit_uri_template = None  # the plugin's own `repo` gives them


def _settle_fetched(config: MkDocsConfig) -> Iterator[Note]:
    theme = config.theme
    if theme.get("font") not in (None, False, _FONT):
        yield "theme.font", "fetched"
    theme["font"] = False
    for name in ("logo", "favicon"):
        if _is_elsewhere(theme.get(name)):
            yield f"theme.{name}: {theme[name]}", "fetched"
            theme[name] = None if name == "logo" else "assets/images/favicon.png"
    for name in _EXTRA:
        if config.extra.pop(name, None):
            yield f"extra.{name}", "fetched"
    for name in ("extra_css", "extra_javascript"):
        for each in [each for each in config[name] if _is_elsewhere(each)]:
            yield f"{name}: {each}", "fetched"
            config[name].remove(each)


def _is_elsewhere(address: Any) -> bool:
    return bool(_ELSEWHERE.match(str(address or "")))
