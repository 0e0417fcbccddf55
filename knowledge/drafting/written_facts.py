"""What stands in lists and figures as written: crowds, referees, cautions and dismissals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.drafting.fact_context import FactContext
from knowledge.drafting.fact_words import number, text_rules
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact

MOST_LISTED = 14
LONGEST = 25
"""Minutes of added time that a match may have."""
LISTS = ("booked", "dismissed")
_HEAD = re.compile(r"(<t\d+>)(?: \([\d-]+\))?:")
_BRACKETS = re.compile(r"\([^)]*\)|(?:\b(?:all?|in|at|on)\b[’' ]*)?\d+(?:\+\d+)?[’']?")
_APART = re.compile(r",|;| and | e | - ")


def written_facts(context: FactContext, row: Masked) -> Iterator[TypedFact]:
    """Yield the crowd, the referee and the lists of cautions that a sentence of a match report tells."""
    if context.match is None:
        return
    for kind, rules in text_rules(context.language).items():
        match = next((m for rule in rules if (m := rule.search(row.sentence.text))), None)
        fact = TypedFact(kind, row)
        if match is None:
            continue
        if kind == "attendance":
            count = int(re.sub(r"\D", "", match.group("count")))
            fact.values["value"] = count * 1000 if "mila" in match.group().lower() else count
        elif kind == "stoppage":
            count = number(match.group("minutes").lower(), context.language) or 0
            if not 1 <= count <= LONGEST:
                continue
            fact.values["value"] = count
        elif kind == "referee":
            name = _capitals(match.group("name"))
            if not name:
                continue
            fact.values["value"] = {"en": name, "it": name}
        elif not _listed(fact, match):
            continue
        yield fact


def _listed(fact: TypedFact, match: re.Match[str]) -> bool:
    """Fill in a list of names; False where it is none."""
    start = fact.row.sentence.start
    a, b = match.start("list") + start, match.end("list") + start
    fact.listed = list(dict.fromkeys(m.key for m in fact.row.marks if m.kind == "p" and a <= m.start < b))[
        :MOST_LISTED
    ]
    parts = [" ".join(_BRACKETS.sub("", p).split()) for p in _APART.split(match.group("list"))]
    parts = [p for p in parts if p]
    told = ", ".join(p for p in parts if p[:1].isupper())
    if not told or not fact.listed or len(parts) > len(fact.listed) + 1 or len(told) > 200:
        return False
    fact.values["value"] = {"en": told, "it": told}
    return True


def with_lists_by_team(context: FactContext, found: list[TypedFact]) -> Iterator[TypedFact]:
    """Yield the facts, the lists of cautions of two teams also as one, that of each as its own."""
    for kind in LISTS:
        lists = [f for f in found if f.kind == kind]
        if len(lists) < 2:
            continue
        whole = TypedFact(kind, lists[0].row, listed=[p for f in lists for p in f.listed])
        told = [f.values["value"] for f in lists]
        whole.values["value"] = {k: ", ".join(v[k] for v in told) for k in ("en", "it")}
        yield whole
        for fact in lists:
            team = _lineup_of(context, fact.row)
            if team:
                fact.teams["team"] = team
    yield from found


def _lineup_of(context: FactContext, row: Masked) -> str | None:
    """Return the team whose line-up stands before a list."""
    at = row.sentence.index
    for before in reversed([r for r in context.reading.rows if at - 4 < r.sentence.index < at]):
        head = _HEAD.match(before.text)
        if head:
            return context.club(before.mark(head.group(1)).key)
    return None


def _capitals(text: str) -> str:
    """Return the words with a capital that a text begins with: a name."""
    words = text.strip().split()
    end = next((i for i, w in enumerate(words) if not w[:1].isupper()), len(words))
    name = " ".join(words[:end]).strip("-–’' ")
    return name if len(name) > 2 else ""
