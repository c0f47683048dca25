"""Press articles."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PrivateAttr

from mkdocs_dossier.model import limits
from mkdocs_dossier.model.base import Address, Name, Tag, Text, Title, Value, bracket
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.records import Identified
from mkdocs_dossier.model.references import ArticleId, MediaId, RecordId


class Derivation(Value):
    """The text that this one was made from."""

    outlet: MediaId | None = None
    article: ArticleId | None = None
    language: Tag | None = None
    method: Name | None = None


class ForcedLinks(Value):
    """What words mean in a passage: `{text: entre Pékin et Pyongyang, link: {Pékin: chine}}`."""

    text: Name
    link: dict[str, RecordId]


class MentionSettings(Value):
    """The curator's last word on the names in a text."""

    ignore: Annotated[list[Name], Field(max_length=limits.IGNORED)] = []
    as_: Annotated[list[ForcedLinks], Field(max_length=limits.FORCED)] = Field([], alias="as")
    frequency: Literal["first", "page", "all"] | None = None


class Article(Identified):
    """One press article. `status: retracted`: its outlet has taken it back."""

    section: ClassVar[str] = "article"
    _text: str = PrivateAttr("")
    _body_line: int = PrivateAttr(1)

    title: Title
    untitled: bool = False
    outlet: MediaId | None
    date: Date | None
    date_basis: Text | None = None
    language: Tag | None = None
    author: Name | None = None
    url: Address | None = None
    retrieved: Date | None = None
    archive_url: Address | None = None
    derived_from: Derivation | None = None
    body: Literal["account", "excerpt", "full"] = "account"
    licence: Name | None = None
    full_text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    mentions: MentionSettings = MentionSettings()
    revises: ArticleId | None = None
    status: Literal["retracted"] | None = None

    @property
    def text(self) -> str:
        """The body in Markdown exactly as the file holds it, after the closing `---` line."""
        text: str = (self.__pydantic_private__ or {}).get("_text", "")  # as the id of a record
        return text

    @property
    def body_line(self) -> int:
        """The line of the file on which the body starts, from 1."""
        return self._body_line

    @property
    def title_text(self) -> str:
        """Its headline, in brackets where it has none and the dossier made one."""
        return bracket(self.title, self.untitled)
