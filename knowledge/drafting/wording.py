"""Our own sentences for drafted rows, in both languages, from templates."""

from __future__ import annotations

import re

from knowledge.drafting.toml_rows import Row
from knowledge.drafting.vocabulary import load, vocabulary

LANGUAGES = ("en", "it")
_ELIDED = re.compile(r"^(?:1|8|11|8\d)$")


def day(date: str, language: str) -> str:
    """Return an ISO date as a reader writes it: "8 February 2026"."""
    year, month, day = date.split("-")
    name = vocabulary(language).words_list("months")[int(month) - 1]
    return f"{int(day)} {name.title() if language == 'en' else name} {year}"


def own_words(
    kind: str,
    minute: int | None,
    player: str | None = None,
    team: str | None = "",
    assist: str | None = None,
    shape: str = "",
    added: int | None = None,
) -> Row:
    """Return our own sentence in both languages."""
    templates, found = load("templates.toml"), {}
    for language in LANGUAGES:
        al = ("all'" if _ELIDED.match(str(minute)) else "al ") if language == "it" else ""
        told = f"{minute}+{added}" if added else minute
        when = templates["when"][language].format(minute=told, al=al) if minute else ""
        helped = templates["assist"][language].format(other=assist) if assist else ""
        found[language] = templates[kind][language].format(
            player=player,
            team=team,
            other=assist,
            when=when,
            with_assist=helped,
            shape=shape,
        )
    return found
