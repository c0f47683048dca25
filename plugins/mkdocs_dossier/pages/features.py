"""What a build includes beyond the pages themselves."""

from dataclasses import dataclass
from urllib.parse import quote

from mkdocs_dossier.links.frequency import Frequency
from mkdocs_dossier.model.days import Day


@dataclass
class Features:
    """Set by the plugins: `links` names in text, `search`, `exports`; and where the data is kept.

    `frequency`: how often a name is linked where the text does not say.
    `repo` is the repository's web address without a final slash, empty when there is none; `folder`
    is the dossier's folder in it. `site` is the site's own address with a final slash, or empty.
    `now` is the day that pages may speak of, never the clock's.
    """

    links: bool = False
    frequency: Frequency = "first"
    search: bool = False
    exports: bool = False
    repo: str = ""
    branch: str = "main"
    folder: str = "dossier"
    site: str = ""
    now: Day | None = None

    def edit_address(self, path: str) -> str | None:
        """Where a file (its path in the repository) is edited on the web."""
        return f"{self.repo}/edit/{self.branch}/{path}" if self.repo else None

    def line_address(self, path: str, line: int) -> str | None:
        """Where a line of a file (its path in the dossier) is shown on the web."""
        if not self.repo:
            return None
        show = "/-/blob/" if "gitlab" in self.repo else "/blob/"
        return f"{self.repo}{show}{self.branch}/{self.folder}/{path}#L{line}"

    def report_address(self, title: str, path: str) -> str | None:
        """Where an error in a file is reported: a new issue that names the file."""
        if not self.repo:
            return None
        gitlab = "gitlab" in self.repo
        target = "/-/issues/new?issue[title]=" if gitlab else "/issues/new?title="
        text = "&issue[description]=" if gitlab else "&body="
        return f"{self.repo}{target}{quote(title, safe='')}{text}{quote(path, safe='')}"
