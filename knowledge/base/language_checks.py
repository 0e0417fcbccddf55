"""Whether the words of both languages fit each other and the catalogue: keys, slots, kinds of value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from knowledge.models import LANGUAGES, Mistake
from knowledge.understanding.fuzzy import nearest

from .files import SHIPPED, parsed_toml, read_text

SAME = ("templates", "replies", "phrases", "absent", "vocabulary")
"""Files that have the same keys in both languages."""

KINDS = frozenset(
    [
        "person",
        "club",
        "place",
        "competition",
        "minute",
        "date",
        "year",
        "count",
        "score",
        "reason",
        "manner",
        "statement",
        "name",
        "yes_no",
    ]
)
"""Kinds of value that a question can ask for; the head of catalogue.toml lists them."""

GRAMMAR = frozenset({"were"})
"""Slots for a verb or ending that only one language bends."""

VARIANT = "_one"
"""Ending of a template for the singular, which only some languages word differently."""

PEOPLE = ("player", "assist", "by", "on", "off", "won_by", "fouled_by", "keeper")
EVENT_SLOTS = frozenset({*PEOPLE, "team", "opponent", "minute", "formation", "outcome"})
MATCH_SLOTS = frozenset(
    [
        "team",
        "opponent",
        "own",
        "home",
        "away",
        "winner",
        "loser",
        "home_goals",
        "away_goals",
        "winner_goals",
        "loser_goals",
        "home_half",
        "away_half",
        "goals",
        "player",
        "minute",
        "coach",
        "keeper",
        "list",
    ]
)
"""What the phrases of an event, or of a match, can name."""

_SLOT = re.compile(r"\{(\w*)(?::\w*)?\}")

Tree = Mapping[str, Any]


def check_languages(folder: Path = SHIPPED) -> Iterator[Mistake]:
    """Yield every mistake of the language files in `folder` (en/, it/) and of its catalogue.toml."""
    mistakes: list[Mistake] = []
    trees: dict[tuple[str, str], Tree] = {
        (language, name): _tree(folder / language / f"{name}.toml", f"{language}/{name}.toml", mistakes)
        for language in LANGUAGES
        for name in SAME
    }
    catalogue = _tree(folder / "catalogue.toml", "catalogue.toml", mistakes)
    yield from mistakes
    yield from _catalogue(catalogue)
    for name in SAME:
        for one, other in (("en", "it"), ("it", "en")):
            yield from _missing(
                trees[one, name], trees[other, name], f"{one}/{name}.toml", f"{other}/{name}.toml"
            )
    for name in ("templates", "replies"):
        yield from _other_slots(trees["en", name], trees["it", name], f"it/{name}.toml")
    for language in LANGUAGES:
        yield from _phrases(trees[language, "phrases"], catalogue, f"{language}/phrases.toml")
        yield from _vocabulary(trees[language, "vocabulary"], f"{language}/vocabulary.toml")


def _tree(path: Path, shown: str, mistakes: list[Mistake]) -> Tree:
    text = read_text(path, shown, mistakes)
    return {} if text is None else parsed_toml(text, shown, mistakes) or {}


def _catalogue(catalogue: Tree) -> Iterator[Mistake]:
    found = [(f"topic.{name}", topic["value"]) for name, topic in catalogue.get("topic", {}).items()]
    for name, fields in catalogue.get("event", {}).items():
        found += [(f"event.{name}.{field}", kind) for field, kind in fields.items()]
    found += [(f"match.{field}", kind) for field, kind in catalogue.get("match", {}).items()]
    for place, kind in found:
        if kind not in KINDS:
            near = nearest(str(kind), tuple(KINDS))
            hint = f"did you mean '{near}'?" if near else f"write one of {', '.join(sorted(KINDS))}"
            yield Mistake("catalogue.toml", place, f"unknown kind of value '{kind}'; {hint}")


def _keys(name: str, tree: Tree) -> dict[str, Any]:
    """Return what both languages must have, by its path: concepts, sections and their keys."""
    if name.endswith("vocabulary.toml"):
        return {f"concept.{key}": forms for key, forms in tree.get("concept", {}).items()}
    found: dict[str, Any] = {}
    for section, content in tree.items():
        if (isinstance(content, dict) and all(isinstance(inner, dict) for inner in content.values())) or (
            isinstance(content, dict) and not name.endswith("absent.toml")
        ):
            found |= {f"{section}.{key}": inner for key, inner in content.items()}
        else:
            found[section] = content
    return found


def _missing(own: Tree, other: Tree, file: str, other_file: str) -> Iterator[Mistake]:
    have, wanted = _keys(file, own), _keys(other_file, other)
    for key in wanted:
        if key not in have and key.removesuffix(VARIANT) not in have:
            yield Mistake(
                file, key, f"is missing, but stands in {other_file}; add it here or remove it there"
            )


def _slots(template: object) -> set[str]:
    return set(_SLOT.findall(template)) - GRAMMAR if isinstance(template, str) else set()


def _other_slots(english: Tree, italian: Tree, file: str) -> Iterator[Mistake]:
    ours, theirs = _keys(file, italian), _keys(file, english)
    for key in ours.keys() & theirs.keys():
        for slot in sorted(_slots(ours[key]) ^ _slots(theirs[key])):
            yield Mistake(file, key, f"{{{slot}}} stands in one language only; use the same slots in both")


def _phrases(tree: Tree, catalogue: Tree, file: str) -> Iterator[Mistake]:
    families: dict[str, Tree] = {**catalogue.get("event", {}), "match": catalogue.get("match", {})}
    for family, fields in tree.items():
        if family not in (*families, "event"):
            yield Mistake(file, family, f"unknown kind of event; write one of {', '.join(sorted(families))}")
            continue
        known = MATCH_SLOTS if family == "match" else EVENT_SLOTS
        for field, group in fields.items():
            place = f"{family}.{field}"
            if family != "event" and field not in families[family]:
                yield Mistake(file, place, f"unknown field; write one of {', '.join(families[family])}")
            for key, phrases in group.items():
                if key not in ("phrases", "yes", "no"):
                    yield Mistake(file, f"{place}.{key}", "unknown key; write phrases, yes or no")
                    continue
                for phrase in phrases:
                    yield from _phrase(file, place, phrase, known, field if key == "phrases" else None)


def _phrase(
    file: str, place: str, phrase: str, known: frozenset[str], asked: str | None
) -> Iterator[Mistake]:
    for slot in sorted(_slots(phrase)):
        if slot not in known:
            yield Mistake(
                file, place, f"unknown slot {{{slot}}} in {phrase!r}; write one of {', '.join(sorted(known))}"
            )
        elif slot == asked:
            yield Mistake(file, place, f"{phrase!r} names what it asks for, {{{slot}}}; ask without it")


def _vocabulary(tree: Tree, file: str) -> Iterator[Mistake]:
    concepts = tree.get("concept", {})
    for pair in tree.get("opposite", {}).get("pairs", []):
        for concept in pair:
            if concept not in concepts:
                near = nearest(str(concept), tuple(concepts))
                hint = f"did you mean '{near}'?" if near else "add it to [concept]"
                yield Mistake(file, "opposite.pairs", f"unknown concept '{concept}'; {hint}")
    for form, kind in tree.get("question", {}).items():
        if kind not in KINDS | {"list"}:
            yield Mistake(
                file,
                f"question.{form}",
                f"unknown kind of value '{kind}'; write one of {', '.join(sorted(KINDS))}",
            )
