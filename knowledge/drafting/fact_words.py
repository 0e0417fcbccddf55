"""The words of facts: roles, positions, numbers and lengths as a text writes them, and how both languages tell them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from knowledge.drafting.vocabulary import Rule, compile_rule, load, vocabulary
from knowledge.models import Name

Both = dict[str, str]
_FIGURE = re.compile(r"\d+")
_ENDS = {1: "st", 2: "nd", 3: "rd"}
_EDGES = {
    "top": ("top", "primo"),
    "bottom": ("bottom", "ultimo"),
    "ultim": ("bottom", "ultimo"),
    "penultim": ("second from bottom", "penultimo"),
    "terzultim": ("third from bottom", "terzultimo"),
}
NAME = r"[^\s.,;:()]+(?: [^\s.,;:()]+){0,3}"
"""A name as written, of up to four words: which of them have a capital is seen afterwards."""


@cache
def facts() -> dict[str, Any]:
    """Return how facts are told and asked for, and the words of their values."""
    return load("facts.toml")


@cache
def nations() -> dict[str, Both]:
    """Return nations by their English name in small letters, as both languages write them."""
    rows = load("nations.toml")["nations"].values()
    return {
        written.lower(): {"en": r["name"], "it": r.get("it", r["name"])}
        for r in rows
        for written in (r["name"], *r.get("alias", ()))
    }


@cache
def _numbers(name: str) -> dict[str, int]:
    return {word: value for value, word in enumerate(facts()["numbers"][name].split())}


def _one_of(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def fact_rules(language: str) -> dict[str, list[Rule]]:
    """Return the patterns over masked sentences that tell each kind of fact in a language."""
    raw = {k: v for k, v in load("fact_patterns.toml")[language].items() if k != "text"}
    return {kind: [compile_rule(_filled(p, language)) for p in patterns] for kind, patterns in raw.items()}


@cache
def text_rules(language: str) -> dict[str, list[Rule]]:
    """Return the patterns over sentences as written."""
    raw = load("fact_patterns.toml")[language]["text"]
    return {
        kind: [re.compile(_filled(p.replace("{NAME}", NAME), language), re.IGNORECASE) for p in patterns]
        for kind, patterns in raw.items()
    }


def _filled(pattern: str, language: str) -> str:
    words = facts()
    for slot, known in (
        ("{ROLE}", words["roles"]),
        ("{POSITION}", words["positions"]),
        ("{DAY}", words["days"]),
        ("{WEATHER}", words["weathers"]),
        ("{REASON}", words["reasons"]),
        ("{INJURY}", words["injuries"]),
        ("{UNIT}", words["units"]),
        ("{ROUND}", words["rounds"]),
        ("{MONTH}", vocabulary(language).words_list("months")),
        ("{DEAL}", words["deals"]),
        ("{PEOPLE}", words["peoples"]),
        ("{ITEM}", words["record_items"]),
        ("{NUMBER}", _numbers(language)),
        ("{ORDINAL}", _numbers(f"{language}_ordinal")),
    ):
        pattern = pattern.replace(slot, f"(?:{_one_of(list(known))})")
    return pattern


def number(word: str, language: str) -> int | None:
    """Return the figure of a number or ordinal in figures or words, None where it is none."""
    figure = _FIGURE.match(word)
    if figure:
        return int(figure.group())
    bare = word[:-1] if language == "it" else word
    ordinals = _numbers(f"{language}_ordinal")
    return _numbers(language).get(word, ordinals.get(word, ordinals.get(bare)))


def ranked(word: str, language: str) -> Both | None:
    """Return a place in a table as both languages tell it: "17th", "17º"."""
    edge = _EDGES.get(word) or _EDGES.get(word[:-1])
    if edge:
        return dict(zip(("en", "it"), edge, strict=True))
    value = number(word, language)
    if value is None:
        return None
    end = "th" if 10 <= value % 100 <= 20 else _ENDS.get(value % 10, "th")
    return {"en": f"{value}{end}", "it": f"{value}º"}


def goal_counts() -> dict[str, list[str]]:
    """Return one goal, two goals ... in each language."""
    found: dict[str, list[str]] = facts()["goal_counts"]
    return found


def role(word: str) -> Name:
    """Return a role as a name, so that templates can put its article."""
    english, article, italian = facts()["roles"][word]
    return Name(
        word, "work", {"en": english, "it": italian}, {"en": "", "it": article}, "m", "singular",
        None, None, None, (),
    )  # fmt: skip


def term(table: str, word: str) -> Both:
    """Return a position, day, kind of weather or reason in both languages."""
    english, italian = facts()[table][word]
    return {"en": english, "it": italian}


def reason_told(text: str, language: str) -> Both | None:
    """Return the first reason of a list that stands in a sentence, in both languages."""
    match = re.search(rf"\b({_one_of(list(facts()['reasons']))})\b", text.lower())
    return term("reasons", match.group(1)) if match else None


def injury_told(text: str) -> Both | None:
    """Return the injury that stands in a sentence, in both languages; None where it names none, or several."""
    told = re.findall(rf"\b({_one_of(list(facts()['injuries']))})\b", text.lower())
    found = {word: term("injuries", word) for word in told}
    several = len({both["en"] for both in found.values()}) > 1
    return None if several or not found else next(iter(found.values()))


def length(found: dict[str, str], language: str) -> Both | None:
    """Return how long a contract is: "six months", "sei mesi"."""
    if found.get("length"):
        count, unit = facts()["lengths"][found["length"]]
    else:
        count, unit = number(found["number"], language), found["unit"]
    if not count:
        return None
    one, several, uno, piu = facts()["units"][unit]
    words = {code: facts()["numbers"][code].split() for code in ("en", "it")}
    told = {code: w[count] if count < len(w) else str(count) for code, w in words.items()}
    if count == 1:
        told["it"] = "una" if uno.endswith("ne") else "un"
    return {
        "en": f"{told['en']} {one if count == 1 else several}",
        "it": f"{told['it']} {uno if count == 1 else piu}",
    }
