"""KCNA is set aside: exactly what rests on it alone turns pale, on each kind of page.

What to expect is counted from the dossier's files, by a second method (tests/naive_origins.py).
"""

from collections import defaultdict

import pytest
from naive_origins import Naive
from playwright.sync_api import expect
from sites import FROZEN

AGENCY = "kcna"
PAGES = {
    "person": "acteurs/kim-jong-un/",
    "state": "acteurs/coree-du-nord/",
    "event": "evenements/sommet-kim-xi-2025/",
    "event with sides": "evenements/visite-choigou-pyongyang/",
    "pair": "relations/chine--coree-du-nord/",
    "article": "articles/2025-09-kim-xi-pekin/",
    "topic": "themes/missile-hwasong/",
    "place": "lieux/pyongyang/",
    "chronology": "chronologie/",
    "index": "evenements/",
    "home": "",
}
FIELDS = {"Date": "date", "Lieu": "place", "Fait partie de": "part_of", "Fiabilité": ""}
STARTS = ("Naissance", "Création", "Fondation", "Début")
ENDS = ("Mort", "Dissolution", "Fin")

# Each fact of a page: where it stands, what tells it apart, and whether it is pale.
READ = """all => all.map(fact => {
  const box = fact.closest(".d-statement, .d-version, .d-tie, .d-moment, .d-when, .d-fact") ?? fact
  const link = box.querySelector("a[data-record]")
  const target = link ? new URL(link.href).pathname.split("/").at(-2) + new URL(link.href).hash : ""
  const permalink = box.querySelector(".d-permalink a, .d-statement__meta a[href*='#']")
  const heads = [...document.querySelectorAll("h2")]
  const follows = Node.DOCUMENT_POSITION_FOLLOWING
  const above = heads.filter(head => head.compareDocumentPosition(fact) & follows)
  const whole = fact.closest("[data-together]")
  return {
    kind: box.className.split(" ")[0] || (box.closest(".d-met") ? "met" :
      box.closest(".d-offices") ? "office" : box.closest(".d-uses") ? "use" :
      box.closest(".d-resting") ? "resting" : "other"),
    id: box.querySelector(".d-former")?.id || box.id ||
      (permalink ? new URL(permalink.href).hash.slice(1) : ""),
    home: permalink ? new URL(permalink.href).pathname.split("/").at(-2) : "",
    target, link: link?.textContent ?? "", text: box.textContent.trim(),
    head: box.querySelector("p, dt")?.textContent.trim() ?? "",
    group: box.closest(".d-ties__group")?.querySelector("dt").textContent ?? "",
    owner: box.closest("li, .d-fact")?.querySelector("a[data-record]")?.dataset.record ?? "",
    section: above.at(-1)?.id ?? "",
    whole: whole ? [...document.querySelectorAll("[data-together]")].indexOf(whole) : -1,
    tokens: fact.dataset.origins,
    pale: box.classList.contains("d-pale") || fact.classList.contains("d-pale"),
    why: (box.querySelector(".d-why") ?? fact.querySelector(".d-why"))?.textContent ?? "",
  }
})"""


@pytest.fixture(scope="module")
def naive():
    return Naive(FROZEN / "dossier")


def anchors_of(naive):
    """The origins of each step of a pair by its anchor."""
    found = {}
    for id, record in naive.records.items():
        found[id] = naive.of_record(id)
        found[f"article-{id}"] = naive.of_record(id)
        found[f"{id}-part"] = naive.of_field(id, "part_of")
        for name in ("relation", "office"):
            for number, fact in enumerate(record.get(f"{name}s", []), 1):
                found[f"{id}-{name}-{number}"] = naive.of_fact(fact)
        for each in record.get("statements", []):
            found[f"{id}-{each.get('id')}"] = naive.of_fact(each)
    return found


def facts_told(naive, id, words):
    """The origins of all facts of a record that these words may stand for."""
    record = naive.records[id]
    for office in record.get("offices", []):
        if office["title"] in words:
            yield naive.of_fact(office)
    for relation in record.get("relations", []):
        if naive.records[relation["with"]]["name"] in words:
            yield naive.of_fact(relation)
    for who in record.get("participants", []):
        name = who.get("name") or naive.records[who["actor"]]["name"]
        if name in words:
            yield naive.of_fact(who)
    for source in record.get("sources", []):
        for field in source.get("supports", ["sources"]):
            yield naive.of_field(id, field)
    for dispute in record.get("disputes", []):
        for version in dispute["versions"]:
            yield naive.of_fact(version)
    for note in record.get("notes", []):
        if isinstance(note, dict):
            yield naive.of_fact(note)
    yield naive.of_record(id)


def may_rest_on(naive, page, fact):
    """The sets of origins that a fact may have, by a naive look at what it is."""
    record, kind = page.split("/")[1] if "/" in page else "", fact["kind"]
    if kind == "d-statement":
        return [naive.of_statement(f"{fact['home'] or record}#{fact['id']}")]
    if kind == "d-moment":
        return [naive.of_record(fact["target"] if fact["link"] else record)]
    if kind == "d-when":
        anchors = anchors_of(naive)
        return [anchors[fact["id"] if fact["id"] in anchors else fact["target"]]]
    if kind == "met":
        return [naive.of_record(fact["target"])]
    if kind == "office":
        offices = naive.records[record]["offices"]
        return [naive.of_fact(each) for each in offices if each["title"] in fact["head"]]
    if kind == "d-participant":
        return list(participants_named(naive, record, fact["head"]))
    if kind == "d-tie":
        if fact["id"].startswith("_relation-"):
            number = int(fact["id"].removeprefix("_relation-"))
            return [naive.of_fact(naive.records[record]["relations"][number - 1])]
        written = naive.records[fact["target"]].get("relations", [])
        return [naive.of_fact(each) for each in written if each["with"] == record]
    if kind == "d-fact":
        label = fact["head"]
        if label in STARTS or label in ENDS:
            return [naive.of_field(record, "start" if label in STARTS else "end")]
        field = FIELDS[label]
        return [naive.of_field(record, field) if field else naive.of_record(record)]
    if "#" in fact["target"]:
        return [naive.of_statement(fact["target"])]
    return list(facts_told(naive, fact["owner"] or fact["target"], fact["text"]))


