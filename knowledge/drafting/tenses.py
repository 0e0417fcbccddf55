"""The tenses of a tale made one: what Italian tells in the past is read as the rules have it, in the present."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.vocabulary import load

_WORD = re.compile(r"[a-zàèéìòù]+(?:ava|avano|ò|arono|eva|evano|é|erono|iva|ivano|ì|irono|ise|isero|ece|ecero|isse)\b")
_ENDINGS = {
    "are": (("ava", "a"), ("avano", "ano"), ("ò", "a"), ("arono", "ano")),
    "ere": (("eva", "e"), ("evano", "ono"), ("é", "e"), ("erono", "ono")),
    "ire": (("iva", "e"), ("ivano", "ono"), ("ì", "e"), ("irono", "ono")),
    "isc": (("iva", "isce"), ("ivano", "iscono"), ("ì", "isce"), ("irono", "iscono")),
}
"""How the forms of the past end in each class of verbs, with the ending of the present."""


@cache
def _forms() -> dict[str, str]:
    """Return the present of each form of the past of the verbs that tell play."""
    raw: dict[str, str] = load("it.toml")["tenses"]
    found = {past: now for past, now in (pair.split(":") for pair in raw["odd"].split())}
    for kind, endings in _ENDINGS.items():
        for stem in raw[kind].split():
            for past, now in endings:
                joint = stem[:-1] if stem.endswith("i") and now.startswith("i") else stem
                found[stem + past] = joint + now
    return found


def in_the_present(text: str) -> str:
    """Return a masked Italian sentence with the verbs of play in the present: "portava avanti" as "porta avanti"."""
    forms = _forms()
    return _WORD.sub(lambda m: forms.get(m.group(), m.group()), text)
