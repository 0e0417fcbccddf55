"""The real program, killed at random moments under load."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import chaos


@pytest.mark.process
def test_kills_under_load_lose_no_question_and_repeat_none_without_a_reason(data: Path) -> None:
    outcome = chaos.run(kills=4, seed=7, data=data)
    assert outcome.kills == 4
    assert outcome.asked > 20
    assert outcome.good, outcome
