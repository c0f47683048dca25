"""Shares and sums of money, as a language writes them."""

from babel import Locale
from babel.numbers import format_currency, format_percent

from mkdocs_dossier.languages import Texts
from mkdocs_dossier.model.records import Relation


def say_extras(relation: Relation, say: Texts) -> str:
    """What a relation is measured by: « 51 % », « 1 500 000 $US », both or nothing."""
    found = [] if relation.share is None else [say_share(relation.share, say)]
    if relation.amount:
        found.append(say_amount(relation.amount.value, relation.amount.currency, say))
    return ", ".join(found)


def say_share(share: float, say: Texts) -> str:
    """A number of per cent: « 33,3 % », "33.3%"."""
    pattern = Locale(say.locale).percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    text: str = format_percent(share / 100, format=pattern, locale=say.locale)
    return text.replace("\u202f", "\u00a0")


def say_amount(value: float, currency: str, say: Texts) -> str:
    """A sum of money, without cents where there are none: « 1 500 000 $US », "$1,500,000"."""
    pattern = Locale(say.locale).currency_formats["standard"].pattern
    whole = float(value).is_integer()
    text: str = format_currency(
        value,
        currency,
        format=pattern.replace(".00", "") if whole else pattern,
        locale=say.locale,
        currency_digits=not whole,
    )
    return text.replace("\u202f", "\u00a0")
