"""The tenses of a tale made one: what Italian tells in the past is read as the rules have it, in the present."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.vocabulary import load

_WORD = re.compile(r"[a-zàèéìòù]+")
_HAVE = re.compile(
    r"\b(ha|hanno|aveva|avevano) ((?:(?:poi|subito|anche|ancora|così|infine|invece|però|prima|quindi|a sua volta) )?)"
    r"([a-zàèéìòù]+[oaie])\b"
)
"""A verb told with "have", as what is over is told."""
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
    found: dict[str, str] = {}
    for pair in raw["odd"].split():
        past, now = pair.split(":")
        found[past] = now
    for kind, endings in _ENDINGS.items():
        for stem in raw[kind].split():
            for before, after in endings:
                joint = stem[:-1] if stem.endswith("i") and after.startswith("i") else stem
                found[stem + before] = joint + after
    return found


@cache
def _participles() -> dict[str, tuple[str, str]]:
    """Return the present, of one and of several, for each participle of those verbs."""
    raw: dict[str, str] = load("it.toml")["tenses"]
    found = {stem + "ato": (stem + "a", stem + "ano") for stem in raw["are"].split()}
    found |= {stem + "uto": (stem + "e", stem + "ono") for stem in raw["ere"].split()}
    found |= {stem + "ito": (stem + "e", stem + "ono") for stem in raw["ire"].split()}
    found |= {stem + "ito": (stem + "isce", stem + "iscono") for stem in raw["isc"].split()}
    for odd in raw["done"].split():
        done, one, several = odd.split(":")
        found[done] = (one, several)
    return found


def _told_now(match: re.Match[str]) -> str:
    """Return "ha battuto" as "batte"; what was over before ("aveva segnato") may be of another day and stays."""
    have, adverb, done = match.groups()
    present = _participles().get(done[:-1] + "o")
    told = done[:-1] + "o"
    if present is None or told in _OTHER or (have.startswith("ave") and told in _STAYS):
        return match.group()
    return adverb + present[have in ("hanno", "avevano")]


_OTHER = ("mandato", "lasciato", "firmato")
"""What clubs and players do off the pitch as well."""
_STAYS = ("segnato", "deciso", "realizzato", "vinto", "perso", "battuto", "pareggiato")
"""What may be of an earlier match."""


_CLEFT = re.compile(
    r"((?:\bè|\bpensa|\btocca a|\bè stat[oa]|\bsarà) (?:[a-zàèéìòù’]+ ){0,3}?<p\d+>(?:, (?:[^<.;:,]|<[mscvo]\d+>"
    r"|(?<=di )<p\d+>|(?<=da )<p\d+>){2,60},)?) ad? ([a-zàèéìòù]+)\b"
)
"""What somebody did, told behind his name as an infinitive: "è <p>, di testa, a ristabilire le distanze"."""


@cache
def _infinitives() -> dict[str, str]:
    """Return the present for the infinitive of each of those verbs."""
    raw: dict[str, str] = load("it.toml")["tenses"]
    found = {"mettere": "mette", "fare": "fa", "dare": "dà", "fissare": "fissa"}
    for kind, ending, now in (
        ("are", "are", "a"),
        ("ere", "ere", "e"),
        ("ire", "ire", "e"),
        ("isc", "ire", "isce"),
    ):
        found |= {stem + ending: stem + now for stem in raw[kind].split()}
    return found


@cache
def deeds() -> frozenset[str]:
    """Return what one player does, as the present of the verbs of play has it: "calcia", "raccoglie"."""
    seen = (now for now, _ in _participles().values())
    return frozenset(now for now in (*_infinitives().values(), *seen) if len(now) > SHORT)


SHORT = 4
"""Letters of a verb that may be another word."""


def _plainly(match: re.Match[str]) -> str:
    """Return "è <p> a pareggiare" as "è <p> che pareggia"."""
    verb = match.group(2)
    bare, pronoun = (verb[:-2] + "e", verb[-2:] + " ") if verb.endswith(("rla", "rlo", "rli")) else (verb, "")
    now = _infinitives().get(bare)
    if now is None:
        return match.group()
    return f"{match.group(1)} {'' if match.group(1).endswith(',') else 'che '}{pronoun}{now}"


def in_the_present(text: str) -> str:
    """Return a masked Italian sentence with the verbs of play in the present: "portava avanti" as "porta avanti"."""
    forms = _forms()
    told = _HAVE.sub(_told_now, _WORD.sub(lambda m: forms.get(m.group(), m.group()), text))
    return _CLEFT.sub(_plainly, told)
