"""Who in a text hardly scores, and which sentences are about another match."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.other_teams import outside_match
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import Vocabulary, compile_rule, pattern


def bystanders(rows: list[Masked], vocab: Vocabulary) -> set[str]:
    """Return the people that the text calls referee, goalkeeper or coach: they hardly score."""
    rules = [compile_rule(p) for p in (*vocab.raw["rules"]["bystander"], *vocab.raw["doer"]["coach"])]
    marks = [(row, g) for row in rows for rule in rules for m in rule.finditer(row.text) for g in m.groups()]
    return {row.mark(mark).key for row, mark in marks if mark and mark.startswith("<p")}


DRAWS_UP = re.compile(
    r"(?<!di )(?<!da )(?<!su )(<p\d+>),? (?:(?:poi|subito|intanto|allora|così|invece|ci|le|lo|si|ha|aveva"
    r"|dal canto suo|nella ripresa|nel finale"
    r"|all’intervallo|<m\d+>),? )*"
    r"(?:inserisc|gett\w+ (?:subito )?nella mischia|mand\w+ in campo|gioc\w+ la carta|butt\w+ dentro"
    r"|cambi\w+ (?:modulo|assetto)"
    r"|ridisegn|richiam\w+ in panchina|opt\w+ per|affid\w+ al \d|schier\w+ (?:il|un|i suoi|la squadra)"
    r"|risponde con (?:il \d|un \d|due linee)"
    r"|conferm\w+ (?:il|l’undici|il suo) \d|copr\w+ (?:la squadra|i suoi)|toglie (?:un "
    r"|uno )?(?:[a-zàèéìòù]+ )?<p|prov\w* a scuotere"
    r"|fa entrare|lasci\w+ (?:<p\d+>(?:, | e )?)+ negli spogliatoi|prov\w* tutte|pesc\w+ dalla panchina"
    r"|attinge|stravolg|(?:sceglie|ripropone|preferisce|rilancia|conferma|schiera|presenta|propone) "
    r"(?:dal primo minuto )?"
    r"(?:il |la |lo |l’)?(?:(?:tandem|tridente|coppia|duo|solito|neo|nuovo) )?(?:[a-zàèéìòù]+ )?<p"
    r"|(?:deve rinunciare|rinuncia|dà spazio|dà fiducia|si affida|affida le chiavi)[a-zàèéìòù ]{0,30} ad? "
    r"(?:[a-zàèéìòù]+ )?<p"
    r"|lascia (?:riposare|fuori|in panchina|a riposo) <p)"
)
"""Who sends men on or draws up a side in Italian, and so is no player."""


_MEN_OF = re.compile(r"\b(?:i|gli|le|il|la|lo|l’) ?<t\d+> (?:di|del) (?:mister )?(<p\d+>)")
"""Whose team it is: "gli aquilotti di <p>"."""


def leaders(rows: list[Masked], language: str = "en") -> set[str]:
    """Return the people whose team, men or side a text speaks of: coaches, who do not score."""
    rules = [pattern("leader"), *([DRAWS_UP, _MEN_OF] if language == "it" else [])]
    marks = [
        (row, g) for row in rows for rule in rules for m in rule.finditer(row.text) for g in m.groups() if g
    ]
    return {row.mark(mark).key for row, mark in marks}


def coaches(rows: list[Masked], vocab: Vocabulary) -> set[str]:
    """Return the people that the text calls a team's coach or manager."""
    rules = [_COACH, _SENDS_ON, *(compile_rule(p) for p in vocab.raw["doer"]["coach"])]
    marks = [(row, g) for row in rows for rule in rules for m in rule.finditer(row.text) for g in m.groups()]
    return {row.mark(mark).key for row, mark in marks if mark and mark.startswith("<p")}


_COACH = re.compile(r"(?<!player-)\b(?:manager|boss|head coach|coach),? (<p\d+>)")


_SENDS_ON = re.compile(
    r"(<p\d+>),? (?:then |soon |duly |also |immediately |again )?"
    r"(?:(?:sent|brought|threw) on (?:the )?(?:[a-z\-]+ ){0,2}<p|turned to (?:his|her) (?:bench|substitutes)"
    r"|made (?:a|one|two|three|four|five|\d|several|wholesale) (?:[a-z\-]+ ){0,2}(?:changes?|substitutions?)"
    r"|rang the changes|named (?:an? )?(?:un)?changed|had seen enough)"
)
"""Who sends players on, and so is no player."""


