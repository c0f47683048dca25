"""What is read is noted by what holds it, whoever reads and however."""

import pytest

from mkdocs_dossier.model.reads import WHOLE, Lookup, Memo, Service, Table, made_once, record_reads
from mkdocs_dossier.model.records import Topic

ONE, ALL = {("t", "a")}, {("t", WHOLE)}


class Holder(Service):
    """Two tables, a list and a service, each made once."""

    @made_once
    def table(self):
        return {"a": 1}

    @made_once
    def doubled(self):
        return {key: 2 * value for key, value in self.table.items()}

    @made_once
    def listed(self):
        return [*self.table]

    @made_once
    def memo(self):
        return Memo()


@pytest.mark.parametrize(
    ("read", "noted"),
    [
        (lambda t: t["a"], ONE),
        (lambda t: t.get("a"), ONE),
        (lambda t: t.get("none"), {("t", "none")}),
        (lambda t: "a" in t, ONE),
        (list, ALL),
        (len, ALL),
        (bool, ALL),
        (dict, ALL),
        (sorted, ALL),
        (lambda t: {**t}, ALL),
        (lambda t: t | {}, ALL),
        (lambda t: {} | t, ALL),
        (lambda t: t == {}, ALL),
        (lambda t: t.copy(), ALL),
        (lambda t: list(reversed(t)), ALL),
        (lambda t: list(t.keys()), ALL),
        (lambda t: list(t.values()), ALL),
        (lambda t: list(t.items()), ALL),
    ],
)
def test_every_way_to_read_a_table_is_noted(read, noted):
    reads = set()
    table = Table("t", {"a": 1, "b": 2})
    with record_reads(reads):
        read(table)
    assert noted <= reads


def test_nothing_is_noted_where_nobody_records():
    table, reads = Table("t", {"a": 1}), set()
    with record_reads(reads), record_reads(None):
        assert table["a"] == 1
    assert reads == set()


def test_what_is_made_once_is_read_and_not_what_it_was_made_from():
    reads, holder = set(), Holder()
    with record_reads(reads):
        assert holder.doubled["a"] == 2
        assert holder.listed == ["a"]
    assert reads == {("Holder.doubled", "a"), ("Holder.listed", WHOLE)}


def test_each_reader_of_a_memo_reads_what_its_making_read():
    holder = Holder()
    for _ in range(2):
        reads = set()
        with record_reads(reads):
            assert holder.memo.get("sum", lambda: holder.table["a"] + 1) == 2
        assert reads == {("Holder.table", "a")}


def test_an_answer_is_looked_up_once_and_noted_each_time():
    asked = []
    lookup = Lookup("l", lambda key: asked.append(key) or key.upper())
    for _ in range(2):
        reads = set()
        with record_reads(reads):
            assert lookup["a"] == "A"
        assert reads == {("l", "a")}
    assert asked == ["a"]


def make_topic(summary="S."):
    topic = Topic(kind="treaty", name="T", summary=summary)
    topic._id = "t"
    return topic


@pytest.mark.parametrize(
    ("read", "noted"),
    [
        (lambda t: t.name, set()),
        (lambda t: t.summary, {"summary"}),
        (lambda t: t.statements, {"statements"}),
        (lambda t: t.walk(), set(Topic.apart)),
        (lambda t: t.model_dump(), set(Topic.apart)),
        (lambda t: t.model_dump_json(exclude_unset=True), set(Topic.apart)),
        (lambda t: dict(t), set(Topic.apart)),
        (lambda t: t == make_topic(), set(Topic.apart)),
    ],
)
def test_a_field_apart_is_noted_however_it_is_read(read, noted):
    reads, topic = set(), make_topic()
    with record_reads(reads):
        read(topic)
    assert reads == {("Dossier.apart", ("t", name)) for name in noted}
    assert {"summary", "description", "statements"} <= set(Topic.apart)


def test_two_records_that_differ_in_a_field_apart_have_one_rest():
    assert make_topic("A.").dump_rest() == make_topic("B.").dump_rest()
    assert make_topic("A.") != make_topic("B.")
