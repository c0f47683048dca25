"""Small valid dossiers of every shape: few records, most fields absent, none of a kind."""

from typing import Any

from hypothesis import strategies as st

Files = dict[str, str]

ACTORS = {f"a{number}": kind for number, kind in enumerate(("person", "organisation", "state"))}
ACTORS |= {"a3": "media", "a4": "person", "a5": "person"}
DATES = st.sampled_from(
    [
        *("2024-03-21", "2024", "2024-03", "2024-03~", "2019?", "../2024", "2022/..", "2020/2024"),
        *("2024-XX-XX", "[2023-07-20..2023-07-27]", "[..2024]", "199X", "2024-21"),
        *("9999-12-31", "0001", "-0043"),
    ]
)
SOURCES = st.sampled_from(
    [
        [],
        [{"article": "p0"}],
        [{"document": {"title": "Un document"}}],
        [{"document": {"title": "Un document", "publisher": "a3", "date": "2024"}}],
        [{"article": "p0", "via": [{"name": "des voix"}, "a3"]}],
        [{"statement": "a0#s0"}],
    ]
)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or None for a field that is absent."""
    return st.one_of(st.none(), strategy)


def _some(ids: list[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), max_size=most, unique=True) if ids else st.just([])


@st.composite
def parties(draw: st.DrawFn, actors: list[str]) -> list[Any]:
    """Actors, or names for somebody without a record, with whom they include and stand for."""
    found: list[Any] = list(draw(_some(actors, 2)))
    if draw(st.booleans()):
        group = {"name": "des gens", "count": 3, "including": draw(_some(actors, 1))}
        found.append(group)
    return found


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """The fields of each file by its path; an article's body is under the key ''."""
    actors = draw(_some(list(ACTORS), 4))
    others = {
        folder: draw(st.integers(0, 2)) for folder in ("events", "places", "topics", "articles")
    }
    events = [f"e{number}" for number in range(others["events"])]
    places = [f"l{number}" for number in range(others["places"])]
    topics = [f"t{number}" for number in range(others["topics"])]
    articles = [f"p{number}" for number in range(others["articles"])]
    records = [*actors, *events, *places, *topics]
    states = [id for id in actors if ACTORS[id] == "state"]
    media = [id for id in actors if ACTORS[id] == "media"]
    statements_at = draw(st.sampled_from([*records, ""])) if records else ""

    def pick(ids: list[str]) -> Any:
        return draw(maybe(st.sampled_from(ids))) if ids else None

    def sources() -> list[Any]:
        found: list[dict[str, Any]] = draw(SOURCES)
        text = repr(found)
        known = "p0" not in text or "p0" in articles
        known = known and ("a3" not in text or "a3" in actors)
        return found if known and ("a0#s0" not in text or statements_at == "a0") else []

    def common(id: str) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "name": f"Nom {id}",
            "summary": "Un résumé.",
            "tags": draw(_some(["un", "Deux"], 2)),
            "description": draw(maybe(st.just(f"De [[{records[0]}]], au moins."))),
            "start": draw(maybe(DATES)),
            "sources": sources(),
            "notes": draw(st.sampled_from([[], ["Une note."]])),
            "reviewed": draw(maybe(st.just("2024-03-21"))),
        }
        if id == statements_at:
            statement = {
                "id": "s0",
                "text": "Il est dit quelque chose.",
                "speakers": draw(parties(actors)),
                "to": draw(parties(actors)),
                "about": draw(_some(records, 1)),
                "act": draw(maybe(st.sampled_from(["say", "deny", "promise"]))),
                "date": draw(maybe(DATES)),
                "basis": "notoire",
            }
            fields["statements"] = [statement]
        return fields

    files: dict[str, dict[str, Any]] = {}
    for id in actors:
        fields = {"kind": ACTORS[id], **common(id), "country": pick([s for s in states if s != id])}
        if ACTORS[id] == "media":
            fields["control"] = draw(st.sampled_from(["state", "private", "unknown"]))
        body = pick([each for each in actors if ACTORS[each] == "organisation" and each != id])
        if ACTORS[id] == "person" and body:
            office = {"title": "chef", "organisation": body, "date": draw(maybe(DATES))}
            fields["offices"] = [{**office, "basis": "notoire"}]
        other = pick([each for each in actors if each != id])
        if other and draw(st.booleans()):
            fields["relations"] = [
                {"type": "supports", "with": other, "start": draw(maybe(DATES)), "basis": "notoire"}
            ]
        files[f"actors/{id}.yml"] = fields
    for id in events:
        files[f"events/{id}.yml"] = {
            "kind": draw(st.sampled_from(["meeting", "vote", "war"])),
            **common(id),
            "date": draw(maybe(DATES)),
            "place": pick([*places, *states]),
            "part_of": pick([each for each in events if each < id]),
            "about": draw(_some(topics, 1)),
            "participants": draw(parties(actors)),
        }
    for id in places:
        files[f"places/{id}.yml"] = {
            "kind": "city",
            **common(id),
            "country": pick(states),
            "coordinates": draw(
                maybe(st.sampled_from([[0, 0], [90, 180], [-90, -180], [39, 116]]))
            ),
            "government_of": pick(states),
        }
    for id in topics:
        topic = {"kind": "treaty", **common(id), "date": draw(maybe(DATES))}
        files[f"topics/{id}.yml"] = {**topic, "about": draw(_some(records, 1))}
    for id in articles:
        files[f"articles/{id}.md"] = {
            "title": f"Titre {id}",
            "outlet": pick(media),
            "date": draw(maybe(DATES)),
            "summary": "Un résumé.",
            "tags": draw(_some(["un", "Deux"], 2)),
            "": draw(
                st.sampled_from(["", "Un mot.", "Nom a0 et Nom a1 parlent. {#p}\n\nPuis rien."])
            ),
        }
    return {path: _present(fields) for path, fields in files.items()}


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in fields.items() if value not in (None, [])}
    return {"outlet": None, "date": None, **kept} if "title" in fields else kept
