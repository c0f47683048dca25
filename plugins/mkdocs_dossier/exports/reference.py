"""The reference of the data format: every field, word and rule, as Markdown.

Made from the models, the vocabulary and the manuals of the rules: it cannot lag behind them.
"""

from collections.abc import Iterable, Iterator

from babel.numbers import format_decimal

from mkdocs_dossier.languages import Texts, languages, texts
from mkdocs_dossier.languages.names_of import say_language
from mkdocs_dossier.model import limits
from mkdocs_dossier.model.article import Article, Derivation, ForcedLinks, MentionSettings
from mkdocs_dossier.model.base import Value, keys
from mkdocs_dossier.model.dossier import Settings
from mkdocs_dossier.model.provenance import (
    Correction,
    Dismissal,
    Dispute,
    Document,
    NoteValue,
    PartyValue,
    Search,
    Source,
    Statement,
    Version,
)
from mkdocs_dossier.model.records import (
    Actor,
    AliasValue,
    Amount,
    Event,
    External,
    ImageValue,
    Office,
    Participant,
    Place,
    Record,
    Relation,
    Series,
    Topic,
)
from mkdocs_dossier.model.vocabulary import GROUPS, Vocabulary
from mkdocs_dossier.source.vocabulary import (
    ActEntry,
    ActorKindEntry,
    EventKindEntry,
    Reading,
    RelationTypeEntry,
    RoleEntry,
    SentenceEntry,
    StatusEntry,
    VocabularyFile,
)

# In the order of the reference: files, then what stands inside them.
CLASSES: tuple[type[Value], ...] = (
    Settings,
    Record,
    Actor,
    Event,
    Place,
    Topic,
    Article,
    Office,
    Relation,
    Amount,
    Participant,
    Statement,
    PartyValue,
    Source,
    Document,
    Dispute,
    Dismissal,
    Version,
    NoteValue,
    Correction,
    Search,
    AliasValue,
    ImageValue,
    External,
    Series,
    Derivation,
    MentionSettings,
    ForcedLinks,
    VocabularyFile,
    ActorKindEntry,
    EventKindEntry,
    RoleEntry,
    ActEntry,
    SentenceEntry,
    StatusEntry,
    RelationTypeEntry,
    Reading,
)


def write_reference(words: Vocabulary, say: Texts) -> str:
    """The whole reference in a language, from its heading on (`## …`)."""
    parts = [f"## {say('reference.title')}", say("reference.lede")]
    parts += [part for each in CLASSES for part in _describe_class(each, say)]
    parts += [f"## {say('reference.words')}", say("reference.words-lede")]
    for section, kinds in words.kinds.items():
        title = _capital(say(f"fields.KindEntries.{section}.text"))
        labels = {id: kind.labels for id, kind in kinds.items()}
        parts += [f"### {title}", _list_words(labels, say)]
    for sort, group in GROUPS.items():
        labels = {id: entry.labels for id, entry in words.entries(sort).items()}
        parts += [f"### {_capital(say(f'fields.{group}.label'))}", _list_words(labels, say)]
    parts += [f"## {say('reference.limits')}", say("reference.limits-lede")]
    most = [[say(f"limits.{name}"), _write_number(value, say)] for name, value in _list_limits()]
    parts.append(_write_table([say("reference.limit"), say("reference.most")], most))
    parts += [f"## {say('reference.rules')}", say("reference.rules-lede")]
    rules = [[f"`{rule}`", why] for rule, why in sorted(say.under("rules").items())]
    parts.append(_write_table([say("reference.rule"), say("reference.why")], rules))
    return "\n\n".join(parts) + "\n"


def _list_limits() -> Iterator[tuple[str, int]]:
    """Each limit by its name, in the order of the file that holds them."""
    return ((name, value) for name, value in vars(limits).items() if name.isupper())


def _write_number(value: int, say: Texts) -> str:
    return str(format_decimal(value, locale=say.locale)).replace("\u202f", "\u00a0")


def describe_field(owner: type[Value], field: str, say: Texts) -> str:
    """What a field of a class holds."""
    own = (f"fields.{each.__name__}.{field}.text" for each in owner.__mro__)
    return say(next((key for key in own if key in say), f"fields.{field}.text"))


def _describe_class(described: type[Value], say: Texts) -> Iterator[str]:
    common = keys(Record) if described is not Record and issubclass(described, Record) else {}
    fields = [field for field in keys(described) if field not in common]
    yield f"### {say(f'reference.classes.{described.__name__}')}"
    if common:
        yield say("reference.common")
    rows = []
    for field in fields:
        model_field = described.model_fields[keys(described)[field]]
        text = describe_field(described, field, say)
        needed = f"**{say('reference.required')}** " if model_field.is_required() else ""
        labels = [texts(code)(f"fields.{field}.label") for code in _order_languages(say)]
        names = ", ".join(dict.fromkeys(labels))
        rows.append([f"`{field}`", names, needed + _capital(text)])
    yield _write_table(
        [say("reference.field"), say("reference.names"), say("reference.meaning")], rows
    )


def _list_words(words: dict[str, dict[str, str]], say: Texts) -> str:
    written = {code for labels in words.values() for code in labels}
    spoken = [code for code in _order_languages(say) if code in written]
    rows = [[f"`{id}`", *(labels.get(code, "") for code in spoken)] for id, labels in words.items()]
    head = [say("reference.word"), *(say_language(code, say) for code in spoken)]
    return _write_table(head, rows)


def _write_table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *rows]
    cells = ([cell.replace("|", "&#124;") for cell in row] for row in lines)
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _order_languages(say: Texts) -> list[str]:
    """Those of the program, the one that is spoken first."""
    return sorted(languages(), key=lambda code: code != say.language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
