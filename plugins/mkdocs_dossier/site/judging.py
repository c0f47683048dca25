"""What is wrong in a dossier and in the pages beside it, told as MkDocs tells things."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_dossier.languages import texts
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.render.kept import Kept
from mkdocs_dossier.render.processes import start
from mkdocs_dossier.rules.all_rules import ADVISORY, RULES, STORE, check, check_kept
from mkdocs_dossier.rules.docs import check_docs, check_pages
from mkdocs_dossier.rules.report import format_line, summarise
from mkdocs_dossier.site.on_request import OnRequest
from mkdocs_dossier.site.preview import list_shown
from mkdocs_dossier.site.serving import Background
from mkdocs_dossier.source.collection import give_back_memory
from mkdocs_dossier.source.load import Loaded

log = get_plugin_logger("dossier")
_LEVELS = {"error": log.error, "warning": log.info, "info": log.debug}


@dataclass
class Judge:
    """Finds the problems of one state; `dossier` and `docs` are folders as messages name them."""

    dossier: Path
    docs: Path
    problems: list[Problem] = field(default_factory=list)
    page_problems: list[Problem] = field(default_factory=list)

    def judge_beside(
        self,
        loaded: Loaded,
        kept: Kept,
        make_pages: Callable[[], None],
        judge_pages: Callable[[], None],
    ) -> None:
        """Find and tell all that the rules say, while pages are made; then judge those in docs/.

        Pages are made of what is well-formed only; if they fail, the rules may know why.
        """
        waiting: Callable[[], bytes] | None = None
        failure = None
        store = kept.beside(STORE)
        kept.flush()  # each process beside this one would hold it, too
        kept.close()
        give_back_memory()

        def begin(name: str, made_from: Any, make: Callable[[], bytes]) -> bytes:
            nonlocal waiting
            piece = kept.last(name, made_from)
            kept.close()  # a database is nothing to share with another process
            if piece is None:
                waiting = start(make)
            return piece or b"[]"

        def end(name: str, made_from: Any, make: Callable[[], bytes]) -> bytes:
            return kept.recall(name, made_from, waiting or make)

        if not any(each.level == "error" for each in loaded.problems):
            check_kept(loaded, begin, store=store)
            try:
                make_pages()
            except Exception as error:
                failure = error
        self.problems = check_kept(loaded, end, store=store)
        _tell(self.problems, self.dossier)
        judge_pages()
        if failure:
            raise failure

    def judge_errors(self, loaded: Loaded, on_request: OnRequest, later: Background) -> None:
        """Find and tell the errors, and the advice later, when nobody waits for a page."""
        later.drop()
        self.problems = check(loaded, sorted(RULES.keys() - ADVISORY))
        _tell(self.problems, self.dossier)

        def advise() -> None:
            on_request.wait_for_quiet()
            told = set(loaded.problems)
            found = later.do(partial(check, loaded, sorted(ADVISORY)))
            _tell((each for each in found if each not in told), self.dossier)

        later.ask(advise)

    def judge_pages(
        self, docs: Path, loaded: Loaded, features: Features, trusted: bool, *, strict: bool
    ) -> None:
        """Find and tell what is wrong in hand-written pages; `trusted`: curators alone write them.

        Raises PluginError for what no build may read, and `strict`ly for any error.
        """
        say = texts(loaded.dossier.language)
        refused = check_docs(docs, say)
        self.page_problems = check_pages(
            docs, loaded.dossier, say, trusted=trusted, links=features.links
        )
        _tell(sorted([*refused, *self.page_problems]), self.docs)
        found = [*self.problems, *self.page_problems]
        if refused or (strict and any(each.level == "error" for each in found)):
            # MkDocs counts them with --strict only, and with --quiet not even then
            raise PluginError(summarise([*found, *refused], say))

    def list_shown(self, failure: str) -> tuple[tuple[str, str], ...]:
        """The errors that a preview's pages show; `failure`: why there are no newer pages."""
        places = ((self.problems, self.dossier), (self.page_problems, self.docs))
        return list_shown(places, failure)


def _tell(problems: Iterable[Problem], folder: Path) -> None:
    for problem in problems:
        _LEVELS[problem.level](format_line(problem, folder))
