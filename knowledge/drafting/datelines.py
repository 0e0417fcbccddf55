"""The town, agency and day that a report opens with: found, and taken off."""

from __future__ import annotations

import re

_PLACE = r"[A-ZÀ-Ú][A-ZÀ-Ú’' ]{2,24}(?:, [A-Z][A-Za-z]{1,14}\.?)?"
_DAY = r"(?:, (?:\d{1,2} [A-Za-z]{3,9}|[A-Z][a-z]{2,8}\.? \d{1,2})\.?)?"
_AGENCY = r"\([A-ZÀ-Ú][A-Za-zÀ-ú/ ]{1,20}\)"
_DATELINE = re.compile(
    rf"^[ \t]*(?:{_AGENCY} ?[-–—]? ?{_PLACE}{_DAY} ?[-–—] ?|{_PLACE} ?{_AGENCY}{_DAY} ?[-–—] ?"
    rf"|{_PLACE}{_DAY} ?[-–—] ?{_AGENCY} ?[-–—]? ?|{_PLACE}{_DAY} {_AGENCY} ?[-–—] ?"
    rf"|{_PLACE}(?:{_DAY} ?[-–—]|, [A-Z][a-z]{{2,8}}\.? \d{{1,2}} ?:) ?(?!.{{0,30}}\d ?[-–] ?\d))"
    r"(?=[\"“«]?(?:[A-ZÀ-Ú][’']?[a-zà-ù]|[AEIOÈ][’']? [A-Za-z])[^\n]{60})",
    re.MULTILINE,
)
"""The town, agency and day that a report opens with ("LONDRA - ", "(ANSA) - ROMA, 13 SET - ")."""
_COLON = re.compile(r"\A\s*(?:[^\n]*\n\s*){0,3}?(?P<town>[A-Z]{4,20}): (?=[A-Z][a-z’']+ [a-z][^\n]{40})")
"""The town behind which an Indian paper puts a colon: "KOLKATA: Never leave early"."""
_WIRE = re.compile(r"^[ \t]*[A-Z][\w. ]{2,24},? ?\([^()\n]{2,80}\b\d{4} ?\) ?[:–-]+ ?", re.MULTILINE)
"""A dateline with agency and day in brackets: "Berlin, (APP - Point News - 17th Oct, 2020) :"."""
_DATED = re.compile(
    r"^[ \t]*(?=[A-Z])[\w'’ ]{3,25}, \d{1,2}°? (?:[a-z]{3,9})\.?(?: \d{4})?"
    r"(?: ?[-–—]? ?\([A-Za-z/ ]{2,20}\))? ?[-–—] ?(?=[\"“«A-ZÀ-Ú])",
    re.MULTILINE,
)
"""A dateline in small letters: "Roma, 3 ottobre (Agenzia) - "."""


TOP = 1_500
"""Characters in which a dateline is looked for."""


def dateline_town(text: str) -> str | None:
    """Return the town that a report is written from ("BIRMINGHAM, England - "), in small letters, None without."""
    match = _DATELINE.search(text[:TOP]) or _DATED.search(text[:TOP])
    town = (
        re.search(r"[^\W\d_]{2}[^\W\d_’' ]*(?:[’' ][^\W\d_]+)*", re.sub(r"\([^)]*\)", "", match.group()))
        if match
        else None
    )
    return town.group().strip() if town else None


def without_datelines(text: str) -> str:
    """Return a text without the datelines that open its lines."""
    colon = _COLON.match(text)
    text = text[: colon.start("town")] + text[colon.end() :] if colon else text
    return _DATED.sub("", _DATELINE.sub("", _WIRE.sub("", text)))