def officials(rows: list[Masked]) -> set[str]:
    """Return the people that the text calls referee, owner or the like: they never score."""
    official = pattern("official")
    marks = [(row, m.group(1)) for row in rows for m in official.finditer(row.text)]
    marks += [(row, g) for row in rows for m in _OWNERS.finditer(row.text) for g in m.groups() if g]
    return {row.mark(mark).key for row, mark in marks}


_OWNERS = re.compile(r"\b(?:co-)?(?:owners?|chairm[ae]n),? (<p\d+>)(?:,? and (<p\d+>))?")
"""Who owns a club."""


BEGINNING = 3
"""Sentences at the top that speak of this match even where they name only other teams."""
_OWN = re.compile(
    r"(<p\d+>)’s? own[- ]goal|\bown[- ]goal (?:from|by|off|through) (?:(?:[a-z\-]+|<t\d+>) ){0,5}(<p\d+>)"
)


def unlucky(rows: list[Masked]) -> set[str]:
    """Return the people whose own goal an English text tells in so many words."""
    marks = [(row, g) for row in rows for m in _OWN.finditer(row.text) for g in m.groups() if g]
    return {row.mark(mark).key for row, mark in marks}


_FIXTURE = re.compile(r"(?:<t\d+> ?<s\d+> ?<t\d+>|<t\d+> ?[-–—] ?<t\d+>:? ?<s\d+>).{0,20}")


def is_other_fixture(row: Masked, pair: Pair) -> bool:
    """Whether a line is the heading of another match ("Lincoln 2-4 Everton"): what follows is about that."""
    return bool(_FIXTURE.fullmatch(row.text.strip())) and all(pair.side(m) is None for _, _, m in row.of("t"))


def is_elsewhere(row: Masked, pair: Pair, before: bool, vocab: Vocabulary, ours: set[str]) -> bool:
    """Whether a sentence is about another match: it names others and not ours, or follows one that did.

    `ours` are the people named before in sentences about this match: they bring the text back to it.
    """
    teams = [m for m in row.marks if m.kind == "t"]
    if before and ours & {m.key for m in row.marks if m.kind == "p"}:
        return False
    if vocab.has("other_game", row.text) and not row.sentence.title:
        return True
    if any(pair.side(m) is not None for m in teams):
        return before and any(pair.side(m) is None and "|" not in m.key for m in teams)
    outside = outside_match(row, vocab) if vocab.language == "it" else set()
    others = [
        m
        for a, b, m in row.of("t")
        if pair.is_stranger(m) and m.start not in outside and not _whose_player(row.text, a, b)
    ]
    others_played = row.scores and len({m.key for m in others}) > 1 and row.sentence.index > BEGINNING
    if others_played and not any(m.kind == "r" for m in row.marks):
        return True
    if vocab.language == "it" and _beat_another(row, pair):
        return True
    if others:
        told = (
            bool(row.scores)
            or vocab.has("win", row.text)
            or vocab.has("verb", row.text)
            or vocab.has("team_goal", row.text)
        )
        return before or (not row.minutes and told and not any(m.kind == "r" for m in row.marks))
    return before and not any(m.kind == "r" for m in row.marks)


def _beat_another(row: Masked, pair: Pair) -> bool:
    """Whether a sentence tells what two teams of another match did: "la <t> espugna invece il campo del <t>"."""
    found = _BEATS.match(row.text)
    return found is not None and all(pair.is_stranger(row.mark(mark)) for mark in found.groups())


_BEATS = re.compile(
    r"(?:il |la |lo |l’|i |gli |le )?(<t\d+>) (?:[a-zàèéìòù]+ )?(?:espugna|batte|supera|sconfigge|piega|liquida"
    r"|regola|stende|travolge|pareggia|vince|cade|perde|impatta|passa|sbanca)(?: [a-zàèéìòù]+){0,2} (?:<s\d+> )?"
    r"(?:il |in |sul |a |con |contro )?"
    r"(?:campo |casa )?(?:del |della |dello |dell’|il |la |lo |l’|i |gli )?(<t\d+>)"
)


def _whose_player(text: str, start: int, end: int) -> bool:
    """Whether a club only says whose player somebody is."""
    return bool(
        pattern("of_player").match(text[end : end + 40])
        or pattern("player_of").search(text[max(0, start - 30) : start])
    )
