"""Who set up the goals: told in the sentence of a goal, in another that tells it, or in the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.drafting.events import doer_before, people_in
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Goal, Mention
from knowledge.drafting.vocabulary import Rule, Vocabulary, compile_rule, pattern


def add_assists(rows: list[Masked], goals: list[Goal], vocab: Vocabulary) -> None:
    """Give goals the person that set them up, where their sentences tell."""
    owner = _owner(vocab)
    by_index = {row.sentence.index: row for row in rows}
    for goal in (g for g in goals if g.kind != "own_goal"):
        for row in _telling(goal, rows, by_index):
            others = {g.scorer for g in goals if g.sentence == goal.sentence} - {goal.scorer}
            beside = others | {goal.scorer}
            named = [*_to_him(row, goal.scorer, vocab), *_helpers(row, owner, beside, vocab)]
            helper = next(
                (m.key for m in named if m.key != goal.scorer and not _nearer(row, m, others, goal.scorer)),
                None,
            )
            if helper is None and (before := by_index.get(row.sentence.index - 1)):
                helper = next((m.key for m in _served(before, row, goal.scorer, vocab)), None)
            if helper is not None:
                goal.assist = helper
                break


def _owner(vocab: Vocabulary) -> Rule:
    """Return the rule for whose cross, pass or corner it was."""
    thing = vocab.raw["labels"]["assist_thing"]
    if vocab.language == "en":
        return compile_rule(rf"({{P}})’s? (?:{thing})\b")
    return compile_rule(
        rf"(?:{thing}) (?:[a-zàèéìòù]+ ){{0,3}}?(?:di|del|da|dal) ?(?:[a-zàèéìòù]+ ){{0,2}}({{P}})"
    )


def _telling(goal: Goal, rows: list[Masked], by_index: dict[int, Masked]) -> list[Masked]:
    """Return the sentences that tell a goal: its own, and the story of one that a list tells or that names nobody."""
    row = by_index.get(goal.sentence)
    named = row is not None and any(m.key == goal.scorer for m in row.marks)
    if row is None or (goal.listed and not named):
        row = next((r for r in rows if r.sentence.text == goal.evidence), None)
    if row is None:
        return []
    if not goal.listed and named:
        return [row]
    story = [by_index[i] for i in sorted(goal.told_in) if i in by_index]
    return [*(r for r in story if any(m.key == goal.scorer for m in r.marks)), row]


def _helpers(row: Masked, owner: Rule, scorers: set[str], vocab: Vocabulary) -> Iterator[Mention]:
    """Yield who passed, crossed or set up in a sentence, whoever scored."""
    for match in vocab.rules["assist"].finditer(row.text):
        yield from people_in(row, match.group())
    for match in owner.finditer(row.text):
        mention = row.mark(match.group(1))
        if not (mention.key in scorers and match.group().endswith("header")):
            yield mention
    for match in vocab.rules["assist_verb"].finditer(row.text):
        yield from doer_before(row, match.start(), vocab)


def _to_him(row: Masked, scorer: str, vocab: Vocabulary) -> Iterator[Mention]:
    """Yield who gave the ball to the very scorer: "<p> found <p>", "his cross that <p> headed in"."""
    for match in pattern(f"assist_to_{vocab.language}").finditer(row.text):
        taker = next((m for m in match.groups() if m), None)
        if taker and row.mark(taker).key == scorer:
            yield from doer_before(row, match.start(), vocab)


def _served(before: Masked, row: Masked, scorer: str, vocab: Vocabulary) -> Iterator[Mention]:
    """Yield who pulled the ball back at the end of the sentence before one that its scorer begins."""
    first = next((m for m in row.marks if m.kind == "p"), None)
    served = pattern(f"assist_before_{vocab.language}").search(before.text)
    if served and first and first.key == scorer and row.text.startswith("<p") and not before.sentence.quoted:
        yield from (m for m in doer_before(before, served.start(), vocab) if m.key != scorer)


APART = 200
"""Characters that a clause between two names counts for."""
BEHIND = 60
"""The same for a scorer told behind who passed to him: most stand before."""
_CLAUSE = re.compile(r"[,;]")


def _nearer(row: Masked, passer: Mention, others: set[str], scorer: str) -> bool:
    """Whether somebody stands next to another scorer of a sentence than this one."""
    people = row.of("p")
    at = next((a for a, _, m in people if m is passer or m == passer), None)
    if at is None:
        return False

    def far(place: int) -> int:
        apart = len(_CLAUSE.findall(row.text, min(place, at), max(place, at)))
        return abs(place - at) + APART * apart + (BEHIND if place > at else 0)

    own = [far(a) for a, _, m in people if m.key == scorer]
    theirs = [far(a) for a, _, m in people if m.key in others - {passer.key}]
    return bool(own and theirs) and min(theirs) < min(own)
