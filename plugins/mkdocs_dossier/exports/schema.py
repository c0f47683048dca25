"""The data format as JSON Schemas, for editors: fields described, words and ids to choose from.

Made from the models, the vocabulary and the dossier. A word that the vocabulary does not have is an
error; an id that the dossier does not have is none, since its record may just have been written.
"""

from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.exports.reference import CLASSES, describe_field
from mkdocs_dossier.languages import Texts, languages, texts
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.dossier import Dossier, Settings
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.references import OUTLET
from mkdocs_dossier.model.sections import SECTIONS, section_of
from mkdocs_dossier.model.vocabulary import TERMS
from mkdocs_dossier.source.vocabulary import VocabularyFile

MODELS: dict[str, type[Value]] = {
    **{section.folder: section.model for section in SECTIONS},
    "dossier": Settings,
    "vocabulary": VocabularyFile,
}
"""What each schema describes: the files of a folder, or the one of that name."""
IDS = "ids-"
"""What definitions begin with that list the ids of the dossier."""
_DESCRIBED = "fields.name.label"
_KNOWN = {each.__name__: each for each in (*CLASSES, *MODELS.values())}


def make_schema(name: str, dossier: Dossier) -> dict[str, Any]:
    """The schema of a kind of file, one of MODELS, in the words of the dossier."""
    model = MODELS[name]
    section = model.section if issubclass(model, Identified) else ""
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    definitions = schema.setdefault("$defs", {})
    spoken = _order_languages(dossier.language)
    for owner, mapping in [(model, schema), *((_KNOWN.get(k), v) for k, v in definitions.items())]:
        if owner is not None:
            _describe(owner, mapping, spoken)
    used: set[str] = set()
    _add_words(schema, dossier, section, used)
    for to in sorted(used):
        definitions[f"{IDS}{to}"] = _list_ids(dossier, to)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema


def _order_languages(first: str) -> list[Texts]:
    """The texts of all languages, those of the dossier's own first."""
    own = texts(first)
    others = (texts(code) for code in languages() if code != own.language)
    return [own, *(each for each in others if _DESCRIBED in each.own)]


def _describe(owner: type[Value], mapping: dict[str, Any], spoken: list[Texts]) -> None:
    """What each field holds, in every language."""
    for key, field in mapping.get("properties", {}).items():
        if key in keys(owner) and f"fields.{key}.text" in spoken[0]:
            said = [
                f"{say(f'fields.{key}.label')}: {describe_field(owner, key, say)}" for say in spoken
            ]
            field["description"] = "\n\n".join(said)


def _add_words(schema: Any, dossier: Dossier, section: str, used: set[str]) -> None:
    """Lets each reference list what there is: words of the vocabulary, or ids.

    `used` gets the sorts of ids that are referred to.
    """
    if isinstance(schema, list):
        for each in schema:
            _add_words(each, dossier, section, used)
        return
    if not isinstance(schema, dict):
        return
    title = schema.get("title")
    to = title.removeprefix("id: ") if isinstance(title, str) and title.startswith("id: ") else ""
    if to in TERMS:
        words = dossier.vocabulary
        schema["enum"] = words.terms(to, section)
        schema["enumDescriptions"] = [
            ", ".join(dict.fromkeys(words.labels(to, section)[id])) for id in schema["enum"]
        ]
    elif to:
        used.add(to)
        pattern = {"type": "string", "pattern": schema.pop("pattern")}
        schema["anyOf"] = [{"$ref": f"#/$defs/{IDS}{to}"}, pattern]
    for key, each in schema.items():
        if not (to and key == "anyOf"):
            _add_words(each, dossier, section, used)


def _list_ids(dossier: Dossier, to: str) -> dict[str, Any]:
    """The ids that a reference may be, with what each is called."""
    named = dict(sorted(_known(dossier, to)))
    if to == "actor":
        named[OUTLET] = texts(dossier.language)("fields.outlet.label")
    if not named:
        return {"type": "string", "not": {}}
    return {"enum": list(named), "enumDescriptions": list(named.values())}


def _known(dossier: Dossier, to: str) -> Iterator[tuple[str, str]]:
    if to == "statement":
        for holder, _, statement in dossier.statements():
            yield f"{holder.id}#{statement.id}", statement.text
        return
    for each in dossier.everything():
        kind = getattr(each, "kind", "")
        fits = {
            "record": each.section != "article",
            "location": each.section == "place" or kind == "state",
            "state": kind == "state",
            "media": kind == "media",
        }
        if fits[to] if to in fits else each.section == section_of(to).singular:
            yield each.id, each.title_text
