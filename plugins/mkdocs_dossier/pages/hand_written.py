"""Names on pages that people write by hand, beside the dossier."""

from mkdocs_dossier.links.bearer import Mention
from mkdocs_dossier.links.frequency import choose_links
from mkdocs_dossier.links.written import find_blocks
from mkdocs_dossier.model.article import MentionSettings
from mkdocs_dossier.pages.templating import Press


def find_names(press: Press, text: str, settings: MentionSettings) -> list[Mention]:
    """The names that become links on a page; `text` is its Markdown without front matter."""
    found = press.mentions.reader.read_page(text, settings, list(find_blocks(text)))
    frequency = settings.frequency or press.features.frequency
    return list(choose_links(text, found.mentions, frequency, set()))
