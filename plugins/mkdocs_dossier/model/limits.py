"""How large a thing may be, so that no input makes a check or a build last or grow without bound.

Each limit is far above what a dossier of the press needs. The manual (docs/format.md) lists them
all, in words that its readers know.
"""

# Files
FILE_BYTES = 1_000_000
"""A record, an article, a page in docs/."""
LIST_BYTES = 5_000_000
"""What the program writes itself (verified.yml, addresses.txt), and a private full text."""
PICTURE_BYTES = 5_000_000
"""A picture, and any other file in docs/."""
STYLE_BYTES = 400_000
"""The file of a citation style."""
MAP_BYTES = 2_000_000
"""The file of a base map."""
MAP_POINTS = 50_000
"""Points of a base map."""
FOLDERS = 6
"""Folders inside each other, in dossier/ and in docs/."""
ID = 80
"""Characters of an id: the page of a pair has two of them in the name of one folder."""

# One YAML file
NESTING = 20
"""Lists and mappings inside each other."""
VALUES = 20_000
"""Values in a file, each use of an alias counted."""
ITEMS = 500
"""Items of a list, and fields of a mapping."""
VERIFIED = 20_000
"""Quotes of verified.yml."""
PROBLEMS = 100
"""Problems of one rule that are told of one file; the rest is counted."""

# Texts, in characters
TEXT = 20_000
"""A text in a field."""
BODY = 100_000
"""The text of an article, or of a page in docs/; all fields of a file together."""
NAME = 200
"""A name, an alias, a short name, the title of an office."""
TITLE = 500
"""The title of an article or a document."""
TAG = 60
"""A tag, the tag of a language."""
QUOTE = 1_000
"""A quote, with what it cuts out."""
ADDRESS = 2_000
"""A web address."""
DATE = 100
"""A date."""
DATE_PARTS = 20
"""Members of a date that is a set."""

# Texts in Markdown
PARAGRAPHS = 1_000
"""Paragraphs of a text."""
PARAGRAPH = 10_000
"""Characters of a paragraph."""
MARKS = 1_000
"""Marks of Markdown (`*`, `_`, brackets…) in a paragraph."""
DEPTH = 10
"""Lists and quotations inside each other."""
BRACKETS = 20
"""Brackets of a paragraph that stand open at once."""
RUN = 100
"""The same character, or spaces of any kind, in a row."""

# Lists
ALIASES = 50
"""Aliases of a record; so many short names and forms that are never linked."""
TAGS = 30
"""Tags of a record or an article."""
PARTICIPANTS = 60
"""Participants of an event."""
PARTIES = 60
"""Speakers or addressees of a statement, actors included in a group, relays of a source."""
IGNORED = 100
"""Phrases of `mentions.ignore`."""
FORCED = 50
"""Passages of `mentions.as`."""
CHAIN = 20
"""Statements that rest on each other, one after the other."""
EMBEDS = 20
"""Views (`:::`) in a page of docs/."""
