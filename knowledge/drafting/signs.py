"""What speaks for a drafted goal and what against it, as named signs, and how sure they make it together."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.clock import NEAR
from knowledge.drafting.cues import Cue, denial, is_past
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Minute
from knowledge.drafting.subjects import Doer
from knowledge.drafting.vocabulary import Rule, Vocabulary, compile_rule, load
from knowledge.logistic import sure

AROUND = 60
"""Characters after a goal's words that are searched for what takes it back."""


_BEATS = re.compile(
    r"^(?:batt|trafi|fulmin|fredd|spiazz|beff|super|infil|ingann|castig|fa secco|non lascia"
    r"|non dà).*(?:<p\d+>|portiere)$"
)
"""Goal words that end in the goalkeeper who is beaten."""


@cache
def _rules(vocab_language: str) -> dict[str, Rule]:
    raw: dict[str, str] = load(f"{vocab_language}.toml")["signs"]
    return {name: compile_rule(rule) for name, rule in raw.items()}


def signs_of(
    row: Masked, cue: Cue, doer: Doer, minute: Minute | None, words: str, vocab: Vocabulary
) -> frozenset[str]:
    """Return the signs of a goal that `doer` is told to have scored; `words` are those between the people."""
    found = {f"rule_{cue.rule}", f"doer_{round(doer.sure, 1)}".replace(".", "_")}
    found.add("doer_after" if doer.start >= cue.end else "doer_before")
    gap = doer.start - cue.end if doer.start >= cue.end else cue.start - doer.start
    found.add("far" if gap > NEAR else "near")
    people = sum(1 for a, _, _ in row.of("p"))
    found.add("alone" if people == 1 else "many" if people > 4 else "few")
    if minute is not None and minute.sure > 0.65:
        found.add("minute")
    if row.sentence.title or row.sentence.index < 3:
        found.add("lead")
    if row.sentence.quoted:
        found.add("quoted")
    if is_past(row.text, cue, vocab):
        found.add("past")
        if vocab.language == "en" and vocab.has("next_fixture", row.text[: cue.start]):
            found.add("other_day")
    if vocab.language == "it" and cue.rule == "verb" and _BEATS.search(row.text[cue.start : cue.end]):
        found.add("beats")
    denied = denial(row.text, cue, vocab)
    if denied:
        found.add(f"denied_{denied}")
    tail = row.text[cue.end : cue.end + AROUND].split(";")[0]
    for name, rule in _rules(vocab.language).items():
        if rule.search(words):
            found.add(f"word_{name}")
        elif rule.search(tail):
            found.add(f"tail_{name}")
        if rule.search(row.text[max(0, doer.start - AROUND // 2) : doer.start]):
            found.add(f"lead_{name}")
    return frozenset(found)


def most_of(signs: frozenset[str], language: str) -> float:
    """Return the highest confidence that a goal with these signs may have."""
    return min((sure for needed, sure in _most(language) if signs >= needed), default=1.0)


@cache
def _most(language: str) -> tuple[tuple[frozenset[str], float], ...]:
    rows = load("confidence.toml")["most"].get(language, ())
    return tuple((frozenset(row["signs"]), row["sure"]) for row in rows)


@cache
def _weights(language: str) -> dict[str, float]:
    found: dict[str, float] = load("confidence.toml")[language]
    return found


def confidence(signs: frozenset[str], language: str) -> float:
    """Return how sure a goal with these signs is, 0 to 1, by the weights of confidence.toml."""
    weights = _weights(language)
    total = weights["base"] + sum(weights.get(sign, 0.0) for sign in signs)
    return sure(total)
