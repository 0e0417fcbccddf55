"""Who did what a verb tells: the subject before it, the doer after it, the team it was for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import Rule, Vocabulary, compile_rule, pattern, vocabulary


@cache
def doer_rules(language: str) -> dict[str, Rule]:
    """Return the compiled single patterns under `[doer]` of a language."""
    raw = vocabulary(language).raw["doer"]
    return {k: compile_rule(v) for k, v in raw.items() if isinstance(v, str)}


@dataclass(frozen=True, slots=True)
class Doer:
    """A person found as the doer of a verb; `sure` is 1 for plain grammar, less for a guess."""

    person: Mention
    start: int
    sure: float


def before(
    row: Masked,
    start: int,
    vocab: Vocabulary,
    floor: int = 0,
    people_only: bool = False,
    strict: bool = False,
) -> Doer | Mention | None:
    """Return the subject of a verb at `start`: a person, or the team's mention where a team is nearer."""
    rules = doer_rules(vocab.language)
    denied = _DENIED.search(row.text, floor, start) if vocab.language == "en" else None
    if denied:
        return Doer(row.mark(denied[1]), denied.start(1), 0.6)
    fallback: Doer | None = None
    for a, b, mention in reversed([m for m in row.of("ptr") if m[1] <= start and m[0] >= floor]):
        first = _LISTED.search(row.text, 0, a) if row.text[b : b + 1] in ",.;" else None
        lead = row.text[max(0, (first.start() if first else a) - 40) : first.start() if first else a]
        tail = row.text[b : min(start, b + 60)]
        seen = start - b <= 2 and bool(_SEEN.search(lead) or _with_him(lead, row.text, start))
        bound = seen or _bound(rules, lead, row.text[b : start + 12])
        if mention.kind == "p":
            if vocab.language == "it" and SAVES.match(tail) and rules["pronoun"].search(tail):
                continue
            if vocab.language == "it" and lead.endswith("che ") and _WATCHES.match(tail):
                continue
            if pattern("led_by").search(lead) or (rules["attribute"].match(tail) and not bound):
                continue
            if pattern("served_by").search(row.text, 0, a) and row.text[b : b + 1] == ",":
                continue
            given = _BALL_OF.search(lead) if vocab.language == "it" else None
            if given and (
                not bound
                or given.group().startswith(("errore", "svarione"))
                or _GOAL_FROM.search(row.text, 0, a)
            ):
                continue
            if pattern("went_past").search(row.text, 0, a) or _SECOND_OF_TWO.search(lead):
                fallback = fallback or Doer(mention, a, 0.35)
                continue
            if mention.key in row.aside:
                fallback = fallback or Doer(mention, a, 0.35)
                continue
            if _HE.match(row.text[b:start]) and start - b < 30:
                return Doer(mention, a, 0.7)
            if vocab.language == "it" and rules["pronoun"].search(tail) and not people_only:
                return Doer(mention, a, 0.8)
            english = vocab.language == "en"
            if strict and (english or not bound) and pattern("passed_to").search(lead):
                return Doer(mention, a, 0.8)
            if (strict or not bound) and (
                rules["object"].search(lead) or _bracketed(row.text, a, b) or _aside(row.text, a, b, start)
            ):
                fallback = fallback or Doer(mention, a, 0.35)
                continue
            return Doer(mention, a, 1.0 if start - b < 90 else 0.8)
        if vocab.language == "it" and mention.text.islower() and not _ARTICLE.search(lead):
            continue
        object_ = not seen and (rules["object"].search(lead) or _FOR.search(lead))
        object_ = object_ or (vocab.language == "it" and THEIR_DEFENCE.search(lead))
        if not people_only and not object_ and not tail.startswith("’") and _plain(tail):
            return mention
    return fallback


