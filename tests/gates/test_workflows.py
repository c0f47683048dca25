"""The workflows that test and publish the site are valid, and safe with strangers' proposals."""

import re

import yaml


def test_github_workflows_are_valid(run_tool):
    # shellcheck and pyflakes are used if present: off, so that all machines agree.
    done = run_tool("actionlint", "-shellcheck=", "-pyflakes=")
    assert done.returncode == 0, done.stdout + done.stderr


def test_gitlab_workflow_is_valid(run_tool):
    done = run_tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml")
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


def test_both_hosts_know_all_commits(root):
    """Dates of pages come from the commits, so a shallow clone would give wrong ones."""
    for path in (root / ".github/workflows").glob("*.yml"):
        text = path.read_text()
        assert text.count("fetch-depth: 0") == len(re.findall("actions/checkout@", text))
    gitlab = yaml.safe_load((root / ".gitlab-ci.yml").read_text())
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
