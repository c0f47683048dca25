"""Languages by their names in another."""

from babel import Locale, UnknownLocaleError

from mkdocs_dossier.languages import Texts


def say_language(tag: str, say: Texts) -> str:
    """The name of a language, such as « anglais »; the tag itself when it is unknown."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(say.locale) or tag
    except (UnknownLocaleError, ValueError):
        return tag
