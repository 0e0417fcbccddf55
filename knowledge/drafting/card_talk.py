"""Cards that nobody is shown: those that a sentence only speaks of, and those that its referee shows."""

from __future__ import annotations

import re

_SHOWS = re.compile(r"(?<!was )(?<!were )(?<!got )(?<!is )\bbooked$")
_SHOWN = re.compile(r" (?:<p\d+>|\d|two|three|four|five|six|seven|eight|nine|ten|both|several|the|his)\b")
_CARD_IS = re.compile(
    r"(?: card| yellow| red| rosso| giallo)?,? (?:was|is|had|has|came|changed|turned|made|looked|seemed|were|felt"
    r"|era|è|ha|aveva|ci stava|non c’era)\b"
)
_OPINION = re.compile(
    r"\b(?:thought|felt|believed|said|complain\w*|claimed|insisted|argued|no complaints|disput\w+|protest\w*|reckoned"
    r"|rivendic\w+|ritien\w+|pens\w+|sosten\w+)\b[^.;]*$"
)

FOULING = re.compile(
    r"(<p\d+>)(?:, [^,.;<]{1,40},)?,? (?:then |poi |[a-z]+ly )?(?:dragg\w+|pull(?:ed|s)|haul(?:ed|s)|brought|brings"
    r"|tripp\w+|foul(?:ed|s)|fell(?:ed|s)|scyth\w+|chopp\w+|clatter\w+|lung(?:ed|es)|upend\w+|flatten\w+|elbow(?:ed|s)"
    r"|bundl\w+|shov(?:ed|es)|barg\w+|wrestl\w+"
    r"|trattien\w+|stend\w+|falci\w+|atterr\w+|abbatt\w+|travolg\w+|affoss\w+|strattona\w*|sgambett\w+|placc\w+"
    r"|aggancia\w*|colpisce|interviene|entra|fa fallo|commette fallo)\b[^.;<]{0,40}<p\d+>(?:[^.;<]|<[mt]\d+>)*$"
)
"""Who fouled whom before a card was shown: "<p>, già ammonito, trattiene <p> lanciato a rete: secondo giallo"."""


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
