"""A page fetched from the web, only when its address is given on the command line."""

import http.client
import urllib.error
import urllib.request
from importlib.metadata import version

from mkdocs_dossier.curate.press.decode import NoText
from mkdocs_dossier.model import limits

SECONDS = 20
_AGENT = f"mkdocs-dossier/{version('mkdocs-dossier')}"


def is_address(name: str) -> bool:
    """Whether a name is the address of a page, and not of a file."""
    return name.lower().startswith(("http://", "https://"))


def fetch(address: str) -> tuple[bytes, str]:
    """The bytes of a page, and the encoding that its server names. Raises NoText."""
    try:
        request = urllib.request.Request(address, headers={"User-Agent": _AGENT})
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            raw = answer.read(limits.LIST_BYTES + 1)
            encoding = answer.headers.get_content_charset() or ""
    except urllib.error.HTTPError as error:
        raise NoText("fetch", f"HTTP {error.code}") from None
    except urllib.error.URLError as error:
        raise NoText("fetch", str(error.reason)) from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise NoText("fetch", str(error) or type(error).__name__) from None
    if len(raw) > limits.LIST_BYTES:
        raise NoText("large", f"{limits.LIST_BYTES // 1_000_000}")
    return raw, encoding
