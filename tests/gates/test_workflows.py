"""The workflows that test and publish the site are valid, and safe with strangers' proposals."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from markdown import Markdown


def test_github_workflows_are_valid(run_tool):
    # shellcheck and pyflakes are used if present: off, so that all machines agree.
    done = run_tool("actionlint", "-shellcheck=", "-pyflakes=")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("gitlab-ci", ".gitlab-ci.yml"),
        ("dependabot", ".github/dependabot.yml"),
        ("github-workflows", ".github/workflows/report.yml"),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/erreur.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/article.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/code.yml"),
    ],
)
def test_other_settings_are_valid(run_tool, schema, path):
    done = run_tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_proposals_get_no_secret_and_no_right_to_write(root):
    for path in (root / ".github/workflows").glob("*.yml"):
        text = path.read_text()
        workflow = yaml.load(text, Loader=yaml.BaseLoader)
        assert "pull_request_target" not in text
        if "pull_request" in workflow["on"]:
            assert workflow["permissions"] == {"contents": "read"}
            assert "secrets." not in text
            assert not any("permissions" in job for job in workflow["jobs"].values())


def list_jobs(root):
    """Each job of each workflow on GitHub, with its file's name and the whole workflow."""
    for path in sorted((root / ".github/workflows").glob("*.y*ml")):
        workflow = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
        for name, job in workflow["jobs"].items():
            yield f"{path.name}:{name}", job, workflow


def test_actions_are_pinned_by_commit_with_their_version_beside(root):
    pins = {}
    for path in (root / ".github/workflows").glob("*.y*ml"):
        for line in path.read_text().splitlines():
            if "uses:" in line:
                action, commit, version = re.search(
                    r"uses: ([\w./-]+)@([0-9a-f]{40}) # (v[\d.]+)$", line
                ).groups()
                assert pins.setdefault(action, (commit, version)) == (commit, version)
    assert "actions/checkout" in pins


# What somebody from outside may choose: titles, texts, names of branches and of files.
# A run's number and a commit's name are not among them.
CHOSEN = (
    r"github\.(event(?!\.workflow_run\.(id|head_sha)\b)|head_ref|ref_name|ref\b|base_ref|actor)"
    r"|toJSON|inputs\."
)


def test_nothing_that_a_stranger_chooses_reaches_a_shell(root):
    seen = 0
    for name, job, workflow in list_jobs(root):
        for step in job["steps"]:
            seen += "run" in step
            assert "${{" not in step.get("run", ""), name
            assert not re.search(CHOSEN, str(step.get("with", "")) + str(step.get("env", ""))), name
        assert not re.search(CHOSEN, str(job.get("env", "")) + str(workflow.get("env", ""))), name
    assert seen


def test_what_builds_may_not_write_and_what_writes_does_not_build(root):
    """The comment's job runs what is in .ci of the main branch, and nothing that was proposed."""
    writing = {}
    for name, job, workflow in list_jobs(root):
        rights = job.get("permissions", workflow["permissions"])
        assert isinstance(rights, dict), name
        if "write" in rights.values():
            writing[name] = job
            assert "write" not in rights.get("contents", ""), name
        for step in job["steps"]:
            if "checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false", name
    deploy, comment = writing["publish.yml:deploy"], writing["report.yml:comment"]
    assert len(writing) == 2
    assert deploy["if"] == "github.ref == 'refs/heads/main'"
    assert not any("run" in step or "checkout" in step["uses"] for step in deploy["steps"])
    assert [step.get("uses", "").partition("@")[0] for step in comment["steps"]] == [
        "actions/checkout",
        "",
        "",
        "",
    ]
    checkout = comment["steps"][0]["with"]
    assert "ref" not in checkout, "the main branch, where the workflow itself comes from"
    assert checkout["sparse-checkout"] == ".ci"
    commands = [step["run"].split()[0] for step in comment["steps"] if "run" in step]
    assert commands == ["gh", ".ci/comment", ".ci/post"]


HOSTILE = """\
| | avant | après |
|---|---|---|
| déclarations | 3 | 4 |

<img src=x onerror=alert(1)> <!-- caché --> &lt;b>
![x](https://evil.example/pixel) [clic](javascript:alert(1)) https://evil.example www.evil.example
@everyone #12 autre/depot#3 GH-4 0123456789abcdef0123456789abcdef01234567 x@y.example
\u202egnp.exe \x1b[31m ~~rayé~~ \\[nu\\](x)
~~~
- ```text
<b>[a](b)</b>
```text
laissé ouvert [unknown-id] <x>
 ```
"""


