"""Names as questions speak of them: by their own form, or a person by the last part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.models import Name
from knowledge.understanding.words import fold


def plainly(text: str) -> str:
    """Return the folded words and figures of `text`, one blank between them."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def forms_of(name: Name, language: str) -> set[str]:
    """Return the forms of a name, plainly; none where it has no Latin letters."""
    return {plainly(name.display[language]), plainly(surname(name, language))} - {""}


def names_in(text: str, names: Iterable[Name], language: str) -> set[str]:
    """Return the ids of the names that `text` speaks of."""
    plain = f" {plainly(text)} "
    return {name.id for name in names if any(f" {form} " in plain for form in forms_of(name, language))}


def surname(name: Name, language: str) -> str:
    """Return the last part of a person's name that is an alias of it ("De Ketelaere"); other names whole."""
    shown = name.display[language]
    if name.kind != "person":
        return shown
    folded, known = fold(shown), {fold(a) for a in name.aliases}
    starts = [m.end() for m in re.finditer(r" ", shown)]
    return next((shown[at:] for at in starts if folded[at:] in known), shown)
