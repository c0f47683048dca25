"""The MkDocs plugins: thin hooks over the core, and the only code that knows MkDocs."""

from mkdocs_dossier import collect_seldom

collect_seldom()