def run_comment(root, path):
    return subprocess.run(
        [sys.executable, root / ".ci/comment", path],
        env={**os.environ, "RUN_URL": "https://github.com/a/b/actions/runs/1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_comment_keeps_the_table_and_disarms_the_rest(root, tmp_path):
    (tmp_path / "report.md").write_text(HOSTILE, encoding="utf-8")
    text = run_comment(root, tmp_path / "report.md")
    assert text.startswith("<!-- dossier-report -->\n| | avant | après |\n|---|---|---|\n")
    own = "[Aperçu du site et rapport complet, à télécharger]"
    body = text.removeprefix("<!-- dossier-report -->").partition(own)[0]
    body = body.partition("\n```text\n")[0]
    assert not re.search(r"<|\]\(|!\[|://\w|www\.|@\w|(?<!&)#\d|GH-\d|[0-9a-f]{8}", body)
    assert "\u202e" not in body
    assert "\x1b" not in body
    html = Markdown(extensions=["tables", "fenced_code"]).convert(text)
    assert "<table>" in html
    assert not re.search('<(img|b|script)|<a (?!href="https://github.com/a/b/)', html)
    assert html.count("<pre") == html.count("</pre>") == 1
    assert "laissé ouvert [unknown-id] <x>" in text
    assert text.count(own) == 1


def test_comment_reads_no_more_than_it_should(root, tmp_path):
    (tmp_path / "long.md").write_text("ligne\n" * 100_000, encoding="utf-8")
    assert len(run_comment(root, tmp_path / "long.md")) < 2_000
    (tmp_path / "wide.md").write_bytes(b"\xff" * 1_000_000)
    assert len(run_comment(root, tmp_path / "wide.md")) < 65_536, "the longest comment of GitHub"
    (tmp_path / "link.md").symlink_to("/etc/passwd")
    assert "root" not in run_comment(root, tmp_path / "link.md")
    assert "Aperçu" in run_comment(root, tmp_path / "absent.md")


GH = """\
#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *pulls?state=open*) echo 7 ;;
  *comments?per_page*) cat "$FOUND" ;;
  *pulls/7/files*) printf 'dossier/actors/a.yml\ndossier/actors/$(x).yml\ndocs/;rm.md\nx\n' ;;
esac
"""


@pytest.fixture
def post(root, tmp_path):
    """A function that posts a comment through a `gh` that only notes its calls, and gives them."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/gh"
    program.write_text(GH)
    program.chmod(0o755)
    calls, found = tmp_path / "calls", tmp_path / "found"

    def run(comment, sha="a" * 40):
        calls.write_text("")
        found.write_text(comment)
        environment = {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "CALLS": str(calls),
            "FOUND": str(found),
            "REPO": "a/b",
            "SHA": sha,
        }
        done = subprocess.run(
            [root / ".ci/post", "c.md"], env=environment, capture_output=True, text=True
        )
        return done.returncode, calls.read_text().splitlines()

    return run


def test_report_is_one_comment_that_is_updated_in_place(post):
    code, calls = post("")
    assert code == 0
    assert "api --silent --method POST repos/a/b/issues/7/comments --field body=@c.md" in calls
    code, calls = post("42\n")
    assert code == 0
    assert "api --silent --method PATCH repos/a/b/issues/comments/42 --field body=@c.md" in calls
    assert not any("issues/7/comments --field" in each for each in calls)


def test_proposal_is_labelled_by_what_it_changes(post):
    _, calls = post("")
    assert [each.rpartition("=")[2] for each in calls if "/labels" in each] == ["actors", "docs"]


def test_nothing_is_posted_for_what_is_no_commit(post):
    assert post("", sha="main; rm") == (1, [])


def test_report_of_a_proposal_is_made_by_the_workflows_command(root, tmp_path):
    """On a small repository of one commit and one proposal: its report, and what is new."""
    shutil.copytree(root / "tests/dossiers/frozen/dossier", tmp_path / "dossier")
    shutil.copytree(root / ".ci", tmp_path / ".ci")
    (tmp_path / "Makefile").write_text(".venv/site.stamp:\n\ttouch $@\n")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/dossier").symlink_to(Path(sys.executable).parent / "dossier")
    (tmp_path / ".gitignore").write_text(".venv\nreport\n")

    def git(*words):
        names = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
        subprocess.run(["git", *names, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Base")
    record = "kind: person\nname: Wang Yi\nsummary: Ministre.\ncountry: chinne\n"
    (tmp_path / "dossier/actors/wang-yi.yml").write_text(record, encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "Proposal")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CI_")}
    done = subprocess.run(
        [tmp_path / ".ci/report"],
        env={**environment, "GITHUB_ACTIONS": "true"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    [annotation] = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert "file=dossier/actors/wang-yi.yml,line=4" in annotation
    report = (tmp_path / "report/report.md").read_text("utf-8")
    assert "Wang Yi" in report
    assert "« chinne »" in report
    assert "Wang Yi" in (tmp_path / "report/report.html").read_text("utf-8")
    assert "Wang Yi" in run_comment(root, tmp_path / "report/report.md")


def test_pins_are_kept_fresh(root):
    """Both kinds of pins: actions, and every folder that holds requirements."""
    settings = yaml.safe_load((root / ".github/dependabot.yml").read_text())
    kept = {
        (each["package-ecosystem"], folder)
        for each in settings["updates"]
        for folder in each.get("directories", [each.get("directory")])
    }
    pip = {("pip", folder) for folder in ("/", "/plugins", "/platforms")}
    assert kept == {("github-actions", "/"), *pip}


def test_both_hosts_know_all_commits(root):
    """Dates of pages come from the commits, so a shallow clone would give wrong ones."""
    for path in (root / ".github/workflows").glob("*.yml"):
        text = path.read_text()
        if "make site" in text:
            assert text.count("fetch-depth: 0") == len(re.findall("actions/checkout@", text))
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text())
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
