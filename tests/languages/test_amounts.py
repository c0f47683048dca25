"""Shares and sums of money as each language writes them."""

import pytest

from mkdocs_dossier.languages import texts
from mkdocs_dossier.languages.amounts import say_amount, say_share


@pytest.mark.parametrize(
    ("language", "share", "sum_", "cents"),
    [
        ("fr", "33,3\xa0%", "1\xa0500\xa0000\xa0€", "0,50\xa0€"),
        ("en", "33.3%", "€1,500,000", "€0.50"),
        ("de", "33,3\xa0%", "1.500.000\xa0€", "0,50\xa0€"),
        ("pl", "33,3%", "1\xa0500\xa0000\xa0€", "0,50\xa0€"),
        ("xx", "33.3%", "€1,500,000", "€0.50"),
    ],
)
def test_shares_and_sums(language, share, sum_, cents):
    say = texts(language)
    assert say_share(33.3, say) == share
    assert say_share(51, say).startswith("51")
    assert say_amount(1_500_000, "EUR", say) == sum_
    assert say_amount(0.5, "EUR", say) == cents
