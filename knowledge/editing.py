"""For those who keep the facts: drafts compared with what is stored, trials of changes, rows by words.

Nothing here writes to a data folder; whoever calls does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .base.build import build
from .base.catalogue import catalogue
from .base.files import SHIPPED, parse_article
from .base.lookup import StoredRow, added_inputs, all_ids, stored
from .base.rows import stored_rows
from .base.search import find_rows
from .comparison import Finding, compare
from .engine import Knowledge
from .errors import BuildFailed
from .models import Answer, Context, Language, Mistake, Report
from .understanding.fuzzy import nearest, token_set_ratio
from .understanding.words import words_only

ALIKE_MEANING = 0.75
"""Share of common features and names from which two questions ask the same, in any two languages."""
ALIKE_WORDS = 88.0
"""Likeness in percent from which two questions are the same in other words, where little was understood."""


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """A draft as files: the article, the names that are new, and what is stored already about its rows."""

    article: str
    names: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a build of some inputs would give: its report and the answers to a few questions."""

    report: Report
    answers: tuple[Answer, ...] = ()


def draft_article(text: str, base: Path, folder: Path, shipped: Path = SHIPPED) -> DraftFiles:
    """Draft an article with the names of `shipped` and `folder`, and compare it with the base."""
    # imported only here: a bot drafts in another process, and this takes 4 MB
    from .drafting import draft, read_names

    made = draft(text, read_names([shipped / "names", folder / "names"]))
    return examine(made.to_toml(), made.names_toml(), base)


def examine(article: str, names: str, base: Path) -> DraftFiles:
    """Compare an article file with the base, and give new ids to rows whose ids are taken there."""
    rows = stored_rows(base)
    findings = compare(article, rows)
    taken = all_ids(base) | _forgotten(base)
    raw = tomllib.loads(article)
    rows_drafted = [row for table in ("match", "event", "fact") for row in raw.get(table, ())]
    own = [raw["source"]["id"], *(row["id"] for row in rows_drafted)]
    fresh: dict[str, str] = {}
    for id_ in own:
        wanted, number = id_, 2
        while wanted in taken or (wanted != id_ and wanted in own):
            wanted, number = f"{id_}-{number}", number + 1
        if wanted != id_:
            fresh[id_] = wanted
    for old, new in fresh.items():
        article = _renamed(article, old, new)
    renamed = tuple(Finding(fresh.get(f.row, f.row), f.kind, f.stored, f.text) for f in findings)
    return DraftFiles(article, names, renamed)


def _renamed(article: str, old: str, new: str) -> str:
    """Return an article file with an id changed where it stands as an id; the same word elsewhere stays."""
    own = rf'^(\s*(?:id|match|led_to)\s*=\s*)"{re.escape(old)}"'
    article = re.sub(own, rf'\g<1>"{new}"', article, flags=re.MULTILINE)

    def about(found: re.Match[str]) -> str:
        return found[0].replace(f'"{old}"', f'"{new}"')

    return re.sub(r"^\s*about\s*=\s*\[[^\]]*\]", about, article, flags=re.MULTILINE)


def _forgotten(base: Path) -> frozenset[str]:
    """Return the ids that were forgotten: they are not used again."""
    raw = tomllib.loads(added_inputs(base).get("amendments.toml", ""))
    return frozenset(str(row["id"]) for row in raw.get("forget", ()) if "id" in row)


def article_mistakes(article: str, shown: str) -> tuple[Mistake, ...]:
    """Return what is wrong with the text of an article file by itself; `shown` is how mistakes name it."""
    return tuple(parse_article(article, shown)[1])


def trial(
    target: Path, folder: Path, questions: Sequence[tuple[str, Language]], shipped: Path = SHIPPED
) -> Trial:
    """Build the inputs of `folder` into `target` and answer questions from it, each in its language."""
    try:
        report = build(target, folder, shipped=shipped)
    except BuildFailed as error:
        return Trial(error.report)
    if not questions:
        return Trial(report)
    knowledge = Knowledge.open(target)
    answers = tuple(knowledge.answer(text, Context(), language=language) for text, language in questions)
    return Trial(report, answers)


