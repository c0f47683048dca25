"""Names on pages that people write by hand, beside the dossier."""

from mkdocs_dossier.model.article import MentionSettings
from mkdocs_dossier.names.bearer import Mention
from mkdocs_dossier.names.frequency import choose_links
from mkdocs_dossier.names.written import find_blocks
from mkdocs_dossier.pages.scope import Site


def find_names(site: Site, text: str, settings: MentionSettings) -> list[Mention]:
    """The names that become links on a page; `text` is its Markdown without front matter."""
    found = site.mentions.reader.read_page(text, settings, list(find_blocks(text)))
    frequency = settings.frequency or site.features.frequency
    return list(choose_links(text, found.mentions, frequency, set()))