def participants_named(naive, event, words):
    for who in naive.records[event]["participants"]:
        name = who.get("name") or naive.records[who["actor"]]["name"]
        if words.startswith(name):
            told = who.get("sources") or who.get("basis")
            yield naive.of_fact(who) if told else naive.of_record(event)


def set_aside(page, name="KCNA"):
    page.locator(".d-lens > summary").click()
    page.locator(".d-lens").get_by_label(name, exact=True).uncheck()
    return page.locator("[data-origins]").evaluate_all(READ)


def judge(naive, page, facts, alone, why):
    """Compare what is pale with what has exactly these origins; count how many were certain."""
    judged = 0
    facts = [fact for fact in facts if fact["kind"] != "d-version"]
    for fact in facts:
        may_be = {set(each) == alone for each in may_rest_on(naive, page, fact)}
        assert fact["pale"] in may_be, fact
        judged += len(may_be) == 1
        if fact["pale"]:
            assert why in fact["why"], fact
    assert any(fact["pale"] for fact in facts)
    assert judged >= 0.6 * len(facts)


@pytest.mark.parametrize("kind", PAGES)
def test_what_rests_on_the_agency_alone_turns_pale_and_nothing_else(open_page, naive, kind):
    facts = set_aside(open_page(PAGES[kind]))
    judge(naive, PAGES[kind], facts, {AGENCY}, "KCNA")
    assert kind == "topic" or not all(fact["pale"] for fact in facts)


@pytest.mark.parametrize("kind", ["person", "event with sides", "pair", "article", "chronology"])
def test_what_has_no_origin_turns_pale_and_nothing_else(open_page, naive, kind):
    facts = set_aside(open_page(PAGES[kind]), "sans origine")
    judge(naive, PAGES[kind], facts, set(), "Aucune origine")


def test_what_only_unnamed_people_told_turns_pale(open_page):
    facts = set_aside(open_page("evenements/visite-kim-song-nam-pekin/"), "anonymes")
    said = {fact["id"]: fact for fact in facts if fact["kind"] == "d-statement"}
    assert said["approfondissement"]["pale"]  # a communiqué, through media that nothing names
    assert "anonyme" in said["approfondissement"]["why"]
    assert not said["tournee-regionale"]["pale"]


@pytest.mark.parametrize("kind", ["person", "state", "event", "topic", "place"])
def test_counts_beside_headings_say_how_many_still_stand(open_page, naive, kind):
    page = open_page(PAGES[kind])
    facts = set_aside(page)
    sections = defaultdict(lambda: defaultdict(list))
    for number, fact in enumerate(facts):
        whole = fact["whole"] if fact["whole"] >= 0 else f"fact {number}"
        sections[fact["section"]][whole].append(fact["pale"])
    shown = page.locator("h2:has(.d-count)").evaluate_all(
        "all => all.map(h => [h.id, h.querySelector('.d-count').textContent])"
    )
    changed = 0
    for id, text in shown:
        wholes = sections.get(id)
        if not wholes or id in ("mentions", "sources", "notes", "people"):
            continue
        left = sum(not all(pale) for pale in wholes.values())
        whole = len(wholes)
        assert text == (f"{left} / {whole}" if left < whole else str(whole)), id
        changed += left < whole
    assert changed


def test_counts_of_what_stands_elsewhere_change_too(open_page, naive):
    page = open_page("")
    set_aside(page)
    events = [id for id, section in naive.section.items() if section == "events"]
    gone = sum(naive.of_record(id) == {AGENCY} for id in events)
    number = page.locator(".d-numbers div", has_text="événements").locator("dd")
    expect(number).to_have_text(f"{len(events) - gone} / {len(events)}")

    page.goto(page.url.replace("?", "acteurs/?"))
    row = page.locator(".d-entry", has=page.get_by_role("link", name="Kim Jong-un", exact=True))
    expect(row.locator("[data-tally]")).to_contain_text(" / ")
    listed = row.locator("[data-tally]").text_content().replace(" événements", "")
    row.get_by_role("link", name="Kim Jong-un", exact=True).click()
    expect(page.locator("#chronology .d-count")).to_have_text(listed)


def test_bars_lines_and_places_are_pale_where_all_behind_them_is(open_page, naive):
    page = open_page("chronologie/")
    set_aside(page)
    bars = page.locator("a.d-bar[data-bar]").evaluate_all(
        "all => all.map(bar => [bar.dataset.bar, bar.classList.contains('d-pale')])"
    )
    assert bars
    for id, pale in bars:
        assert pale == (naive.of_record(id) == {AGENCY}), id
    page.goto(page.url.replace("chronologie", "lieux"))
    marks = page.locator(".d-map__mark[data-tally]").evaluate_all(
        "all => all.map(a => [a.getAttribute('href'), a.classList.contains('d-pale')])"
    )
    assert marks
    for address, pale in marks:
        id = address.split("/")[-2]
        events = [each for each in naive.records if naive.records[each].get("place") == id]
        assert pale == all(naive.of_record(each) == {AGENCY} for each in events), id
