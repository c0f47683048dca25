"""What the workflows set for a published site appears in it, and nothing of it elsewhere."""

import pytest

SITE = "https://dossier.example/un/"
REPO = "https://code.example/redaction/dossier"


@pytest.fixture(scope="module")
def build(build_site, tmp_path_factory):
    def read(**environment):
        return build_site(tmp_path_factory.mktemp("published"), **environment)

    return read


def test_published_pages_know_their_address_and_their_source(build, fullest):
    person = fullest("actors", "person")
    site = build(SITE_URL=SITE, REPO_URL=REPO)
    profile = (site / f"acteurs/{person}/index.html").read_text()
    assert f'<link rel="canonical" href="{SITE}acteurs/{person}/">' in profile
    assert f"{REPO}/edit/main/dossier/actors/{person}.yml" in profile
    assert f"{REPO}/edit/main/docs/methode.md" in (site / "methode/index.html").read_text()
    assert "https://api.github.com" not in profile
    assert f"<loc>{SITE}acteurs/{person}/</loc>" in (site / "sitemap.xml").read_text()


def test_without_an_address_or_a_repository_nothing_points_there(build, fullest):
    site = build(SITE_URL=None, REPO_URL=None)
    profile = (site / f"acteurs/{fullest('actors', 'person')}/index.html").read_text()
    assert 'rel="canonical"' not in profile
    assert "/edit/main/" not in profile
