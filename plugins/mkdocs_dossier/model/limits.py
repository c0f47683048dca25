"""How large a thing may be, so that no input makes a check or a build last or grow without bound.

Each limit is far above what a dossier of the press needs. The manual lists them (docs/format.md).
"""

FILE_BYTES = 1_000_000
"""A record, an article, a page in docs/."""

LIST_BYTES = 5_000_000
"""What the program writes itself: verified.yml, addresses.txt; and a private full text."""

PICTURE_BYTES = 5_000_000
"""A picture, and any other file in docs/."""

FOLDERS = 6
"""Folders inside each other, in dossier/ and in docs/."""

ID = 80
"""Characters of an id: the page of a pair has two of them in the name of one folder."""

DATE = 100
"""Characters of a date."""

DATE_PARTS = 20
"""Members of a date that is a set."""
