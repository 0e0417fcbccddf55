"""What the next turn may lean on, after a question that got an answer and after one that got none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..models import Answer, Context, Entry, Name
from ..understanding.decision import Decision
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from ..understanding.reading import Reading
from ..understanding.words import tokens_of
from .operators import CLOSED


def _speaks_of(entry: Entry, name: str) -> bool:
    """Whether the questions or the text of a row speak of a name."""
    return f"@{name}" in entry.weak or f"@{name}" in entry.features


def _people_in(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the people whom a text names, in their order."""
    found = (sorted(gazetteer.people(hit.ids)) for hit in gazetteer.find(tokens_of(text)))
    return tuple(dict.fromkeys(i for people in found for i in people))


def context_after(
    answer: Answer,
    question: str,
    entries: Sequence[Entry],
    names: Mapping[str, Name],
    gazetteer: Gazetteer,
    query: Query | None = None,
) -> Context:
    """Return what a follow-up to this answer needs.

    Who asks for somebody beside one whom he names ("who replaced Pavard?") means the one told by "him" afterwards.
    """
    values = [v for e in entries for v in sorted(e.values) if v in names]
    people = [v for v in values if names[v].kind == "person"]
    told_of = _people_in(answer.text, gazetteer)
    if not people:
        spoken = [i for e in entries for i in sorted(e.core or e.names) if _speaks_of(e, i)]
        people = [i for i in spoken if i in names and names[i].kind == "person"]
        people = ([i for i in people if i in told_of] or people)[:3]
    others = [i for i in told_of if query and i not in query.ids]
    asked_who = query and query.said and "person" in query.kinds and gazetteer.people(query.ids)
    if asked_who and len(others) == 1:
        people = others
    matches = dict.fromkeys(e.match for e in entries)
    cups = (i for e in entries for i in sorted(e.names) if i in names and names[i].kind == "competition")
    told = [i for i in cups if any(_speaks_of(e, i) for e in entries)]
    beside = [*(v for v in values if names[v].kind != "person"), *told]
    return Context(
        question=question,
        language=answer.language,
        match=next(iter(matches)) if len(matches) == 1 else None,
        people=tuple(dict.fromkeys(people))[:6],
        names=tuple(dict.fromkeys(beside))[:6],
        entries=tuple(dict.fromkeys(e.row for e in entries))[:6],
        source=entries[0].source if len({e.source for e in entries}) == 1 else None,
        matches=tuple(m for m in matches if m) if None not in matches and len(matches) > 1 else (),
        paragraph=entries[0].paragraph,
        spoken=told_of,
        reply=answer.text if answer.kind == "answer" else "",
        values=tuple(dict.fromkeys(values)),
        whole=bool(entries) and all(e.intent in CLOSED for e in entries),
    )


def context_unanswered(
    reading: Reading, context: Context, decision: Decision, gazetteer: Gazetteer
) -> Context:
    """Return what a follow-up to a question without an answer leans on: that question, where it names something.

    Behind one that has nothing to do with football it leans on what was spoken of before.
    """
    strayed = decision.outcome == "absent" and decision.reason.startswith("offtopic.")
    if strayed or (reading.scope.empty and not reading.names):
        return replace(context, language=reading.language, reply="")
    ids = sorted({i for hit in reading.names if len(hit.ids) == 1 for i in hit.ids})
    people = gazetteer.people(ids)
    matches = {c.entry.match for c in decision.near}
    sources = {c.entry.source for c in decision.near}
    return Context(
        question=reading.text,
        language=reading.language,
        match=next(iter(matches)) if len(matches) == 1 else None,
        people=tuple(i for i in ids if i in people),
        names=tuple(i for i in ids if i not in people),
        source=next(iter(sources)) if len(sources) == 1 else None,
    )
