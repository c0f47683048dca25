"""The tables, read by programs that nobody here wrote."""

import csv
import io
import json

import frictionless
import pandas
import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from mkdocs_dossier.exports.csv_tables import make_csv, read_cell, write_cell
from mkdocs_dossier.exports.data_package import describe_column
from mkdocs_dossier.exports.tables import TABLES
from mkdocs_dossier.languages import languages, texts
from mkdocs_dossier.model.sections import SECTIONS

PERSON = "kind: person\nname: {name}\nsummary: Diplomate.\n"


def read_table(publication, name):
    [content] = [file.content for file in make_csv(publication) if file.path == f"csv/{name}.csv"]
    return pandas.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


@pytest.mark.parametrize("dossier", ["frozen/dossier", "canal", "own-words"])
def test_frictionless_accepts_all_tables_and_their_keys(root, publish, write_format, dossier):
    folder = write_format(publish(root / "tests/dossiers" / dossier), "csv")
    package = folder / "csv/datapackage.json"
    report = frictionless.Package(str(package)).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    described = json.loads(package.read_text("utf-8"))
    assert len(report.tasks) == len(TABLES) == len(described["resources"])
    assert {each["path"] for each in described["resources"]} | {"datapackage.json"} == {
        path.name for path in (folder / "csv").iterdir()
    }


def test_counts_are_those_of_the_dossier(frozen):
    dossier = frozen.dossier
    for section in SECTIONS:
        table = read_table(frozen, section.folder)
        assert list(table["id"]) == list(dossier.held_in(section))
    assert len(read_table(frozen, "statements")) == len(frozen.indexes.said)
    assert len(read_table(frozen, "sources")) == len(frozen.indexes.passages.uses)
    ties = [tie for ties in frozen.indexes.ties.values() for tie in ties if tie.forward]
    assert len(read_table(frozen, "relations")) == len(ties)
    mentions = read_table(frozen, "mentions")
    named = [*frozen.mentions.paragraphs, *frozen.mentions.fields]
    assert len(mentions) == sum(len(each.mentions) for each in named)


def test_whom_somebody_met_in_what_office_according_to_whom(frozen):
    """The question of a researcher, answered by one filter."""
    met = read_table(frozen, "encounters")
    since = met[(met["person"] == "kim-jong-un") & (met["date_latest"] >= "2023-01-01")]
    [zhao] = since[since["met"] == "zhao-leji"].to_dict("records")
    assert zhao["event"] == "entretien-kim-zhao"
    assert "Assemblée nationale populaire" in zhao["met_offices"]
    assert zhao["origins"]
    xi = since[since["met"] == "xi-jinping"]
    assert list(xi["event"]) == ["sommet-kim-xi-2025"], "those of 2018 and 2019 are before"


def test_rows_and_bytes_are_the_same_each_time(frozen, root, publish):
    again = publish(root / "tests/dossiers/frozen/dossier")
    assert [*make_csv(frozen)] == [*make_csv(again)]


def test_dates_keep_their_words_and_get_their_bounds(load_dossier, publish):
    events = {
        "avant": "-0043-03-15",
        "vers": "2024-06~",
        "entre": '"[2024-06-21..2024-06-30]"',
        "depuis": "2022/..",
    }
    files = {
        f"events/{id}.yml": f"kind: meeting\nname: E {id}\nsummary: S.\ndate: {date}\n"
        for id, date in events.items()
    }
    table = read_table(publish(load_dossier(files)), "events").set_index("id")
    assert table.loc["vers", "date"] == "2024-06~"
    assert list(table.loc["entre", ["date_earliest", "date_latest"]]) == [
        "2024-06-21",
        "2024-06-30",
    ]
    assert list(table.loc["depuis", ["date_earliest", "date_latest"]]) == ["2022-01-01", ""]
    assert read_cell(table.loc["avant", "date_earliest"]) == "-0043-03-15"
    numbers = table["date_earliest_number"].astype(int)
    assert list(numbers.sort_values().index) == ["avant", "depuis", "vers", "entre"]
    assert numbers["avant"] == -429_685


@pytest.mark.parametrize(
    "name",
    [
        "=HYPERLINK(1)a", "+1a", "-1a", "@SUM(a)", "'a", "''=a", "a;=1+1", "a;'=1", "；=a",
        'a"b,c', "a;-1", "＝a",
    ],
)  # fmt: skip
def test_no_cell_is_a_formula_and_none_is_changed(load_dossier, publish, name):
    """At the start of a cell, and where a spreadsheet that splits at semicolons starts one."""
    text = PERSON.format(name=json.dumps(name))
    table = read_table(publish(load_dossier({"actors/x.yml": text})), "actors")
    [cell] = table["name"]
    assert read_cell(cell) == name
    assert not any(part.startswith(("=", "+", "-", "@", "＝")) for part in cell.split(";"))


@pytest.mark.parametrize("text", ["a\n=1", "a\t@b", "\t=", "a\r\n'b", "- un\n- deux", ""])
def test_a_guarded_text_comes_back_exactly(text):
    assert read_cell(write_cell(text)) == text
    rows = [*csv.reader(io.StringIO(write_cell(text)), delimiter="\t")]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("language", languages())
def test_every_table_and_column_is_described(language):
    say = texts(language)
    for table in TABLES:
        assert say(f"data.tables.{table.name}")
        for column in table.columns:
            assert describe_column(table, column, say)


def test_rows_hold_the_columns_of_their_table_and_no_key_twice(frozen):
    for table in TABLES:
        names = {column.name for column in table.columns}
        rows = list(table.rows(frozen))
        assert {name for row in rows for name in row} <= names
        keys = [tuple(row[name] for name in table.key_names) for row in rows]
        assert len(set(keys)) == len(keys), table.name


def test_command_writes_the_tables(root, tmp_path):
    dossier = root / "tests/dossiers/canal"
    command = ["export", "--dossier", str(dossier), "--format", "csv", "--out", str(tmp_path / "o")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "o/csv/actors.csv").read_bytes().startswith(b"id,kind,name,")
    first = {path: path.stat().st_mtime_ns for path in (tmp_path / "o/csv").iterdir()}
    assert CliRunner().invoke(main, command).exit_code == 0
    assert first == {path: path.stat().st_mtime_ns for path in first}, "nothing had changed"


def test_command_names_what_is_wrong_and_writes_nothing(write_dossier, tmp_path):
    folder = write_dossier({"actors/a.yml": PERSON.format(name="A") + "country: nulle-part\n"})
    command = ["export", "--dossier", str(folder), "--out", str(tmp_path / "o")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert "actors/a.yml:4:10: error:" in done.output
    assert not (tmp_path / "o").exists()
    (tmp_path / "o").write_text("a file")
    folder = write_dossier({"actors/a.yml": PERSON.format(name="A")})
    done = CliRunner().invoke(
        main, ["export", "--dossier", str(folder), "--out", str(tmp_path / "o/x")]
    )
    assert done.exit_code == 1
    assert "Traceback" not in done.output
