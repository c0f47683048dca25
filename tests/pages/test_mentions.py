"""Where a record is named, as its page tells it, and the names that become links."""

import lxml.html
import pytest

ARTICLE = "---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\nsummary: S.\n{more}---\n{body}"
FILES = {
    "actors/chine.yml": "kind: state\nname: Chine\nsummary: Un État.\n",
    "actors/russie.yml": "kind: state\nname: Russie\nsummary: Un voisin de la Chine.\n",
    "actors/le-jour.yml": "kind: media\nname: Le Jour\nsummary: Un quotidien.\n",
    "actors/xi.yml": "kind: person\nname: Xi Jinping\nsummary: Président.\n"
    "sources: [{article: ancien}]\n",
    "articles/ancien.md": ARTICLE.format(
        title="Ancien",
        outlet="null",
        date="2020-01",
        more="",
        body="Un début. La Chine dort <b>&. La Russie écrit à la Chine.\n\nElle répond.\n",
    ),
    "articles/recent.md": ARTICLE.format(
        title="Récent", outlet="le-jour", date="2024", more="", body="[[chine|Elle]] et « Russie »."
    ),
}


def parse(page):
    return lxml.html.fragment_fromstring(page.html, create_parent="div")


def list_moments(root):
    return root.xpath("//h2[@id='mentions']/following-sibling::ol[1]/li")


def test_articles_come_newest_first_with_outlet_and_date(make_pages):
    moments = list_moments(parse(make_pages(FILES, links=True)["chine"]))
    assert [each.xpath(".//a[@data-record]")[0].text for each in moments] == ["Récent", "Ancien"]
    assert "Le Jour" in moments[0].text_content()
    assert "média inconnu" in moments[1].text_content()
    assert "2024" in moments[0].text_content()


def test_sentence_marks_the_name_and_leads_to_a_paragraph_of_the_article(make_pages):
    pages = make_pages(FILES, links=True)
    passages = parse(pages["chine"]).xpath("//ul[@class='d-passages']//a")
    told = [(each.text_content(), each.xpath("mark/text()")) for each in passages]
    assert told[:3] == [
        ("Elle et «\xa0Russie\xa0».", ["Elle"]),
        ("La Chine dort <b>&.", ["Chine"]),
        ("La Russie écrit à la Chine.", ["Chine"]),
    ]
    for passage in passages[:3]:
        address, _, anchor = passage.get("href").partition("#")
        article = parse(pages[address.strip("/").split("/")[-1]])
        assert passage.text_content() in article.xpath(f"//p[@id='{anchor}']")[0].text_content()


def test_article_cited_without_a_mention_stays_listed_and_says_so(make_pages, read):
    page = make_pages(FILES, links=True)["xi"]
    assert "Ancien média inconnu · source de cette fiche, sans la nommer" in read(page)


def test_other_records_that_name_it_are_folded(make_pages):
    root = parse(make_pages(FILES, links=True)["chine"])
    (fold,) = root.xpath("//details[summary='Nommé aussi dans une autre fiche']")
    assert fold.get("open") is None
    assert "Un voisin de la Chine." in fold.text_content()


def test_who_is_named_with_it(make_pages, read):
    page = make_pages(FILES, links=True)["chine"]
    assert "Nommés ensemble 1 Russie 2 paragraphes, 2 articles" in read(page)


def test_many_passages_and_articles_are_folded_but_all_there(make_pages):
    files = {"actors/chine.yml": FILES["actors/chine.yml"]}
    for year in range(2010, 2019):
        files[f"articles/a{year}.md"] = ARTICLE.format(
            title=f"En {year}",
            outlet="null",
            date=year,
            more="",
            body="\n\n".join(f"La Chine, fois {n}." for n in range(5)),
        )
    root = parse(make_pages(files, links=True)["chine"])
    passages = root.xpath("//ul[@class='d-passages']/li")
    assert len(passages) == 45
    assert len([each for each in passages if not each.xpath("ancestor::details")]) == 6 * 3


def test_without_the_plugin_a_plain_list_of_sources_and_written_links(make_pages):
    pages = make_pages(FILES)
    moments = list_moments(parse(pages["chine"]))
    assert [each.xpath(".//a")[0].text for each in moments] == ["Récent"]
    assert [each.xpath(".//a")[0].text for each in list_moments(parse(pages["xi"]))] == ["Ancien"]
    assert not list_moments(parse(pages["russie"]))
    assert "Nommés ensemble" not in pages["chine"].html
    assert "d-passages" not in pages["chine"].html


TWICE = "La Chine. La Chine.\n\n## Suite\n\nLa Chine.\n"


@pytest.mark.parametrize(
    ("site", "settings", "count"),
    [
        ("first", "", 2),
        ("page", "", 1),
        ("all", "", 3),
        ("first", "frequency: page", 1),
        ("all", "frequency: first", 2),
        ("page", "frequency: all", 3),
        ("all", "ignore: [Chine]", 0),
        ("all", "ignore: [chine]", 0),
    ],
)
def test_how_often_a_name_is_linked(make_pages, site, settings, count):
    more = f"mentions: {{{settings}}}\n" if settings else ""
    article = ARTICLE.format(title="T", outlet="null", date="2024", more=more, body=TWICE)
    files = {"actors/chine.yml": FILES["actors/chine.yml"], "articles/a.md": article}
    root = parse(make_pages(files, links=True, frequency=site)["a"])
    assert len(root.xpath("//div[@class='d-account']//a[@data-record='chine']")) == count


def test_curator_says_what_a_name_means_in_a_passage(make_pages):
    files = {
        **FILES,
        "articles/a.md": ARTICLE.format(
            title="T",
            outlet="null",
            date="2024",
            more="mentions: {as: [{text: la grande Chine, link: {Chine: russie}}]}\n",
            body="De la grande Chine à la Chine.\n",
        ),
    }
    root = parse(make_pages(files, links=True)["a"])
    linked = root.xpath("//div[@class='d-account']//a[@data-record]/@data-record")
    assert linked == ["russie", "chine"]


def test_names_in_summaries_and_statements_are_links_and_nothing_else_is_markup(make_pages):
    files = {
        **FILES,
        "actors/xi.yml": "kind: person\nname: Xi Jinping\nsummary: Il dit *non* à la Chine <b>.\n"
        "statements:\n  - id: mot\n    text: La Russie, écrit [[xi|il]], « [[chine#rien]] ».\n"
        "    basis: notoire\n",
    }
    root = parse(make_pages(files, links=True)["xi"])
    (lede,) = root.xpath("//p[@class='d-lede']")
    assert lede.text_content() == "Il dit *non* à la Chine <b>."
    assert lede.xpath(".//a/@data-record") == ["chine"]
    (text,) = root.xpath("//p[@class='d-statement__text']")
    assert text.xpath(".//a/@data-record") == ["russie", "xi", "chine"]
    assert [link.text for link in text.xpath(".//a")] == ["Russie", "il", "Chine"]


def test_without_the_plugin_only_written_links_are_made(make_pages):
    summary = "kind: person\nname: Xi\nsummary: La [[chine|voisine]], la Russie.\n"
    files = {**FILES, "actors/xi.yml": summary}
    (lede,) = parse(make_pages(files)["xi"]).xpath("//p[@class='d-lede']")
    assert lede.xpath(".//a/@data-record") == ["chine"]
    assert lede.text_content() == "La voisine, la Russie."
