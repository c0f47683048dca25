"""What scraping leaves is found, and no more."""

from mkdocs_dossier.names.debris import find_debris

BODY = "Les deux dirigeants ont parlé de la coopération entre leurs pays, selon un communiqué."


def kinds(text):
    return [(each.kind, text[each.start : each.end]) for each in find_debris(text)]


def test_a_menu_line_is_a_path():
    assert kinds(f"Accueil > Monde > International\n\n{BODY}") == [
        ("path", "Accueil > Monde > International")
    ]


def test_a_headline_of_ordinary_words_is_none():
    assert kinds(f"Monde et politique vus de Pékin\n\n{BODY}") == []


def test_an_announcement_takes_its_line_only():
    text = f"{BODY}\n\nLire aussi | Comment Moscou répond à Pyongyang ?\n\n{BODY}"
    assert kinds(text) == [("announcement", "Lire aussi | Comment Moscou répond à Pyongyang ?")]


def test_a_bare_announcement_takes_the_titles_below_until_the_article_goes_on():
    text = f"{BODY}\n\nÀ lire aussi\n\nUn duel au Wisconsin\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["announcement", "teaser"]


def test_the_blurb_of_a_teaser_is_debris_too():
    blurb = "Les candidats Durand et Martin étaient hier dans la ville pour convaincre les indécis."
    text = f"{BODY}\n\nÀ lire aussi\n\nDuel serré : Durand contre Martin\n\n{blurb}"
    assert kinds(text)[-1] == ("teaser", blurb)


def test_recommendations_take_the_rest():
    other = "La cuisine de saison revient avec ses légumes oubliés, disent les maraîchers."
    text = f"{BODY}\n\nSélectionné pour vous\n\nUn plat chaud\n\n{other}"
    assert [kind for kind, _ in kinds(text)] == ["announcement", "teaser", "teaser"]


def test_adverts_counts_and_broken_tags():
    text = f"0\n4\n\n{BODY}< /p>\n\nPublicité\n\nPartager cet article :\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["count", "count", "tag", "page", "page"]


def test_a_sentence_about_an_advert_is_no_debris():
    assert kinds(f"La publicité à Pékin coûte cher.\n\n{BODY}") == []


def test_the_seeds_keep_their_articles(shared):
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        debris = sum(each.end - each.start for each in find_debris(text))
        assert debris < len(text) * (0.3 if "À lire aussi" in text else 0.1), path.name
