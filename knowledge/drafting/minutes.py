"""Minutes of play in any writing: "on the hour", "45+2", "al 12' della ripresa" (57)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.drafting.records import Minute
from knowledge.drafting.vocabulary import load

HALF, FULL, EXTRA, LATEST = 45, 90, 105, 130
MANY = 4
"""Ends of words from which they are written once for all the beginnings that share them."""
_ROUGH = frozenset({1, 29, 31, 45, 46, 59, 61, 90})
_CHEAP = {
    "en": re.compile(
        r"\d|minute|min|hour|later|time|break|restart|interval|half|death|last|gasp|second", re.IGNORECASE
    ),
    "it": re.compile(
        r"\d|minut|ora\b|recupero|scadere|finire|intervallo|tempo|frazione|lancette|esimo|cesarini|"
        r"extremis|secondi|ultim|riposo|termine|fine\b|dopo|tardi|sirena|gong|ripresa|chiusura|fotofinish|"
        r"\bal(?:l’| )(?:terzo|quarto|quinto|sesto|settimo|ottavo|nono|decimo)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    how: str
    at: int | None
    half: int


@cache
def _numbers(language: str) -> dict[str, int]:
    """Return the numbers in words of a language, cardinal and ordinal."""
    raw = load("minutes.toml")[language]
    units: list[str] = raw["units"]
    tens: list[str] = raw["tens"]
    ordinals: list[str] = raw["ordinals"]
    found = {word: n for n, word in enumerate(units)} | {word: n for n, word in enumerate(ordinals) if word}
    for ten, word in enumerate(tens):
        if not word:
            continue
        found[word] = ten * 10
        stem = word[:-1]
        found[stem + ("ieth" if language == "en" else "esimo")] = ten * 10
        for one in range(1, 10):
            for joint in ("-", " ", ""):
                found[f"{word}{joint}{units[one]}"] = ten * 10 + one
                found[f"{word}{joint}{ordinals[one]}"] = ten * 10 + one
            if units[one][0] in "uo" and language == "it":
                found[stem + units[one]] = ten * 10 + one
    if language == "it":
        for word, n in [*found.items()]:
            found.setdefault(word[:-1] + "esimo", n)
            found.setdefault(word + "esimo", n)
        found |= {
            "ventitré": 23,
            "trentatré": 33,
            "un": 1,
            "quarantatré": 43,
            "cinquantatré": 53,
            "sessantatré": 63,
        }
    return found


def _either(words: frozenset[str]) -> str:
    """Return a pattern for any of some words, the longest first, which compiles fast: letters shared stand once.

    Ends that several beginnings share stand once, too: those of "twenty-one" and of "thirty-one".
    """
    shared = _shared(words)
    if shared is not None:
        beginnings, ends = shared
        rest = words - {begin + end for begin in beginnings for end in ends}
        both = _either(beginnings) + _either(ends)
        return f"(?:{both}|{_either(rest)})" if rest else both
    heads: dict[str, set[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], set()).add(word[1:])
    if not heads:
        return ""
    parts = [re.escape(head) + _either(frozenset(tails)) for head, tails in sorted(heads.items())]
    whole = parts[0] if len(parts) == 1 and "" not in words else f"(?:{'|'.join(parts)})"
    return whole + ("?" if "" in words else "")


def _shared(words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the beginnings that have the same ends behind them, and these ends, where that saves most letters."""
    ends: dict[str, set[str]] = {}
    for word in words:
        for at in range(1, len(word)):
            ends.setdefault(word[:at], set()).add(word[at:])
    alike: dict[frozenset[str], set[str]] = {}
    for begin, found in ends.items():
        if len(found) >= MANY:
            alike.setdefault(frozenset(found), set()).add(begin)
    best = max(
        (pair for pair in alike.items() if len(pair[1]) > 1),
        key=lambda pair: ((len(pair[1]) - 1) * sum(map(len, pair[0])), sorted(pair[1])),
        default=None,
    )
    return None if best is None else (frozenset(best[1]), best[0])


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    numbers = _numbers(language)
    words = _either(frozenset(w for w in numbers if w))
    slots = {
        "{D}": r"(?P<n>\d{1,3})",
        "{A}": r"(?P<a>\d{1,2})",
        "{W}": rf"(?P<w>{words})",
        "{L}": r"(?P<w>[a-z]{3,15})",
        "{N}": rf"(?:(?P<n>\d{{1,3}})|\b(?P<w>{words})\b)",
        "{O}": rf"(?:(?P<n>\d{{1,3}}) ?(?:st|nd|rd|th|°|º|’|esimo|mo|ª)?|\b(?P<w>{words})\b)",
        "{U}": r"(?:(?P<n>\d{1,3}) ?(?:’|°|º|esimo|\^|mo)?(?: ?\+ ?(?P<a>\d{1,2}) ?’?)?"
        rf"|\b(?P<w>{words})\b)",
    }
    rows = load("minutes.toml")[language]["rules"]
    return tuple(_Rule(_compile(r["p"], slots), r["how"], r.get("at"), r.get("half", 0)) for r in rows)


