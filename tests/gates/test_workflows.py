"""The workflows that test and publish the site are valid, and safe with strangers' proposals."""

import re

import pytest
import yaml


def test_github_workflows_are_valid(run_tool):
    # shellcheck and pyflakes are used if present: off, so that all machines agree.
    done = run_tool("actionlint", "-shellcheck=", "-pyflakes=")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "path"), [("gitlab-ci", ".gitlab-ci.yml"), ("dependabot", ".github/dependabot.yml")]
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
CHOSEN = r"github\.(event|head_ref|ref_name|ref\b|base_ref|actor)|toJSON|inputs\."


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
    writing = 0
    for name, job, workflow in list_jobs(root):
        rights = job.get("permissions", workflow["permissions"])
        assert isinstance(rights, dict), name
        uses = [step.get("uses", "") for step in job["steps"]]
        if "write" in rights.values():
            writing += 1
            assert "contents" not in rights, name
            assert job["if"] == "github.ref == 'refs/heads/main'", name
            assert not any("run" in step for step in job["steps"]), name
            assert not any("checkout" in each for each in uses), name
        for step in job["steps"]:
            if "checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false", name
    assert writing == 1


def test_no_variable_that_a_stranger_chooses_stands_in_a_script_on_gitlab(root):
    text = (root / ".gitlab-ci.yml").read_text()
    jobs = {name: job for name, job in yaml.safe_load(text).items() if "script" in job}
    assert {"site", "test", "pages"} <= jobs.keys()
    for job in jobs.values():
        scripts = [line for key in job if key.endswith("script") for line in job[key]]
        assert not any("$" in line for line in scripts), scripts
    assert not re.search(r"CI_(MERGE_REQUEST|COMMIT_(MESSAGE|TITLE|REF|TAG|DESC|AUTHOR))", text)
    assert jobs["pages"]["variables"]["GIT_STRATEGY"] == "none"


def test_pins_are_kept_fresh(root):
    """Both kinds of pins: actions, and every folder that holds requirements."""
    settings = yaml.safe_load((root / ".github/dependabot.yml").read_text())
    kept = {
        (each["package-ecosystem"], folder)
        for each in settings["updates"]
        for folder in each.get("directories", [each.get("directory")])
    }
    assert kept == {("github-actions", "/"), ("pip", "/"), ("pip", "/plugins")}


def test_both_hosts_know_all_commits(root):
    """Dates of pages come from the commits, so a shallow clone would give wrong ones."""
    for path in (root / ".github/workflows").glob("*.yml"):
        text = path.read_text()
        assert text.count("fetch-depth: 0") == len(re.findall("actions/checkout@", text))
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text())
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
