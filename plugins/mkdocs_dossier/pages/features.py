"""What a build includes beyond the pages themselves."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from mkdocs_dossier.model.days import Day
from mkdocs_dossier.model.reads import WHOLE, Read, Service, note
from mkdocs_dossier.names.frequency import Frequency


@dataclass(frozen=True)
class Forge:
    """What follows a repository's address: to edit a file, to see a line, to report an error."""

    edit: str
    line: str
    report: str


NOW: Read = ("Features.now", WHOLE)

FORGES = {
    "github": Forge(
        "/edit/{branch}/{path}",
        "/blob/{branch}/{path}#L{line}",
        "/issues/new?title={title}&body={text}",
    ),
    "gitlab": Forge(
        "/-/edit/{branch}/{path}",
        "/-/blob/{branch}/{path}#L{line}",
        "/-/issues/new?issue[title]={title}&issue[description]={text}",
    ),
    "forgejo": Forge(
        "/_edit/{branch}/{path}",
        "/src/branch/{branch}/{path}#L{line}",
        "/issues/new?title={title}&body={text}",
    ),
}


@dataclass
class Features(Service):
    """Set by the plugins: `links` names in text, `search`, `exports`; and where the data is kept.

    `frequency`: how often a name is linked where the text does not say.
    `repo` is the repository's web address without a final slash, empty when there is none; `host`
    one of FORGES, empty where its address tells; `folder` is the dossier's folder in it. `site` is
    the site's own address with a final slash, or empty. `contact` is the editors' mail address, to
    which they are written where there is no repository. `now` is the day that pages may speak of,
    never the clock's; `edition` the name of the edition that is made, empty for none.
    `extras`: those of the package whose formats are made too.
    """

    links: bool = False
    frequency: Frequency = "first"
    search: bool = False
    exports: bool = False
    repo: str = ""
    branch: str = "main"
    host: str = ""
    folder: str = "dossier"
    site: str = ""
    contact: str = ""
    now: Day | None = None
    edition: str = ""
    extras: tuple[str, ...] = ()

    def __getattribute__(self, name: str) -> Any:
        if name == "now":  # it changes with each commit, and few pages speak of it
            note({NOW})
        return super().__getattribute__(name)

    def edit_address(self, path: str) -> str | None:
        """Where a file (its path in the repository) is edited on the web."""
        return self._fill(self._forge.edit, path=path)

    def line_address(self, path: str, line: int) -> str | None:
        """Where a line of a file (its path in the dossier) is shown on the web."""
        return self._fill(self._forge.line, path=f"{self.folder}/{path}", line=line)

    def report_address(self, title: str, text: str) -> str | None:
        """Where the editors are written to: a new issue with this title and text, else a mail."""
        title, text = quote(title, safe=""), quote(text, safe="")
        if self.contact and not self.repo:
            return f"mailto:{quote(self.contact, safe='@')}?subject={title}&body={text}"
        return self._fill(self._forge.report, title=title, text=text)

    @property
    def _forge(self) -> Forge:
        return FORGES[self.host or guess_host(self.repo)]

    def _fill(self, address: str, *, path: str = "", **values: Any) -> str | None:
        if not self.repo:
            return None
        branch = quote(self.branch)
        return self.repo + address.format(branch=branch, path=quote(path), **values)


def guess_host(repo: str) -> str:
    """The software that serves a repository, as far as its host's name tells; else GitHub's."""
    name = urlsplit(repo).hostname or ""
    if "gitlab" in name:
        return "gitlab"
    known = ("codeberg", "forgejo", "gitea")
    return "forgejo" if any(each in name for each in known) else "github"
