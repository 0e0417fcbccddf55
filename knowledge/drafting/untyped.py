"""Sentences that tell nothing typed: facts in the article's own words, with their topic and a question for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.drafting.article import Reading
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Event, Mention
from knowledge.drafting.render_json import name_of
from knowledge.drafting.speakers import NAMED_BEFORE_COLON, NAMED_THEN_QUOTED, QUOTE, goes_on, speaker_of
from knowledge.drafting.vocabulary import Vocabulary, load, vocabulary

SHORT, LONG = 40, 590
"""Characters of the shortest and of the longest sentence that becomes a fact."""
REACH = 110
"""Characters from somebody's name within which what he hit is told."""
SPOKEN = 12
"""The same of one that somebody says: it goes on from those beside it."""
TOPICS = ("streak", "league_effect", "weather", "next_fixture")
ASKED = ("streak", "league_effect", "next_fixture")
"""Topics that a question about a team asks for."""
RUNS = ("streak_unbeaten", "streak_lost", "streak_won")
"""Kinds of run, told apart by the words of the sentence."""
FRAGMENT = 90
"""Characters of a clause that are kept as a question."""
_CLAUSE = re.compile(r"[,;:()–—]+ | (?:and|but|while|ma|mentre|e) (?=\w+ )")
_COUNTED = re.compile(
    r"\b(?<!<)\d{1,3}\b(?![-’'°º>]| ?minut)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|twenty|thirty|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|[a-z]+dici|venti|trenta"
    r"|second[ao]?|third|fourth|fifth|sixth|terz[ao]|quart[ao]|quint[ao]|sest[ao]|consecutiv\w+|straight)\b"
)
"""What tells how long a run is."""
_MARKS = re.compile(r"[\"“”«»?!.]+")


@dataclass(frozen=True, slots=True)
class Untyped:
    """A sentence as a fact: its topic, and the templates and the name of the questions that it answers."""

    row: Masked
    topic: str
    asks: tuple[str, ...]
    asked: Mention | None


def untyped(reading: Reading, *, heroic: bool = False) -> list[Untyped]:
    """Return the sentences of a text that name somebody or tell of the match, or of whom it is about (`heroic`)."""
    vocab = vocabulary(reading.language)
    found: list[Untyped] = []
    title, coaches = (reading.header.title or "").strip(), _coaches(reading)
    for at, row in enumerate(reading.rows):
        text = row.sentence.text.strip()
        named = any(m.kind in "ptvc" for m in row.marks)
        if (
            row.sentence.title
            or text == title
            or not (SPOKEN if row.sentence.quoted or QUOTE.search(text) else SHORT) <= len(text) <= LONG
            or not (
                named
                or row.sentence.quoted
                or QUOTE.match(text)
                or ((reading.matches or heroic) and len(text.split()) > 6)
            )
        ):
            continue
        topic = next((t for t in TOPICS if vocab.has(t, row.text)), None)
        if (
            row.sentence.quoted
            or QUOTE.match(text)
            or vocab.has("said", row.text)
            or NAMED_THEN_QUOTED.search(row.text)
            or NAMED_BEFORE_COLON.match(row.text)
        ):
            last = found[-1] if found else None
            before = last.asked if last and last.topic == "statement" and goes_on(last.row, row) else None
            speaker = speaker_of(reading.rows, at, reading.language, before, coaches)
            found.append(Untyped(row, "statement", ("said",) if speaker else (), speaker))
            continue
        asks, asked = _question(row, topic, vocab)
        found.append(Untyped(row, topic or ("result" if row.scores else "course"), asks, asked))
    return found


def _coaches(reading: Reading) -> dict[str, Mention]:
    """Return who coaches each team of the matches, as the text names him."""
    named = {m.key: m for row in reading.rows for m in row.marks if m.kind == "p"}
    return {
        match.teams[side]: named[person]
        for match in reading.matches
        for side, person in match.coaches.items()
        if person in named
    }


def _question(row: Masked, topic: str | None, vocab: Vocabulary) -> tuple[tuple[str, ...], Mention | None]:
    """Return the templates of the questions and the name they ask for."""
    team = next((m for m in row.marks if m.kind == "t" and "|" not in m.key), None)
    person = next((m for m in row.marks if m.kind == "p"), None)
    asks = tuple(t for t in ("weather", "attendance") if vocab.has(t, row.text))
    if topic in ASKED and team is not None and (topic != "streak" or _COUNTED.search(row.text)):
        run = next((r for r in RUNS if vocab.has(r, row.text)), topic) if topic == "streak" else topic
        return (*asks, run), team
    return (*asks, *(("about",) if person is not None and not asks else ())), person


def questions(fact: Untyped, reading: Reading) -> list[str]:
    """Return the questions that a fact answers: one by its topic, and its clauses as people type fragments."""
    templates, language = load("templates.toml"), reading.language
    name = name_of(fact.asked.key, reading) if fact.asked else ""
    others = [m for m in fact.row.marks if m.kind == "p" and fact.asked and m.key != fact.asked.key]
    teams = [name_of(t, reading) for t in reading.matches[0].teams] if reading.matches else ["", ""]
    other = name_of(others[0].key, reading) if others else ""
    asks = [a for a in fact.asks if a != "said"] + (["said_of"] if other and "said" in fact.asks else [])
    values = {"name": name, "home": teams[0], "away": teams[1], "other": other}
    asked = [str(t) for ask in asks for t in templates[ask][language]]
    found = [t.format(**values) for t in asked if reading.matches or "{home}" not in t]
    return found + _fragments(fact.row.sentence.text)


def event_questions(event: Event, reading: Reading) -> dict[str, list[str]] | None:
    """Return what an event can be asked for beyond the questions of its kind: shots against the woodwork."""
    name = (name_of(event.player, reading) or "").split()[-1:]
    told = event.evidence.lower()
    at = told.find(name[0].lower()) if name else -1
    if event.kind != "miss" or not vocabulary(reading.language).has("woodwork", told[max(at, 0) :][:REACH]):
        return None
    teams = [name_of(t, reading) for t in reading.matches[0].teams]
    asks = load("templates.toml")["woodwork"]
    return {k: [t.format(home=teams[0], away=teams[1]) for t in asks[k]] for k in ("en", "it")}


def _fragments(text: str) -> list[str]:
    """Return up to three clauses of a sentence without their marks, such as a fan types who knows the half of it."""
    clauses = [_MARKS.sub(" ", c).strip() for c in _CLAUSE.split(text)]
    long = [re.sub(r"\s+", " ", c)[:FRAGMENT].strip() for c in clauses if len(c.split()) > 3]
    return list(dict.fromkeys(long))[:3]
