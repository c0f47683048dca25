"""The speech chain and the trust of a statement, as readable cases."""

from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.trust.chain import Step, trace
from mkdocs_dossier.trust.support import weigh

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "provenance.yml").read_text(encoding="utf-8")
)
FILES = {
    "actors/chine.yml": "kind: state\nname: Chine\nsummary: É.\n",
    "actors/coree.yml": "kind: state\nname: Corée du Nord\nsummary: É.\n",
    "actors/wang.yml": "kind: person\nname: Wang Huning\ncountry: chine\nsummary: P.\n",
    "actors/kim.yml": "kind: person\nname: Kim Jong-un\ncountry: coree\nsummary: P.\n",
    "actors/kcna.yml": "kind: media\nname: KCNA\ncountry: coree\ncontrol: state\nsummary: M.\n",
    "actors/xinhua.yml": "kind: media\nname: Xinhua\ncountry: chine\ncontrol: state\nsummary: M.\n",
    "actors/journal.yml": "kind: media\nname: Le Journal\ncontrol: private\nsummary: M.\n",
    "articles/anonyme.md": "---\ntitle: A\noutlet: null\ndate: 2024\nsummary: A.\n---\nTexte.\n",
    "articles/depeche.md": "---\ntitle: D\noutlet: journal\ndate: 2024\nsummary: A.\n---\nTexte.\n",
    "articles/traduction.md": (
        "---\ntitle: T\noutlet: null\ndate: 2024\nsummary: A.\n"
        "derived_from: {outlet: kcna, language: ko}\n---\nTexte.\n"
    ),
}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_chain_and_trust_of_case(case, load_dossier):
    head = (
        "kind: meeting\nname: Rencontre\nsummary: R.\nstatements:\n  - id: phrase\n    text: T.\n"
    )
    lines = (f"    {line}\n" for line in case["statement"].splitlines())
    dossier = load_dossier({**FILES, "events/rencontre.yml": head + "".join(lines)})
    statement = dossier.events["rencontre"].statements[0]

    def read(step: Step) -> str:
        if step.article:
            outlet = dossier.actors.get(step.article.outlet or "")
            voice = " (own voice)" if step.own_voice else ""
            return f"{step.role} {outlet.name if outlet else 'inconnu'}{voice}"
        if step.document:
            return f"{step.role} {step.document.title}"
        names = (
            dossier.actors[each.actor].name if each.actor else each.name for each in step.parties
        )
        return f"{step.role} {' + '.join(names)}"

    chains = [trace(source, dossier, statement) for source in statement.sources]
    assert [" > ".join(map(read, chain.steps)) for chain in chains] == case["chain"]
    assert sorted({each for chain in chains for each in chain.remarks}) == case["remarks"]
    trust = weigh(statement, dossier)
    assert (len(trust.origins), trust.state_only) == (case["origins"], case["state_only"])
