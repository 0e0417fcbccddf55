"""What one sentence says of the two teams of a match: who beat whom, where, and on what day."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.drafting.masking import Masked
from knowledge.drafting.vocabulary import Vocabulary, pattern


def of_another_day(row: Masked, keys: list[str], vocab: Vocabulary) -> bool:
    """Whether a sentence tells of another day; not where only a clause does that names neither of its two teams."""
    if not vocab.has("past_match", row.text):
        return False
    if vocab.language != "it" or len(keys) < 2:
        return True
    clauses = [c for c in _CLAUSE.findall(row.text) if vocab.has("past_match", c)]
    told = {row.marks[int(m.group(1))].key for c in clauses for m in _TEAM.finditer(c)}
    return not clauses or bool(told & set(keys[:2])) or bool(_OPENS_PAST.match(row.text))


_CLAUSE = re.compile(r"[^,;:(]+")
_TEAM = re.compile(r"<t(\d+)>")
_OPENS_PAST = re.compile(r"(?:dopo|nel|lo|la|reduce|all’andata|nell’)\b")
"""How a sentence opens that may be of another day in all its clauses."""


def told_pair(row: Masked, plain: set[str]) -> list[str]:
    """Return the two teams of a win whose score stands right behind the beaten one ("<t> supera il <t> <s>")."""
    for match in pattern("beats_team").finditer(row.text):
        keys = [the_one(row.marks[int(g)].key, plain) for g in match.groups()]
        if row.text.startswith(" <s", match.end()) and keys[0] != keys[1] and not any("|" in k for k in keys):
            return keys
    return []


def hosts_of(row: Masked, grounds: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the clubs at whose grounds a sentence plays."""
    venues = [m.key for _, _, m in row.of("v")]
    return {club for key in venues if "|" not in key for club in grounds.get(key, ())}


def has_unknown_nickname(row: Masked) -> bool:
    """Whether a sentence names a side by a nickname that no list has ("the Rockets")."""
    return any(m.key.startswith("?|") for _, _, m in row.of("t"))


def the_one(key: str, plain: set[str]) -> str:
    """Return the one team of a nickname of several that the text names too, the nickname itself otherwise."""
    named = [option for option in key.split("|") if option in plain]
    return named[0] if len(named) == 1 else key


def won_in(row: Masked) -> list[str]:
    """Return the clubs in whose town a team won or lost by the words of a sentence ("imporsi a <v>")."""
    clubs = [(a, m.key) for a, _, m in row.of("v") if not m.key.startswith("v:") and "|" not in m.key]
    return [key for a, key in clubs if _WON_IN.search(row.text, max(0, a - 60), a)]


def rival_in(row: Masked) -> str | None:
    """Return the team that a result's words name as the other one."""
    match = pattern("rival").search(row.text)
    key = row.marks[int(next(g for g in match.groups() if g))].key if match else None
    return key if key and "|" not in key else None


_BEATS = re.compile(
    r"<t(\d+)> (?:[a-z]+ly )?[a-z]+(?:ed|s|t)?(?: (?:out|off|past|aside))? (?:the )?<t(\d+)> <s"
    r"|<t(\d+)> (?:an?|their|its) (?:[a-z\-]+ ){0,4}<s\d+> (?:[a-z\-]+ ){0,3}(?:win|victory|triumph|success|draw)"
    r" (?:over|against|at|with) (?:the )?<t(\d+)>"
    r"|\b(?:while|as|and|with|whilst) (?:the )?<t(\d+)> (?:[a-z\-]+ ){0,7}<s\d+> "
    r"(?:[a-z\-]+ ){0,3}(?:win|victory|triumph|success)"
    r" (?:over|against|at|with) (?:the )?<t(\d+)>"
)


def winner_beside(row: Masked, rival: str | None) -> str | None:
    """Return the team right before the verb of a result whose other team is `rival` ("City thrashed Leeds 5-1")."""
    for match in _BEATS.finditer(row.text):
        winner, loser = (row.marks[int(g)].key for g in match.groups() if g)
        if loser == rival and winner != rival and "|" not in winner:
            return winner
    return None


_WON_IN = re.compile(
    r"\b(?:vin[ct]\w*|impo\w+|pass[ao]\w*|vittoria|successo|trionf\w+|colpo\w*|blitz|corsar[oaie]|cad[eo]\w*|perd\w+"
    r"|pers[oa]|ko|sconfitt\w+|pareggi\w*|pari|crolla\w*|esulta\w*)[^,;.<]{0,30}\ba[d]? $"
)
"""What stands before the town in which a match was won or lost."""