def _bound(rules: dict[str, Rule], lead: str, tail: str) -> bool:
    """Whether an object does the verb all the same: "for <p> to score", "<p>, who", not "rounded <p> to score"."""
    if _GOT_UP.match(tail):
        return True
    if not rules["relative"].match(tail):
        return False
    if tail.startswith(" per ") and _OVERCOME.search(lead):
        return False
    return not (tail.startswith((" to ", " scoring")) and pattern("beaten").search(lead))


_GOT_UP = re.compile(
    r" (?:was|had been|is) (?:[a-z]+ )?(?:[a-z]+ed|brought|hauled|taken)(?: (?:down|over|out))?"
    r"(?:[^.;<]|<[vmp]\d+>){0,40}"
    r" and (?:(?:then |duly |promptly )?(?:picked|dusted|brushed|pulled) (?:himself|herself)|(?:got|stepped) up\b)"
)
"""Who was fouled and then did the rest himself."""
_OVERCOME = re.compile(
    r"\b(?:infil|super|fulmin|beff|spiazz|trafigg|fredd|batt|uccell|castig|perfor)\w*(?: di [a-zàèéìòù]+)?"
    r" (?:il portiere |l’estremo difensore )?$"
)
"""What stands before a beaten goalkeeper, who does nothing that is told behind him."""


_DENIED = re.compile(
    r"<p\d+> (?:[a-z]+ )?(?:denied|thwarted|foiled|frustrated|kept out|saved (?:well )?from|repelled) (<p\d+>)(?:’s?)?"
    r"(?:[^.;<]|<m\d+>)*\b(?:before|but|until|only for) "
    r"(?:the (?!(?:goal)?keeper|custodian|hosts|visitors)[a-z\-]+|he|she) $"
)
"""Whom a goalkeeper denied before "he", "the striker" or the like did better."""


def _with_him(lead: str, text: str, start: int) -> bool:
    """Whether a participle right behind somebody tells what he did: "with Smith firing home"."""
    return bool(_WITH.search(lead) and _PARTICIPLE.match(text, start))


_WITH = re.compile(r"(?:^|[ ,])with (?:the |captain |substitute |defender |striker |midfielder )*$")
_PARTICIPLE = re.compile(r"[a-z\-]+ing\b")
_SEEN = re.compile(
    r"\b(?:saw|sees|seeing|watched|watching|helped|let|make|made) (?:the |captain |substitute )?$"
)
"""What stands before the doer of a bare infinitive: "saw Smith score"."""
_FOR = re.compile(r"\b(?:for|per) (?:the |la |il |lo |i |gli |le |l’)?$")
SAVES = re.compile(
    r",? (?:che )?(?:[a-zàèéìòù]+ )?"
    r"(?:para|respinge|devia|si oppone|ci arriva|smanaccia|dice no|salva|ribatte|ci mette)\b"
)
"""What a goalkeeper does before another, called by an epithet, scores: "<p> para, ma il belga segna"."""
_WATCHES = re.compile(
    r" (?:può solo |deve solo )?(?:vede|guarda|osserva|non vede|intuisce|tocca ma|sfiora ma|può)"
)
"""What a goalkeeper does whom a shot goes past: "che <p> vede soltanto quando"."""
_ARTICLE = re.compile(r"(?:^|\b(?:il|lo|la|i|gli|le|un|una|dei|degli|delle|dai|dagli)\s|l’|[,;:.] ?|\be )$")
"""What stands before a people's or a town's name in small letters that is no adjective ("errore siciliano")."""
THEIR_DEFENCE = re.compile(
    r"\b(?:difesa|retroguardia|portiere|estremo difensore|difensor[ei]|area|porta|trequarti|metà campo"
    r"|pacchetto arretrato)"
    r" (?:del |della |dello |dell’|dei |degli |delle )?$"
)
"""What stands before a team whose men are beaten where the other one scores, in Italian."""
_HE = re.compile(r" as (?:he|she) (?:[a-z]+ )?$")
_BALL_OF = re.compile(
    r"\b(?:passaggio|cross|assist|lancio|traversone|suggerimento|imbeccata|filtrante|invito|servizio|respinta|parata|errore|svarione)"
    r" (?:[a-zàèéìòù]+ ){0,5}?d(?:i|el|ello|ella|ell’) ?$"
)
"""What stands before whoever gave the ball, and no subject of a verb."""
_GOAL_FROM = re.compile(
    r"\b(?:gol|goal|rete|marcatura|colpo di testa|conclusione) (?:[a-zàèéìòù]+ )?di <p\d+>,? (?:su|dopo) "
    r"(?:l’)?(?:assist|cross|passaggio|suggerimento|invito) (?:[a-zàèéìòù]+ ){0,2}d(?:i|el|ello|ella|ell’) ?$"
)
"""What stands before whoever gave the ball to a scorer, whom what follows is told of: "gol di <p> su assist di"."""
_SECOND_OF_TWO = re.compile(r"\bbetween (?:[a-z\-]+ )?<p\d+> and (?:[a-z\-]+ )?$")
"""What stands before the second of two between whom something went on: "a mix-up between Smith and Jones"."""
_LISTED = re.compile(r"(?:<p\d+>, )*<p\d+> (?:and|e|ed) $")


