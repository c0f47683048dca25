"""The same input gives the same bytes."""

import filecmp


def read_tree(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_two_builds_are_the_same(site_dir, build_site, tmp_path):
    """Nothing may depend on the order of sets, on the time zone, or on when the build runs."""
    other = {
        "PYTHONHASHSEED": "1",
        "TZ": "Asia/Pyongyang",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": None,
    }
    again = build_site(tmp_path / "again", **other)
    names = read_tree(site_dir)
    assert names == read_tree(again)
    files = [name for name in names if (site_dir / name).is_file()]
    _, different, unread = filecmp.cmpfiles(site_dir, again, files, shallow=False)
    assert different + unread == []
