"""Cards that nobody is shown: those that a sentence only speaks of, and those that its referee shows."""

from __future__ import annotations

import re

_SHOWS = re.compile(r"(?<!was )(?<!were )(?<!got )(?<!is )\bbooked$")
_SHOWN = re.compile(r" (?:<p\d+>|\d|two|three|four|five|six|seven|eight|nine|ten|both|several|the|his)\b")
_CARD_IS = re.compile(
    r"(?: card| yellow| red| rosso| giallo)?,? (?:was|is|looked|seemed|were|felt|era|è|ci stava|non c’era)\b"
)
_OPINION = re.compile(
    r"\b(?:thought|felt|believed|said|complain\w*|claimed|insisted|argued|no complaints|disput\w+|protest\w*"
    r"|rivendic\w+)\b[^.;]*$"
)


def only_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether a card is only spoken of, or it is the referee who shows it: "<p> thought the red card was harsh"."""
    before = text[: match.start()]
    if (
        before.count('"') % 2
        or before.count("“") > before.count("”")
        or before.count("«") > before.count("»")
    ):
        return True
    if _SHOWS.search(before + match.group()) and _SHOWN.match(text, match.end()):
        return True
    return bool(_CARD_IS.match(text, match.end()) and _OPINION.search(before))
