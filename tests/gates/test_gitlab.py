"""GitLab: the pipeline is safe with strangers' proposals, and their reports become comments."""

import http.server
import json
import os
import re
import subprocess
import threading
from typing import ClassVar

import yaml

HOSTILE = "/merge\n/close\n%1 $2\n@tous <b>Rayé</b>\n"


class Forge(http.server.BaseHTTPRequestHandler):
    """A stand-in for GitLab: one merge request, its pipelines, and the comments put there."""

    report = HOSTILE
    notes: ClassVar[list[dict[str, object]]] = []
    calls: ClassVar[list[str]] = []
    posted: ClassVar[list[str]] = []

    def answer(self):
        length = int(self.headers["Content-Length"] or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        path = self.path.partition("?")[0].removeprefix("/api/v4")
        here = "/projects/7/merge_requests"
        found = {
            "/user": {"id": 5},
            here: [{"iid": 3, "sha": "b" * 40, "web_url": "https://git.example/a/b/-/3"}],
            f"{here}/3/pipelines": [
                {"id": 9, "sha": "a" * 40, "project_id": 8},
                {"id": 11, "sha": "b" * 40, "project_id": 8},
            ],
            "/projects/8/pipelines/11/jobs": [{"id": 1, "name": "x"}, {"id": 2, "name": "report"}],
            f"{here}/3/notes": self.notes,
        }.get(path)
        assert self.headers["PRIVATE-TOKEN"] == "secret"
        if self.command != "GET":
            self.calls.append(f"{self.command} {path.removeprefix(here)}")
            self.posted.append(body["body"])
            note = {"id": 4, "author": {"id": 5}, "body": body["body"]}
            self.notes[:] = [*(each for each in self.notes if each["id"] != 4), note]
            found = note
        if path == "/projects/8/jobs/2/artifacts/report/report.md":
            content = self.report.encode()
        else:
            content = json.dumps(found).encode()
        self.send_response(200 if found is not None or "artifacts" in path else 404)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = answer  # noqa: N815 - so the standard library calls them

    def log_message(self, *words):
        """Nothing is logged."""


def test_reports_on_gitlab_are_one_comment_each_that_is_updated_in_place(root):
    mine = {"id": 1, "author": {"id": 6}, "body": "<!-- dossier-report -->\nd'un inconnu"}
    Forge.notes, Forge.calls = [mine], []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {
        **os.environ,
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
        "CI_PROJECT_ID": "7",
        "REPORT_TOKEN": "secret",
    }
    try:
        for report in (Forge.report, Forge.report, "Autre."):
            Forge.report = report
            done = subprocess.run(
                [root / ".ci/post-gitlab"], env=environment, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stderr
    finally:
        server.shutdown()
        server.server_close()
    assert Forge.calls == ["POST /3/notes", "PUT /3/notes/4"]
    assert mine in Forge.notes
    assert "Rayé" in Forge.posted[0]
    assert not re.search(r"(?m)^/\w|[%$]\d|@\w|<b>", Forge.posted[0]), (
        "GitLab takes such for commands"
    )


def test_without_a_token_the_report_on_gitlab_stays_an_artifact(root):
    names = {"CI_API_V4_URL": "http://127.0.0.1:9", "CI_PROJECT_ID": "7", "REPORT_TOKEN": ""}
    done = subprocess.run(
        [root / ".ci/post-gitlab"], env={**os.environ, **names}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == "REPORT_TOKEN is not set: reports are artifacts only\n"


def test_no_variable_that_a_stranger_chooses_stands_in_a_script_on_gitlab(root):
    text = (root / ".gitlab-ci.yml").read_text()
    jobs = {name: job for name, job in yaml.safe_load(text).items() if "script" in job}
    assert {"site", "report", "test", "pages"} <= jobs.keys()
    for job in jobs.values():
        scripts = [line for key in job if key.endswith("script") for line in job[key]]
        assert not any("$" in line for line in scripts), scripts
    assert not re.search(r"CI_(MERGE_REQUEST|COMMIT_(MESSAGE|TITLE|REF|TAG|DESC|AUTHOR))", text)
    assert jobs["pages"]["variables"]["GIT_STRATEGY"] == "none"
