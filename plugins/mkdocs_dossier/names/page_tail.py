"""What stands below the last sentence of a scraped article."""

from collections.abc import Sequence

from mkdocs_dossier.names.page_lines import Kind, Line

_LINE_END = 2


def judge_tail(lines: Sequence[Line], judged: dict[int, Kind]) -> dict[int, Kind]:
    """Words alone after the article's last sentence, below what else is debris there."""
    last = max(
        (at for at, line in enumerate(lines) if line.is_prose and at not in judged), default=-1
    )
    if last < 0:
        return {}
    tail: dict[int, Kind] = {}
    seen = False
    for at in range(last + 1, len(lines)):
        seen = seen or at in judged
        ranked = judged.get(at - 1) == "count" and not lines[at].is_prose
        goes_on = at - 1 not in judged and at - 1 not in tail and _is_below(lines, at)
        if at not in judged and not goes_on and (ranked or (seen and lines[at].words <= 6)):
            tail[at] = "teaser" if ranked else "page"
    return tail


def _is_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line ends the sentence of the one right above it."""
    line, above = lines[at], lines[at - 1]
    near = line.start - above.end <= _LINE_END
    return near and line.text.endswith(".") and not above.text.endswith((".", "!", "?", ":"))