def topics() -> tuple[str, ...]:
    """Return the topics that a fact may have."""
    return tuple(sorted(catalogue().topics))


def nearest_of(typed: str, known: Sequence[str]) -> str | None:
    """Return which of the known words somebody who wrote `typed` most likely meant, or None."""
    return nearest(typed, known)


def find_stored(base: Path, text: str, limit: int = 20) -> list[StoredRow]:
    """Return the events and facts whose id is `text` or whose sentence has its words, best first."""
    exact = stored(base, [text.strip()])
    return exact or stored(base, find_rows(base, text, limit=limit))


def near_rows(knowledge: Knowledge, question: str, limit: int = 5) -> list[str]:
    """Return the ids of the events and facts nearest to a question, also where they do not answer it."""
    reading = knowledge.readers[knowledge._language(question, Context(), None)].read(question)
    ranked = knowledge.ways.best(reading, Context())[1]
    entries = (candidate.entry for candidate in ranked if not candidate.entry.absent)
    rows = dict.fromkeys(e.row for e in entries if e.row not in knowledge._base.matches)
    return list(rows)[:limit]


def group_alike(knowledge: Knowledge, questions: Sequence[str]) -> list[list[int]]:
    """Return the places of questions that ask the same, grouped, in the order of their first ones."""
    groups: list[tuple[frozenset[str], str, list[int]]] = []
    seen: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        words = " ".join(words_only(question))
        if words in seen:
            seen[words].append(place)
            continue
        meaning = _meaning(knowledge, question)
        group = next((g for g in groups if _alike(g[0], g[1], meaning, words)), None)
        if group is None:
            group = (meaning, words, [])
            groups.append(group)
        group[2].append(place)
        seen[words] = group[2]
    return [places for _, _, places in groups]


def _meaning(knowledge: Knowledge, question: str) -> frozenset[str]:
    reading = knowledge.readers[knowledge._language(question, Context(), None)].read(question)
    names = {id_ for hit in reading.names for id_ in hit.ids}
    return frozenset({*reading.features, *names, *reading.unknown, *map(str, reading.scope.years)})


def _alike(one: frozenset[str], words: str, other: frozenset[str], other_words: str) -> bool:
    shared = len(one & other)
    if shared and shared / len(one | other) >= ALIKE_MEANING:
        return True
    return one == other and token_set_ratio(words, other_words) >= ALIKE_WORDS


def resolve(
    knowledge: Knowledge, typed: str, more: dict[str, str] | None = None
) -> tuple[list[str], str | None]:
    """Return the ids that a name or id means, and where there are none the name that is nearest, if any.

    `more` holds further names (display -> id), such as a draft's new ones.
    """
    names = knowledge._base.names
    if typed.strip() in {*names, *knowledge._base.matches, *(more or {}).values()}:
        return [typed.strip()], None
    wanted = " ".join(words_only(typed))
    known: dict[str, set[str]] = {}
    for name in names.values():
        for alias in (*name.aliases, *name.display.values()):
            known.setdefault(" ".join(words_only(alias)), set()).add(name.id)
    for shown, id_ in (more or {}).items():
        known.setdefault(" ".join(words_only(shown)), set()).add(id_)
    if wanted and wanted in known:
        return sorted(known[wanted]), None
    near = nearest(wanted, sorted(known)) if wanted else None
    if near is None:
        return [], None
    id_ = sorted(known[near])[0]
    return [], names[id_].display["en"] if id_ in names else near


def display_name(knowledge: Knowledge, id_: str, language: Language) -> str | None:
    """Return how replies write a name, or None for an id that is no name's."""
    name = knowledge._base.names.get(id_)
    return name.display[language] if name else None
