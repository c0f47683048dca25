"""Data in small files."""

import json

from mkdocs_dossier.pages.pieces import cut_into_pieces


def test_pieces_are_small_in_order_and_lose_nothing():
    entries = [(f"nom-{number:05}", {"s": "é" * 100}) for number in range(1000)]
    files = dict(cut_into_pieces(entries[::-1]))
    firsts = json.loads(files.pop("index.json"))
    pieces = [json.loads(files[f"{number}.json"]) for number in range(len(files))]
    assert max(map(len, files.values())) <= 20_000
    assert [piece[0][0] for piece in pieces] == firsts
    assert [tuple(entry) for piece in pieces for entry in piece] == entries


def test_nothing_gives_an_empty_index():
    assert dict(cut_into_pieces([])) == {"index.json": b"[]"}


def test_keys_stand_in_the_order_of_javascript():
    files = dict(cut_into_pieces([("\uffee", 1), ("\U00020000", 2), ("a", 3)]))
    assert json.loads(files["0.json"]) == [["a", 3], ["\U00020000", 2], ["\uffee", 1]]
