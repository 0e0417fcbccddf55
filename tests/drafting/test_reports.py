"""Reports of our own, by half: `dev` was read while the rules were made, `heldout` was written after them."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from knowledge.drafting import draft

HERE = Path(__file__).parent / "reports"
ROOT = Path(__file__).resolve().parents[2]


def _evaluation():
    spec = importlib.util.spec_from_file_location("drafting_eval", ROOT / "benchmarks" / "drafting_eval.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["drafting_eval"] = module
    spec.loader.exec_module(module)
    return module


def _count(half: str, language: str) -> Counter[str]:
    evaluation, counts = _evaluation(), Counter()
    for path in sorted((HERE / half).glob(f"{language}-*.json")):
        label = json.loads(path.read_text("utf-8"))
        made = json.loads(draft(path.with_suffix(".txt").read_text("utf-8")).to_json())
        evaluation.compare(label, made, counts)
    return counts


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("half", ["dev", "heldout"])
def test_reports_are_drafted_as_well_as_the_project_asks(half: str, language: str) -> None:
    count = _count(half, language)
    precision, recall = count["matched"] / count["drafted"], count["matched"] / count["labelled"]
    assert count["reports"] >= 10
    assert count["teams"] / count["reports"] >= 0.95
    assert count["score"] / count["reports"] >= 0.90
    assert 2 * precision * recall / (precision + recall) >= 0.90
    assert count["minute"] / count["timed"] >= 0.88
    assert count["invented"] / count["drafted"] < 0.07


@pytest.mark.parametrize("path", sorted(HERE.glob("*/*.txt")), ids=lambda p: p.stem)
def test_language_of_a_report_is_told(path: Path) -> None:
    assert draft(path.read_text("utf-8")).language == path.stem[:2]
