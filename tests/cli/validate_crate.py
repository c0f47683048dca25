"""Validates a crate: validate_crate.py FOLDER CONTEXT. Writes what is not as RO-Crate asks.

The validator would fetch the context of RO-Crate; CONTEXT is a file of it, and nothing is fetched.
"""

import io
import sys
import urllib.request
from email.message import Message
from pathlib import Path
from urllib.response import addinfourl

import requests
from rocrate_validator import services
from rocrate_validator.models import Severity
from rocrate_validator.utils.http import HttpRequester

KIND = "application/ld+json"


def main(folder: str, context: bytes) -> None:
    """Write a line an issue: how grave it is, of what it is, and what it says."""
    serve(context)
    settings = services.ValidationSettings(
        rocrate_uri=folder,
        profile_identifier="ro-crate-1.1",
        requirement_severity=Severity.RECOMMENDED,
    )
    found = services.validate(settings)
    assert len(found.executed_checks) > 50
    for issue in found.get_issues():
        sys.stdout.write(f"{issue.severity.name} {issue.violatingEntity} {issue.message}\n")


def serve(context: bytes) -> None:
    """Answer with the context whatever is asked of the web."""
    answer = requests.Response()
    answer.status_code, answer._content = 200, context
    answer.headers["Content-Type"] = KIND
    HttpRequester.get = lambda *_, **__: answer

    def open_(_, url, *__, **___):
        head = Message()
        head["Content-Type"] = KIND
        return addinfourl(io.BytesIO(context), head, getattr(url, "full_url", url), 200)

    urllib.request.OpenerDirector.open = open_


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).read_bytes())
