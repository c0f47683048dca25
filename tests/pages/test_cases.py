"""What a reader must find on a page, and must not, as readable files.

A case is a name, files, the id of a page, and words that stand on it (`shows`, in this order) or
nowhere on it (`hides`).
"""

from pathlib import Path

import pytest
import yaml

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_page_of_case(case, make_pages, read):
    text = read(make_pages(case["files"])[case["page"]])
    at = 0
    for words in case["shows"]:
        found = text.find(words, at)
        assert found >= 0, f"{words!r} does not follow in: {text}"
        at = found + len(words)
    for words in case.get("hides", []):
        assert words not in text
