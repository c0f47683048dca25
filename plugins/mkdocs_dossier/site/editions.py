"""Which edition a site is, and of what day: the foot of every page says so."""

import os
from pathlib import Path

from mkdocs.exceptions import PluginError

from mkdocs_dossier.exports.edition import NAME, VARIABLE
from mkdocs_dossier.languages import Texts
from mkdocs_dossier.languages.dates import say_date
from mkdocs_dossier.model.dates import day
from mkdocs_dossier.pages.features import Features
from mkdocs_dossier.source.history import EPOCH, History, InvalidEpoch, read_history


def date_site(features: Features, root: Path, say: Texts) -> History:
    """Tell the pages what day it is, and which edition is made; gives the dates of all files.

    Raises PluginError for a day that is none, and for a name that cannot name an edition.
    """
    history = ask_history(root, say)
    features.edition, features.now = read_edition_name(say), history.now
    return history


def ask_history(root: Path, say: Texts) -> History:
    """When each file changed, and what day it is. Raises PluginError for a day that is none."""
    try:
        return read_history(root)
    except InvalidEpoch as error:
        raise PluginError(say("problems.epoch", variable=EPOCH, found=error)) from None


def read_edition_name(say: Texts) -> str:
    """The name that `dossier release` gives the site it makes; empty for any other site.

    Raises PluginError for one that cannot name an edition.
    """
    name = os.environ.get(VARIABLE, "")
    if name and not NAME.fullmatch(name):
        raise PluginError(say("edition.name", found=name))
    return name


def say_edition(features: Features, say: Texts) -> str:
    """The edition in words; of a site that is none, the day of its data, if one is known."""
    if features.edition:
        return say("frame.edition", name=features.edition)
    return say("frame.current", date=say_date(day(features.now), say)) if features.now else ""
