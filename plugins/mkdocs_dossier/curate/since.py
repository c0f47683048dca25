"""Which problems a change brought in, and which it mended."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.source.tree import split_lines

Texts = Mapping[str, str]
_ALIKE = 0.6
_MOST_MOVED = 200


@dataclass(frozen=True)
class Since:
    """Problems as they are now that were not there before, and those of before that are gone."""

    brought: list[Problem]
    mended: list[Problem]


@dataclass(frozen=True)
class State:
    """Problems, and the texts of the files that they are in, by path."""

    problems: Iterable[Problem]
    texts: Texts


def compare(before: State, after: State, moved: Mapping[str, str]) -> Since:
    """Match problems of before and after that are the same, wherever their line stands by now.

    The same: of one rule in one file with one message, or on one line. `moved` gives the path now
    of each file that had another one.
    """
    left = [(each, replace(each, path=moved.get(each.path, each.path))) for each in before.problems]
    brought = list(after.problems)
    lines_before = _line_reader({moved.get(path, path): t for path, t in before.texts.items()})
    lines_after = _line_reader(after.texts)
    ids = {_id_of(old): _id_of(new) for old, new in moved.items() if _id_of(old) != _id_of(new)}

    names = "|".join(re.escape(each) for each in sorted(ids, key=len, reverse=True))
    named = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")

    def message(problem: Problem) -> str:
        text = problem.message  # it may name the file's id
        return named.sub(lambda found: ids[found[0]], text) if ids else text

    def at(problem: Problem, line: Callable[[Problem], str]) -> tuple[Hashable, ...]:
        return problem.path, problem.rule, line(problem), message(problem)

    for chosen in ((0, 1, 2, 3), (0, 1, 3), (0, 1, 2)):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for index, (_, each) in enumerate(left):
            key = at(each, lines_before)
            if key[2] or 2 not in chosen or 3 in chosen:
                waiting[tuple(key[part] for part in chosen)].append(index)
        matched, still = set(), []
        for each in brought:
            key = at(each, lines_after)
            same = waiting.get(tuple(key[part] for part in chosen))
            if same:
                matched.add(same.pop(0))
            else:
                still.append(each)
        brought = still
        left = [pair for index, pair in enumerate(left) if index not in matched]
    return Since(brought, [each for each, _ in left])


def _id_of(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _line_reader(texts: Texts) -> Callable[[Problem], str]:
    """A function that gives the line of a problem, without the spaces around it."""
    lines = {path: split_lines(text) for path, text in texts.items()}

    def read(problem: Problem) -> str:
        found = lines.get(problem.path, [])
        return found[problem.line - 1].strip() if problem.line <= len(found) else ""

    return read


def find_moved(before: Dossier, after: Dossier) -> dict[str, str]:
    """The path now of each file of a record or article that had another path before.

    A file is the same when its id is, when the old id is among the former ones, or when no other
    one of the new files is so much like it.
    """
    old = {id: each for id, each in before.origins.items() if _is_record(each.path)}
    new = {id: each for id, each in after.origins.items() if _is_record(each.path)}
    former = {each: now.id for now in after.everything() for each in now.former_ids}
    pairs = {id: id if id in new else former.get(id, "") for id in old}
    taken = set(pairs.values())
    gone = [id for id, now in pairs.items() if not now][:_MOST_MOVED]
    fresh = [id for id in new if id not in taken][:_MOST_MOVED]
    for id in gone:
        scored = [(_likeness(old[id].text, new[other].text), other) for other in fresh]
        best = max(scored, default=(0.0, ""))
        if best[0] >= _ALIKE:
            pairs[id] = best[1]
            fresh.remove(best[1])
    return {
        old[id].path: new[now].path
        for id, now in pairs.items()
        if now and old[id].path != new[now].path
    }


def _is_record(path: str) -> bool:
    return "/" in path


def _likeness(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, split_lines(one), split_lines(other), autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