def _compile(pattern: str, slots: dict[str, str]) -> re.Pattern[str]:
    """Fill the slots, giving a group that stands twice a new name the second time."""
    for slot, regex in slots.items():
        pattern = pattern.replace(slot, regex)
    pattern = pattern.replace("{M}", r"(?!)")
    seen: dict[str, int] = {}

    def rename(match: re.Match[str]) -> str:
        name = match.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{seen[name]}>"

    return re.compile(r"(?<!\w)" + r"(?:" + re.sub(r"\(\?P<([nwa])>", rename, pattern) + ")")


def find_minutes(text: str, language: str) -> list[Minute]:
    """Return the minutes told in a sentence, in order; `text` is in small letters with curly apostrophes."""
    if not _CHEAP[language].search(text):
        return []
    found: list[tuple[int, int, int, Minute | None]] = []
    for rank, rule in enumerate(_rules(language)):
        found += [(m.start(), rank, m.end(), _read(rule, m, language)) for m in rule.pattern.finditer(text)]
    chosen: list[tuple[int, int, Minute | None]] = []
    for start, _, end, minute in sorted(found, key=lambda row: row[1]):
        if all(end <= a or start >= b for a, b, _ in chosen):
            chosen.append((start, end, minute))
    return [m for _, _, m in sorted(chosen, key=lambda row: row[0]) if m is not None]


def _read(rule: _Rule, match: re.Match[str], language: str) -> Minute | None:
    """Return the minute a rule's match tells; None for one that tells none."""
    if rule.how == "skip":
        return None
    number, added = _figures(match, language)
    if rule.how == "fixed":
        return Minute(
            match.start(), match.end(), rule.at, half=rule.half, sure=VAGUE if _is_rough(rule, match) else 1.0
        )
    if rule.how == "relative":
        step = number if number is not None else rule.at
        return (
            Minute(match.start(), match.end(), step, relative=True)
            if step is not None and step < HALF
            else None
        )
    if number is None:
        return None
    if rule.how == "after" and number < HALF:
        return Minute(match.start(), match.end(), number, relative=True, elapsed=True)
    if rule.how == "since":
        return Minute(match.start(), match.end(), number, elapsed=True)
    minute, added, half = place(rule.how, number, added, rule.half)
    if minute is None or not 0 < minute <= LATEST:
        return None
    elapsed = bool(_ELAPSED.match(match.group()))
    return Minute(match.start(), match.end(), minute, added, half, elapsed=elapsed)


def _is_rough(rule: _Rule, match: re.Match[str]) -> bool:
    """Whether a minute in words is only about right: "just before the break", "inside the first quarter of an hour"."""
    return rule.at in _ROUGH or _ABOUT.match(match.group()) is not None


VAGUE = 0.6
"""How sure a minute is that is only about right."""
_ABOUT = re.compile(r"(?:around|about|approaching|near|nearing|towards|inside|within) .*\bhour\b")
_ELAPSED = re.compile(r"(?:dopo|inside|within)\b(?!.*\b(?:opening|first)\b)")
"""Words before a minute that may count it from the last one: "levelled within two minutes"."""


def place(
    how: str, number: int, added: int | None = None, half: int = 0
) -> tuple[int | None, int | None, int]:
    """Return the minute of play, added time and half for a number told as `how` (see minutes.toml)."""
    if how == "second":
        if number > HALF:
            return (FULL, number - HALF, 2) if number <= HALF + 12 and added is None else (number, added, 2)
        return number + HALF, added, 2
    if how == "first":
        return (HALF, number - HALF, 1) if number > HALF else (number, added, 1)
    if how in ("extra_first", "extra_second"):
        return (number if number > FULL else number + (FULL if how == "extra_first" else EXTRA)), added, 2
    if how == "end":
        return FULL - number, None, 2
    if how == "break":
        return HALF - number, None, 1
    if how == "added":
        return (HALF if half == 1 else FULL), number, half or 2
    return number, added, half


def _figures(match: re.Match[str], language: str) -> tuple[int | None, int | None]:
    groups: dict[str, Any] = match.groupdict()
    number = added = None
    for name, value in groups.items():
        if value is None:
            continue
        if name[0] == "n":
            number = int(value)
        elif name[0] == "w":
            words = _numbers(language)
            number = words.get(value, words.get(value + "esimo"))
        else:
            added = int(value)
    return number, added
