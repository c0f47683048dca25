"""What a build includes beyond the pages themselves."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass
class Features:
    """Set by the plugins: `links` names in text, `search`, `exports`; and where the data is kept.

    `repo` is the repository's web address without a final slash, empty when there is none.
    """

    links: bool = False
    search: bool = False
    exports: bool = False
    repo: str = ""
    branch: str = "main"

    def edit_address(self, path: str) -> str | None:
        """Where a file (its path in the repository) is edited on the web."""
        return f"{self.repo}/edit/{self.branch}/{path}" if self.repo else None

    def report_address(self, title: str, path: str) -> str | None:
        """Where an error in a file is reported: a new issue that names the file."""
        if not self.repo:
            return None
        gitlab = "gitlab" in self.repo
        target = "/-/issues/new?issue[title]=" if gitlab else "/issues/new?title="
        text = "&issue[description]=" if gitlab else "&body="
        return f"{self.repo}{target}{quote(title, safe='')}{text}{quote(path, safe='')}"
