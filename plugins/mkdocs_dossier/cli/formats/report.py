"""What a check found, and how much it looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson

from mkdocs_dossier.languages import Texts, texts
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules.report import print_safely, summarise

_COUNTS = ("records", "articles", "quotes", "rules")


@dataclass(frozen=True)
class Report:
    """Problems with paths from the current folder, in the order to print them.

    `records`, `articles`, `quotes` and `rules` are how many of each were checked; `texts` holds the
    files as read, by path. `since`: the revision since which the problems are new; `mended` are
    those that it had.
    """

    problems: tuple[Problem, ...]
    say: Texts
    records: int = 0
    articles: int = 0
    quotes: int = 0
    rules: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    since: str | None = None
    mended: tuple[Problem, ...] = ()

    def summary(self) -> str:
        """« 97 fiches, 5 articles, 335 citations, 30 règles : 2 erreurs »"""
        checked = ", ".join(
            self.say.plural(f"summary.{each}", getattr(self, each)) for each in _COUNTS
        )
        found = self._change() if self.since is not None else summarise(self.problems, self.say)
        return self.say("summary.line", checked=checked, found=found)

    def _change(self) -> str:
        """« apparu depuis main : 2 erreurs ; 1 problème réparé »"""
        found = summarise(self.problems, self.say) if self.problems else self.say("since.nothing")
        mended = self.say.plural("since.mended", len(self.mended))
        revision = print_safely(self.since or "")
        return self.say("since.line", revision=revision, found=found, mended=mended)


def write_report(report: Report) -> bytes:
    """A report on all problems as JSON, with the texts of those files alone that have one.

    Raises TypeError where a path is no UTF-8.
    """
    named = {problem.path for problem in report.problems}
    shown = {path: text for path, text in report.texts.items() if path in named}
    counts = {name: getattr(report, name) for name in _COUNTS}
    return orjson.dumps((report.problems, report.say.language, counts, shown))


def read_report(written: bytes) -> Report:
    """The report that `write_report` wrote."""
    found, language, counts, shown = orjson.loads(written)
    problems = tuple(Problem(**each) for each in found)
    return Report(problems, texts(language), **counts, texts=shown)
