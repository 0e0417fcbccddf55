"""Sentences that begin with "they": read as if they began with the team that the sentence before begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.drafting.masking import Masked

_THEY = re.compile(r"^(?:and |but )?they\b")
_TEAM_FIRST = re.compile(r"^(?:but |and |the )?(<t\d+>)(?!’)")


def with_subject(row: Masked, rows: Sequence[Masked]) -> Masked:
    """Return a sentence on "them" with the team that the sentence before it in its paragraph is about."""
    if row.sentence.quoted or not _THEY.match(row.text):
        return row
    before = next((r for r in rows if r.sentence.index == row.sentence.index - 1), None)
    told = _TEAM_FIRST.match(before.text) if before else None
    if before is None or told is None or before.sentence.paragraph != row.sentence.paragraph:
        return row
    text = _THEY.sub(f"<t{len(row.marks)}>", row.text, count=1)
    return replace(row, text=text, marks=[*row.marks, before.mark(told.group(1))])
