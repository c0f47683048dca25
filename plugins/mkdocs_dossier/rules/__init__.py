"""What must hold in a dossier: one rule a file, one list of them."""

from collections.abc import Callable, Iterator

from mkdocs_dossier.model.problem import Problem
from mkdocs_dossier.rules import (
    date_order,
    duplicate_name,
    fact_without_source,
    few_origins,
    former_id,
    full_text_licence,
    image_file,
    language,
    long_quote,
    lost_address,
    media_control,
    missing_decision,
    office_as_relation,
    outside_existence,
    part_of_circle,
    prose_address,
    quote_not_found,
    quote_not_verified,
    quoted_name,
    quoted_share,
    relation_ends,
    repeated_relation,
    self_relation,
    source_without_quote,
    statement_id,
    statement_without_source,
    unknown_field,
    unknown_id,
    unmentioned,
    vocabulary_terms,
    web_address,
    weekday,
    wrong_field,
)
from mkdocs_dossier.rules.context import Context
from mkdocs_dossier.rules.finding import Finding
from mkdocs_dossier.source.load import Loaded

Rule = Callable[[Context], Iterator[Finding]]

RULES: dict[str, Rule] = {
    module.RULE: module.check
    for module in (
        date_order,
        duplicate_name,
        fact_without_source,
        few_origins,
        former_id,
        full_text_licence,
        image_file,
        language,
        long_quote,
        lost_address,
        media_control,
        missing_decision,
        office_as_relation,
        outside_existence,
        part_of_circle,
        prose_address,
        quote_not_found,
        quote_not_verified,
        quoted_name,
        quoted_share,
        relation_ends,
        repeated_relation,
        self_relation,
        source_without_quote,
        statement_id,
        statement_without_source,
        unknown_field,
        unknown_id,
        unmentioned,
        vocabulary_terms,
        web_address,
        weekday,
        wrong_field,
    )
}


def check(loaded: Loaded) -> list[Problem]:
    """All problems, sorted: those of form from loading, and those that the rules find."""
    context = Context(loaded.dossier)
    found = [
        finding.problem(context)
        for rule in RULES.values()
        for finding in rule(context)
        if finding.counts(context)
    ]
    return sorted({*loaded.problems, *found})
