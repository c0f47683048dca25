"""Looking quotes up in the full texts of their articles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_dossier.index.passages import Use, list_uses
from mkdocs_dossier.model.dates import Date
from mkdocs_dossier.model.dossier import Dossier
from mkdocs_dossier.model.quotes import FoldedText
from mkdocs_dossier.model.verification import Found, Verified, hash_quote


@dataclass(frozen=True)
class Verdict:
    """What became of one quote: 'found', 'missing' or 'unread' (its full text is not at hand).

    `nearest` is the passage of the full text that is most like a missing quote.
    """

    use: Use
    result: str
    nearest: str = ""


def verify(
    dossier: Dossier, texts: Mapping[str, str], today: Date
) -> tuple[Verified, list[Verdict]]:
    """Look each quote up in the full texts, by their SHA-256.

    Gives the new content of verified.yml, sorted, and a verdict for each quote. A quote that was
    found before keeps its day; one whose text is not at hand keeps its entry while it is unedited.
    """
    bodies = {hash_: FoldedText(text) for hash_, text in texts.items()}
    known = {(each.quote, each.text): each for each in dossier.verified.quotes}
    kept: dict[tuple[str, str], Found] = {}
    verdicts = []
    for use, quote, text in quotes_with_text(dossier):
        key = hash_quote(quote), text
        body = bodies.get(text)
        if body is None:
            verdicts.append(Verdict(use, "unread"))
            if key in known:
                kept[key] = known[key]
        elif body.find(quote):
            verdicts.append(Verdict(use, "found"))
            kept[key] = known.get(key) or Found(quote=key[0], text=key[1], date=today)
        else:
            verdicts.append(Verdict(use, "missing", body.nearest(quote)))
    ordered = sorted(kept.values(), key=lambda each: (each.text, each.quote))
    return Verified(quotes=ordered), verdicts


def quotes_with_text(dossier: Dossier) -> Iterator[tuple[Use, str, str]]:
    """Every quote from an article whose full text is known by its SHA-256."""
    for holder in dossier.everything():
        for use in list_uses(holder):
            article = dossier.articles.get(use.source.article or "")
            if use.source.quote and article and article.full_text_sha256:
                yield use, use.source.quote, article.full_text_sha256


def write_verified(verified: Verified) -> str:
    """The content of verified.yml."""
    lines = ["# Written by `dossier verify`: quotes found in the full text of their article.", ""]
    lines.append("quotes:" if verified.quotes else "quotes: []")
    for each in verified.quotes:
        lines += [f"  - quote: {each.quote}", f"    text: {each.text}", f"    date: {each.date}"]
    return "\n".join(lines) + "\n"
