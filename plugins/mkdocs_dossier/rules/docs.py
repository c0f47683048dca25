"""What must hold in the folder of hand-written pages, which strangers may change as well."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from mkdocs_dossier.index.addresses import Addresses
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.model.records import PICTURE_ENDINGS
from mkdocs_dossier.rules.pages import check_page
from mkdocs_dossier.source.docs import PAGE_ENDINGS, find_gaps, find_refused
from mkdocs_dossier.source.files import Unreadable, read_text
from mkdocs_dossier.source.folder import file_fault, list_entries
from mkdocs_dossier.source.load import to_problem
from mkdocs_dossier.source.tree import Fault

# Where the theme, the plugins and the site generator write.
_TAKEN = ("assets/", "pagefind/", "search/")


def check_docs(folder: Path, say: Texts) -> list[Problem]:
    """What the site generator must not even walk through, sorted; paths are relative to the folder.

    None where it is not there.
    """
    return sorted(to_problem(fault, path, say) for path, fault in find_refused(folder))


def check_pages(
    folder: Path, dossier: Dossier, say: Texts, *, trusted: bool, links: bool
) -> list[Problem]:
    """All problems of the pages and of the files beside them, likewise. Needs `check_docs` first:
    what that refuses is not opened.

    `trusted`: mkdocs.yml says that only the curators write there. `links`: names are linked.
    """
    refused = {path for path, _ in find_refused(folder)}
    addresses = Addresses(dossier, say)
    records = {addresses.of(each.id): each.id for each in dossier.everything()}
    problems = [to_problem(fault, path, say) for path, fault in find_gaps(folder)]
    for entry in list_entries(folder, _is_left_alone):
        if entry.kind != "file" or entry.path in refused:
            continue
        faults = [] if trusted else [*_check_file(entry.path, records)]
        if PurePosixPath(entry.path).suffix.lower() in PAGE_ENDINGS:
            faults += _check_text(folder / entry.path, dossier, trusted, links)
        problems += [to_problem(fault, entry.path, say) for fault in faults]
    return sorted(set(problems))


def is_published(path: str) -> bool:
    """Whether a file that strangers may have put in the folder stands on the site."""
    return not list(_check_file(path, {}))


def _is_left_alone(path: str) -> bool:
    return path.rpartition("/")[2].startswith(".")


def _check_text(file: Path, dossier: Dossier, trusted: bool, links: bool) -> Iterator[Fault]:
    try:
        text = read_text(file)
    except Unreadable as error:
        yield Fault(error.position, "file", error.key, error.values)
        return
    # positions count the line ends that the site generator sees
    yield from check_page(text.replace("\r\n", "\n").replace("\r", "\n"), dossier, trusted, links)


def _check_file(path: str, records: dict[str | None, str]) -> Iterator[Fault]:
    """What is wrong with a file because of its name alone."""
    name = PurePosixPath(path)
    if path.lower().startswith(_TAKEN):
        yield file_fault("file.docs.taken", found=path)
    if name.suffix.lower() not in (*PAGE_ENDINGS, *PICTURE_ENDINGS):
        yield file_fault("file.docs.kind", kinds=", ".join((".md", *PICTURE_ENDINGS)))
    elif name.suffix.lower() in PAGE_ENDINGS:
        stem = name.parent if name.stem.lower() in ("index", "readme") else name.with_suffix("")
        if record := records.get(f"{stem}/"):
            yield file_fault("file.docs.record", found=record)
