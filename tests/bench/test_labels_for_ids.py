"""Labels in place of ids: what a benchmark makes dirty, the mend makes as it was."""

from __future__ import annotations

from bench.synthetic.labels_for_ids import with_labels

LABELS = {"topics": {"teams": "Teams", "goals": "Goals, aims"}, "type": {"guide": "Guide"}}


def test_ids_of_terms_become_labels_and_nothing_else_changes() -> None:
    text = "title: teams\ntype: guide\ntopics: [teams, goals]\nlinks:\n  - url: https://e.org/\n"
    changed, number = with_labels(text, LABELS)
    assert number == 3
    assert changed == (
        "title: teams\ntype: Guide\n"
        'topics: [Teams, "Goals, aims"]\nlinks:\n  - url: https://e.org/\n'
    )
