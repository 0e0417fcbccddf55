"""Entries before their questions are read, and the questions that the phrases of an intent give a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.answers.wording import fill
from knowledge.data_files import read_data
from knowledge.models import LANGUAGES, Polarity

Texts = dict[str, list[tuple[str, Polarity]]]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before its questions are read."""

    id: str
    row: str
    intent: str
    source: str
    match: str | None
    kinds: frozenset[str]
    names: frozenset[str]
    core: frozenset[str]
    values: tuple[Any, ...]
    team: str | None
    text: dict[str, str]
    item: dict[str, str]
    questions: Texts
    minute: int | None = None
    as_of: str | None = None
    many: bool = True
    tokens: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    speaker: str | None = None
    paragraph: int | None = None


@cache
def phrases(language: str) -> dict[str, Any]:
    """Read the phrases of `language`: how people ask for each field."""
    return read_data(language, "phrases")


def questions_of(
    family: str, field: str, slots: Mapping[str, Mapping[str, Any]], needs: str | None = None
) -> Texts:
    """Fill the phrases of an intent from a row; `slots` holds the row's values per language.

    Phrases without the slot `needs`, or that of its coach, are passed over: "who scored" does not ask for one side's
    scorers.
    """
    found: Texts = {}
    for language in LANGUAGES:
        group = phrases(language).get(family, {}).get(field, {})
        out: list[tuple[str, Polarity]] = []
        for key, polarity in (("phrases", "open"), ("yes", "yes"), ("no", "no")):
            for phrase in group.get(key, ()):
                slotted = any(f"{{{slot}{end}" in phrase for slot in (needs, "coach") for end in "}:")
                if needs and key == "phrases" and not slotted:
                    continue
                given = {k: v for k, v in slots[language].items() if k != field}
                text = fill(phrase, given, language)
                if key != "phrases":
                    text = text or fill(phrase, slots[language], language)
                if text:
                    out.append((text, polarity))  # type: ignore[arg-type]
        found[language] = out
    return found
