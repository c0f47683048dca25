"""The network, read by programs that draw and measure networks."""

import io

import igraph
import networkx
import pytest

from mkdocs_dossier.exports.graph_files import GEXF, GRAPHML, make_graphs
from mkdocs_dossier.exports.tables import TABLES

PERSON = "kind: person\nname: {name}\nsummary: S.\n"


def read_graphs(publication):
    files = {file.path: file.content for file in make_graphs(publication)}
    graphml = networkx.read_graphml(io.BytesIO(files[GRAPHML]), force_multigraph=True)
    return graphml, networkx.read_gexf(io.BytesIO(files[GEXF]))


@pytest.fixture(scope="module")
def graphs(frozen):
    return read_graphs(frozen)


def test_both_files_hold_all_actors_and_all_ties(frozen, graphs):
    for graph in graphs:
        assert set(graph) == set(frozen.dossier.actors)
        assert graph.number_of_edges() >= len(frozen.ties.all)
    graphml, gexf = graphs
    assert graphml.number_of_edges() == gexf.number_of_edges()


def test_igraph_reads_it_too(frozen, graphs, tmp_path):
    [content] = [file.content for file in make_graphs(frozen) if file.path == GRAPHML]
    (tmp_path / GRAPHML).write_bytes(content)
    graph = igraph.Graph.Read_GraphML(str(tmp_path / GRAPHML))
    assert (graph.vcount(), graph.ecount()) == (len(graphs[0]), graphs[0].number_of_edges())


def test_whom_somebody_met_is_what_the_table_says(frozen, graphs):
    [table] = [table for table in TABLES if table.name == "encounters"]
    rows = {
        (row["event"], row["met"], row.get("met_offices", ""))
        for row in table.rows(frozen)
        if row["person"] == "kim-jong-un" and row["date_latest"] >= "2023"
    }
    assert rows
    for graph in graphs:
        found = set()
        for one, other, tie in graph.edges(data=True):
            if tie["met"] and "kim-jong-un" in (one, other) and tie["latest"] >= "2023":
                end = "target" if one == "kim-jong-un" else "source"
                met = other if one == "kim-jong-un" else one
                found.add((tie["fact"], met, tie.get(f"{end}_offices", "")))
        assert found == rows


def test_status_and_origins_stand_on_each_tie(graphs):
    for graph in graphs:
        ties = [tie for *_, tie in graph.edges(data=True)]
        assert {tie["sort"] for tie in ties} == {"relation", "office", "part", "event", "statement"}
        for tie in ties:
            assert tie["sort"] == "part" or tie["origin_count"] >= 0
            assert tie["sort"] != "statement" or tie["status"]


@pytest.mark.parametrize("name", ["<a> & b", '"x"', "]]>a", "l\u2019\u00e9t\u00e9"])
def test_any_name_is_a_name(load_dossier, publish, name):
    quoted = "'" + name + "'"
    files = {
        "actors/a.yml": PERSON.format(name=quoted),
        "actors/b.yml": PERSON.format(name="B"),
        "events/e.yml": "kind: meeting\nname: E\nsummary: S.\ndate: -0043\nparticipants: [a, b]\n",
    }
    for graph in read_graphs(publish(load_dossier(files))):
        assert graph.nodes["a"]["label"] == name
        [(*_, tie)] = graph.edges(data=True)
        assert tie["met"] is True
        assert tie["earliest"] == "-0043-01-01"


def test_a_crowd_keeps_its_meetings(load_dossier, publish):
    names = [f"p{number}" for number in range(15)]
    files = {f"actors/{name}.yml": PERSON.format(name=name.upper()) for name in names}
    files["events/e.yml"] = (
        f"kind: meeting\nname: E\nsummary: S.\nparticipants: [{', '.join(names)}]\n"
    )
    for graph in read_graphs(publish(load_dossier(files))):
        assert graph.number_of_edges() == 15 * 14 / 2
