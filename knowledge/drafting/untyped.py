"""Sentences that tell nothing typed: facts in the article's own words, with their topic and a question for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.drafting.article import Reading
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import load, vocabulary

SHORT, LONG = 40, 590
"""Characters of the shortest and of the longest sentence that becomes a fact."""
TOPICS = ("streak", "league_effect", "weather", "next_fixture")
ASKED = ("streak", "league_effect", "next_fixture")
"""Topics that a question about a team asks for."""
_QUOTE = re.compile(r"[\"“«]")


@dataclass(frozen=True, slots=True)
class Untyped:
    """A sentence as a fact: its topic, and the name and template of the question that it answers."""

    row: Masked
    topic: str
    question: str | None
    asked: Mention | None


def untyped(reading: Reading) -> list[Untyped]:
    """Return the sentences of a text that no typed row came from and that name somebody or tell of the match."""
    vocab, found = vocabulary(reading.language), []
    title = (reading.header.title or "").strip()
    for at, row in enumerate(reading.rows):
        text = row.sentence.text.strip()
        named = any(m.kind in "ptvc" for m in row.marks)
        plain = row.sentence.index in reading.used or row.sentence.title or text == title
        if (
            plain
            or not SHORT <= len(text) <= LONG
            or not (named or (reading.matches and len(text.split()) > 6))
        ):
            continue
        topic = next((t for t in TOPICS if vocab.has(t, row.text)), None)
        if row.sentence.quoted or _QUOTE.match(text) or vocab.has("said", row.text):
            speaker = _speaker(reading.rows, at, reading.language)
            found.append(Untyped(row, "statement", "said" if speaker else None, speaker))
            continue
        question, asked = _question(row, topic)
        found.append(Untyped(row, topic or ("result" if row.scores else "course"), question, asked))
    return found


def _question(row: Masked, topic: str | None) -> tuple[str | None, Mention | None]:
    """Return the template of the question and the name it asks for."""
    team = next((m for m in row.marks if m.kind == "t" and "|" not in m.key), None)
    person = next((m for m in row.marks if m.kind == "p"), None)
    if topic == "weather":
        return "weather", None
    if topic in ASKED and team is not None:
        return topic, team
    return ("about", person) if person is not None else (None, None)


def _speaker(rows: list[Masked], at: int, language: str) -> Mention | None:
    """Return who says a sentence: whom its word of saying names, or that of a sentence beside it."""
    vocab, here = vocabulary(language), rows[at]
    for row in (here, *rows[at + 1 : at + 2], *reversed(rows[max(0, at - 2) : at])):
        match = vocab.rules["said"].search(row.text)
        if match is None or row.sentence.paragraph != here.sentence.paragraph:
            continue
        people = row.of("p")
        if people:
            return min(people, key=lambda p: min(abs(p[0] - match.end()), abs(match.start() - p[1])))[2]
    return None


def question(template: str, language: str, name: str | None) -> str:
    """Return a question by its template."""
    return str(load("templates.toml")[template][language].format(name=name))
