"""What is said of a problem, in the dossier's language."""

from collections.abc import Mapping

from mkdocs_dossier.locales import Texts


def write_message(say: Texts, key: str, values: Mapping[str, str]) -> str:
    """The text `problems.{key}`, with its suggestion.

    `nearest` among the values is suggested; where there is none, `choices` are listed.
    """
    suggestion = ""
    if nearest := values.get("nearest"):
        suggestion = say("did-you-mean", nearest=nearest)
    elif choices := values.get("choices"):
        suggestion = say("choices", choices=choices)
    return say(f"problems.{key}", **{"suggestion": suggestion, **values})
