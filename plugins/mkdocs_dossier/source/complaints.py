"""What the validator found, as faults that a contributor can act on."""

import re
import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Path, Value, keys
from mkdocs_dossier.model.nearest import nearest
from mkdocs_dossier.model.positions import Position
from mkdocs_dossier.model.provenance import Document, Source
from mkdocs_dossier.source.field_names import field_named, nearest_field
from mkdocs_dossier.source.hints import ODD_DASH
from mkdocs_dossier.source.tree import Fault

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
# What may stand between braces as it is; a comma may part what was meant as several items.
_PLAIN = re.compile(r"\w[^,:#\[\]{}]*")
_KEY = re.compile(r"[^\s']+")
_EXPECTED = {
    "text_type": "text",
    "string_type": "text",
    "string_too_short": "text",
    "no_word": "word",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "int_parsing": "integer",
    "int_parsing_size": "integer",
    "int_type": "integer",
    "int_from_float": "integer",
    "greater_than": "positive",
    "float_parsing": "number",
    "finite_number": "number",
    "float_type": "number",
    "bool_parsing": "boolean",
    "bool_type": "boolean",
    "reference_type": "id",
    "date_type": "date",
    "too_short": "longer-list",
}
_PATTERNS = {"^[0-9a-f]{64}$": "sha256", "^[A-Z]{3}$": "currency"}
_BOUNDS = {"greater_than_equal": "ge", "less_than_equal": "le"}
_HALF_TURN = 180


def complain(detail: ErrorDetails, model: type[Value], data: Any, position: Position) -> Fault:
    """One validation error as a fault at a position."""
    kind, path = detail["type"], detail["loc"]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    found = shown(detail["input"])
    if _is_cut_prose(detail):
        return Fault(position, "yaml", "yaml.colon")
    if kind == "missing":
        return Fault(position, "missing-field", "missing-field", {"field": name})
    if kind == "unknown_key":
        path = (*path, detail["ctx"]["key"])
        name = detail["ctx"]["key"]
    if kind in ("extra_forbidden", "unknown_key"):
        known = keys_at(model, path[:-1])
        key = "unknown-key.label" if field_named(name, known) else "unknown-key.other"
        values = {"found": name, "nearest": nearest_field(name, known)}
        values["choices"] = ", ".join(known)
        return Fault(position, "unknown-key", key, values)
    if kind == "date_invalid":
        reason = detail["ctx"]["reason"]
        rule = "date-order" if reason == "reversed" else "invalid-date"
        values = {"field": name, "found": found}
        values |= {"length": str(limits.DATE), "parts": str(limits.DATE_PARTS)}
        return Fault(position, rule, f"date.{reason}", values)
    if kind == "date_type" and isinstance(detail["input"], list):
        return Fault(position, "invalid-date", "date.list", {"field": name, "found": found})
    if kind == "literal_error":
        allowed = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        values = {"field": name, "found": found, "allowed": allowed}
        values["nearest"] = nearest(found, allowed.split(", "))
        return Fault(position, "wrong-value", "wrong-value", values)
    if kind == "one_of":
        present = [key for key in detail["ctx"]["keys"].split(", ") if key in detail["input"]]
        values = {"keys": detail["ctx"]["keys"], "found": ", ".join(present)}
        return Fault(position, "one-of", "one-of.many" if present else "one-of.none", values)
    if kind in ("string_too_long", "too_long"):
        values = {"field": name, "most": str(detail["ctx"]["max_length"])}
        key = "limit.text" if kind == "string_too_long" else "limit.list"
        return Fault(position, "limit", key, values)
    if bound := _BOUNDS.get(kind):
        most = detail["ctx"][bound]
        values = {"field": name, "found": found, "bound": f"{most:g}"}
        key = "degrees" if abs(most) == _HALF_TURN else bound
        return Fault(position, "wrong-type", f"type.{key}", values)
    expected = _EXPECTED.get(kind, "other")
    if kind == "string_pattern_mismatch":
        expected = _PATTERNS.get(detail["ctx"]["pattern"], expected)
    if detail["input"] is None:
        return Fault(position, "wrong-type", f"empty.{expected}", {"field": name})
    if expected == "list" and (dash := _find_odd_dash(detail["input"])):
        return Fault(position, "wrong-type", "yaml.dash", {"found": shown(dash)})
    if expected in ("mapping", "list") and (form := _form_of(model, path, detail["input"])):
        values = {"field": name, "found": found, "form": form}
        return Fault(position, "wrong-type", f"type.{expected}-form", values)
    return Fault(position, "wrong-type", f"type.{expected}", {"field": name, "found": found})


def _find_odd_dash(found: Any) -> str:
    """An item of a list that was not read as one: `– chine`, `-type: ally-of`."""
    written = f"{next(iter(found), '')}: …" if isinstance(found, dict) else str(found)
    return written if ODD_DASH.match(written) else ""


def holds_prose(value: Any) -> bool:
    """Whether a mapping is a sentence that a colon cut in two (`- Il l'a dit : oui`)."""
    return isinstance(value, dict) and any(not _KEY.fullmatch(key) for key in value)


def _is_cut_prose(detail: ErrorDetails) -> bool:
    if detail["type"] in ("extra_forbidden", "unknown_key"):
        return not _KEY.fullmatch(str(detail["loc"][-1]))
    return detail["type"] in ("text_type", "reference_type") and holds_prose(detail["input"])


def shown(value: Any) -> str:
    """A value as a message can show it: short, on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(shown(item) for item in value[:30])[:60] + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: …" for key in list(value)[:30])[:60] + "}"
    text = " ".join(str(value)[:1000].split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def keys_at(model: type[Value], path: Path) -> list[str]:
    """The keys that the mapping at a path of `model` may have."""
    found = class_at(model, path)
    return list(keys(found)) if found else []


def _form_of(model: type[Value], path: Path, found: Any) -> str:
    """How what was found is written as the mapping that belongs at a path."""
    wanted = class_at(model, path)
    if wanted is None or not isinstance(found, str):
        return ""
    text = shown(found)
    as_document = f"{{title: …, url: {text}}}" if _ADDRESS.match(text) else f"{{title: {text}}}"
    if wanted is Document:
        return f"document: {as_document}"
    if wanted is Source and _ADDRESS.match(text):
        return f"document: {as_document}"
    if wanted is Source:
        return f"statement: {text}" if "#" in text else f"article: {text}"
    required = [
        key for key, name in keys(wanted).items() if wanted.model_fields[name].is_required()
    ]
    if len(required) == 1 and _PLAIN.fullmatch(text):
        return f"{{{required[0]}: {text}}}"
    return f"{{{', '.join(f'{key}: …' for key in required)}}}" if required else ""


def class_at(model: type[Value], path: Path) -> type[Value] | None:
    """The class of the mapping at a path of `model`, or of the items of the list there."""
    current: Any = model
    for part in path:
        if isinstance(part, int):
            continue
        if get_origin(current) is dict:
            current = _inner(get_args(current)[1])
        elif isinstance(current, type) and issubclass(current, Value):
            field = current.model_fields.get(keys(current).get(part, ""))
            current = _inner(field.annotation) if field else None
    return current if isinstance(current, type) and issubclass(current, Value) else None


def _inner(annotation: Any) -> Any:
    """The class, or the dict, inside `list[Annotated[X, …]] | None`."""
    while (origin := get_origin(annotation)) is not None:
        arguments = get_args(annotation)
        if origin in (Union, types.UnionType):
            annotation = next(each for each in arguments if each is not types.NoneType)
        elif origin in (list, Annotated):
            annotation = arguments[0]
        else:
            break
    return annotation
