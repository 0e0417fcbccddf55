"""The names file of a draft: new names with their other writings and a guess of their articles."""

from __future__ import annotations

import re

from knowledge.drafting.gazetteer import Entry
from knowledge.drafting.identity import Identity
from knowledge.drafting.known_names import general
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Entity
from knowledge.drafting.toml_rows import Row, table

_VOWEL = re.compile(r"[aeiouàèéìòùáíóú]", re.IGNORECASE)
_LO = re.compile(r"(?:s[^aeiouh]|z|gn|ps|x|y)", re.IGNORECASE)
_BARE_GROUND = re.compile(
    r"^(?:San|Santa|Anfield|Old) |(?:Park|Road|Lane|Trafford|Street|Field|Parade|Way)$|^Anfield$"
)
"""Grounds that take no article in either language."""
_GROUND_WORD = re.compile(r"(?:Stadium|Arena|Ground|Bowl|Dome|Stadion|Hawthorns|Valley)$")
_FEMININE = re.compile(r"a$|^(?:Macedonia|Irlanda|Corea|Repubblica|Guinea|Bosnia|Arabia|Costa)\b")
_FEMININE_CLUB = re.compile(r"(?:ina|ana|ese|ica|tus|doria|^Juve|^Roma|^Lazio|^SPAL|^Spal)$")
"""Ends of Italian names that are feminine: of nations, and of clubs ("la Fiorentina", but "il Bologna")."""


def names_file(identity: Identity) -> str:
    """Return the new names and clashes of a draft as TOML; "" where there are none."""
    parts = [table("name", _row(w, kind, entity, identity)) for w, (kind, entity) in identity.new.items()]
    parts += [table("clash", {"alias": a, "names": list(n)}) for a, n in identity.clashes.items()]
    return "\n".join(parts)


def _row(wanted: str, kind: str, entity: Entity, identity: Identity) -> Row:
    both = written_in_both(entity)
    ground = entity.kind == "v"
    return {
        "id": wanted,
        "kind": kind,
        "name": both,
        "article": articles_of(both, entity),
        "alias": identity.aliases(wanted) or None,
        "stadium": wanted if ground else None,
    }


def written_in_both(entity: Entity) -> dict[str, str]:
    """Return how replies write a name in each language."""
    known = general().entries.get(entity.key_id)
    if known is not None and entity.name in (known.name, known.it):
        return {"en": known.name, "it": known.it}
    return {"en": entity.name, "it": entity.name}


def articles_of(names: dict[str, str], entity: Entity) -> dict[str, str] | None:
    """Return the articles that names of clubs and grounds take: a guess by their first and last letters."""
    if entity.kind == "v":
        if _BARE_GROUND.search(names["en"]):
            return None
        return {"en": "the" if _GROUND_WORD.search(names["en"]) else "", "it": _italian(names["it"], False)}
    if entity.kind != "t":
        return None
    known = general().entries.get(entity.key_id)
    nation = known is not None and known.kind == "nation"
    feminine = (nation and _FEMININE.search(names["it"])) or (
        _is_italian(known) and not nation and _FEMININE_CLUB.search(names["it"])
    )
    return {"it": _italian(names["it"], bool(feminine))}


def _is_italian(known: Entry | None) -> bool:
    return known is not None and fold(known.it) == fold(known.name)


def _italian(name: str, feminine: bool) -> str:
    """Return the Italian article of a name: "l'" before a vowel, "lo" before s and a consonant, else "il", "la"."""
    if _VOWEL.match(name):
        return "l'"
    if feminine:
        return "la"
    return "lo" if _LO.match(name) else "il"