_WHO_DID = re.compile(r", che (?:(?!si\b)[a-zàèéìòù]+ ){0,2}")
"""What stands between a team and a verb of its own: "gli ospiti, che poi accorciano"."""


def _plain(tail: str) -> bool:
    """Whether nothing between a team and the verb begins another clause."""
    if _WHO_DID.fullmatch(tail):
        return True
    return not re.search(r"[,;:–]|\b(?:and|but|e|ma|who|che|when|quando)\b.{12,}", tail)


def _aside(text: str, a: int, b: int, start: int) -> bool:
    """Whether a person stands in a remark behind another ("Trossard, on for Martinelli, swept")."""
    if _ON_THE_BALL.match(text, b) and _AND.search(text, 0, a):
        return False
    return bool(pattern("aside").search(text[:a])) and bool(
        re.match(r"(?:[^,;.<]|<[a-z]\d+>){0,120}, ", text[b:start])
    )


_AND = re.compile(r"[a-zàèéìòù] e(?:d)? $")
_ON_THE_BALL = re.compile(
    r", (?:servit|imbeccat|lanciat|smarcat|innescat|pescat|liberat|lasciat|appostat|dimenticat|trovat|assistit)[oa]\b"
)
"""What is said of somebody between his name and what he does next: "e <p>, servito con precisione, batte"."""


def _bracketed(text: str, a: int, b: int) -> bool:
    return text[a - 1 : a] == "(" and text[b : b + 1] in ")"


def after(row: Masked, end: int, rule: str, vocab: Vocabulary) -> Doer | None:
    """Return the person that follows a verb by one of the rules "passive", "inverted" or "through"."""
    match = doer_rules(vocab.language)[rule].match(row.text[end:])
    if match is None or not match.lastindex:
        return None
    group = next(g for g in match.groups() if g)
    if pattern("led_by").search(row.text[max(0, end + match.start(1) - 40) : end + match.start(1)]):
        return None
    return Doer(row.mark(group), end + match.start(1), 0.9)


_THEN_WHO = re.compile(r"(?<=punizione di )<p\d+>[^<.;:]{0,30}: (<p\d+>)")
"""Who scores after a free-kick that another took ("grazie a una punizione di <p>: <p> devia")."""


def people_after(row: Masked, end: int) -> list[Doer]:
    """Return the people of an enumeration that begins at `end` ("<p1>, <p2> and <p3>")."""
    found: list[Doer] = []
    finisher = _THEN_WHO.match(row.text, end)
    if finisher:
        return [Doer(row.mark(finisher.group(1)), finisher.start(1), 0.9)]
    first = pattern("first_person").match(row.text[end:])
    while first:
        found.append(Doer(row.mark(first.group(1)), end + first.start(1), 0.9))
        end += first.end()
        first = pattern("next_person").match(row.text[end:])
    return found
