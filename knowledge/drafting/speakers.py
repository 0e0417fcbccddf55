"""Who says what a sentence tells: whom its word of saying names, or whom the sentences before it lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Mention
from knowledge.drafting.vocabulary import around, vocabulary

AHEAD = 7
"""Sentences of a quotation behind which its speaker is looked for."""
TAG = 24
"""Characters of a sentence that only says who speaks: "he said."."""
NAMED_THEN_QUOTED = re.compile(r"(<p\d+>)(?: \([^)]*\))?:? ?[\"“«]")
"""Somebody's name and what he says, without a word of saying: 'Chelsea boss <p1> "We deserved it."'."""
NAMED_BEFORE_COLON = re.compile(r"[^\"“«:]*(<p\d+>)(?:[^\"“«:<]|<[^p]\d+>)*: ?[\"“«]")
"""Who is named last before a colon and a quotation."""
QUOTE = re.compile(r"[\"“«]")
_SUBJECT_BEFORE_COLON = re.compile(r"(?:[a-zà-ù]+ ){0,3}(<p\d+>),(?:[^\"“«:.])*: ?[\"“«]")
"""Who begins a sentence that tells more of him, others too, before what he says: "<p>, in for <p>, says: ..."."""
_QUOTED_SAID = re.compile(r"[\"”»,] ?[^\"”»]{3,70}$")
"""A sentence that ends with who says it, after the quotation: it may speak for the sentence before too."""
_SUBJECT = re.compile(r"[^<.;:]{0,60}(?:<[tcr]\d+> )?(?:[a-z\-]+ )?(<p\d+>)(?!’)")
"""Whom a sentence begins with: 'midfielder <p> praised ...'."""
_HE = re.compile(r"^(?:and |but |ma |e )?(?:s?he|egli|lui|lei)\b")
"""A sentence whose doer is only a pronoun."""
_DIRECTLY = re.compile(
    r"(<p\d+>)(?:,[^,\"“”«»]{1,60},|,? who)?(?: (?:also|then|later|has|have|had|himself|however|ha|aveva|poi|così"
    r"|invece|intanto|lo|la|gli|si|ne|non|not|only|even|duly|jokingly|happily|meanwhile|afterwards)){0,3} $"
)
"""Who stands right before a word of saying."""
_BEHIND = re.compile(
    r"^(?! ?(?:a|ad|al|allo|alla|to|of|about|di|del|su|sul|che|that|how|it|him|them|his|her|[a-z ]+ that)\b)"
    r",? ?(?:<[trc]\d+>(?:’s?)? "
    r"|(?!(?:on|about|of|to|after|that|di|su|sul|dopo|a|ai|agli|per|con|with) )[a-zà-ù’\-]+ ){0,4}(<p\d+>)(?!’)"
)
"""Whom a word of saying is followed by: 'said Luton manager <p>'."""
_OBLIQUE = re.compile(
    r"(?:^| )(?:on|about|of|for|to|with|from|by|at|past|over|alla|allo|al|all’|ai|di|su|sul|con|da|del|dal|per|contro"
    r"|praised|thanked|hailed|criticised|congratulated)(?: (?:the|his|il|suo))?(?: [a-z\-]+)? $"
)
"""What stands before somebody who is spoken of or to."""
_HIS_MAN = re.compile(r"\b(?:his|her|their|il suo|la sua) [a-z]+ $")
"""Somebody without a name right before a word of saying: "and his boss reckons"."""
_CLUB_SAID = re.compile(
    r"\b(?:the|a) (?:club|statement|spokes\w+)(?: [a-z]+){0,2} (?:said|told|added|read|stated|confirmed)\b"
    r"|\b(?:il club|la società|la nota|il comunicato)(?: [a-zàèéìòù]+){0,3} (?:comunica|rende noto|si legge|recita"
    r"|ha (?:comunicato|detto|scritto|annunciato))\b|\bla nota (?:del club|della società|ufficiale)\b"
)
"""Words of a club, which nobody in particular says."""
_COACH_SAID = re.compile(
    r"[\"”»],? the (<t\d+>)(?:’s)? (?:manager|boss|head coach|coach) (?:said|added|told|insisted|admitted|explained)\b"
    r"|[\"”»],? (?:said|added|insisted|admitted) the (<t\d+>)(?:’s)? (?:manager|boss|head coach|coach)\b(?! <p)"
    r"|[\"”»],? (?:ha (?:detto|spiegato|aggiunto|ammesso|commentato)|dice|spiega|ammette)"
    r" (?:il|l’|lo) ?(?:tecnico|allenatore|mister)(?: [a-zà-ù]+)? (?:del|della|dell’|dello|dei) ?(<t\d+>)(?! di <p)"
)
"""A team's coach who is said to have said something, by his post alone."""
_SPEAKING = re.compile(
    r"\b(?:si sofferma|commenta\w*|analizza\w*|parole|parla\w*|soddisf\w+|amareggiat\w+|delus\w+|felice|interven\w+"
    r"|microfoni|sala stampa|conferenza|mister|tecnico|allenatore|presidente|capitano|manager|boss|head coach|captain"
    r"|speaking|spoke|thought|felt|believed|complain\w*|complaints|blamed|laughed|joked|scherza\w*|delighted|pleased|frustrated|disappointed|reaction|reflect\w*|praised?|hailed|interview)\b"
)
"""Words of a sentence that leads to what somebody says."""


def goes_on(last: Masked, row: Masked) -> bool:
    """Whether a quotation goes on from the sentence before, in a new paragraph too."""
    return row.sentence.index - last.sentence.index <= 2 and (
        row.sentence.quoted or QUOTE.search(row.sentence.text.strip()) is not None
    )


def leads_to(before: Masked, row: Masked, speaker: str) -> bool:
    """Whether a sentence tells what somebody speaks of in the next: "<p> had no complaints about the red card."."""
    opens = _SUBJECT.match(before.text)
    same = before.sentence.paragraph == row.sentence.paragraph and not before.sentence.title
    quotes = QUOTE.match(row.sentence.text.strip()) or _HE.match(row.text)
    return bool(
        same and quotes and not _spoken(before) and opens and before.mark(opens.group(1)).key == speaker
    )


def speaker_of(
    rows: list[Masked], at: int, language: str, before: Mention | None, coaches: Mapping[str, Mention]
) -> Mention | None:
    """Return who says a sentence; `before` is who speaks in the statement right before it.

    `coaches` tells the coach of each team, whom his sentence may call "the City manager".
    """
    here = rows[at]
    said = vocabulary(language).rules["said"]
    if _CLUB_SAID.search(here.text):
        return None
    between = rows[at - 1] if at else None
    if between is not None and not _spoken(between) and between.of("p"):
        before = None  # another one was named since
    if (_HE.match(here.text) or around(language, "he_said").search(here.text)) and said.search(here.text):
        return before or _named_before(rows, at)
    named = NAMED_THEN_QUOTED.search(here.text)
    colon = _SUBJECT_BEFORE_COLON.match(here.text) or NAMED_BEFORE_COLON.match(here.text)
    if colon and not said.search(colon.group()):
        named = named or colon
    if named:
        return here.mark(named.group(1))
    if said.search(here.text):
        return _doer(here, language) or _coach_said(here, coaches)
    if (
        between is not None
        and QUOTE.match(here.sentence.text.strip())
        and between.text.rstrip().endswith(":")
    ):
        return _doer(between, language)
    behind = rows[at + 1] if at + 1 < len(rows) else None
    if behind and len(behind.text) < TAG and _HE.match(behind.text) and said.search(behind.text):
        return before or _named_before(rows, at)
    return (
        before
        or _beside(rows, at, language)
        or (_told_before(rows, at) if QUOTE.match(here.sentence.text.strip()) else None)
    )


def _beside(rows: list[Masked], at: int, language: str) -> Mention | None:
    """Return who says a sentence without a word of saying: whom the sentences round it in its paragraph tell."""
    said, here = vocabulary(language).rules["said"], rows[at]
    later: list[Masked] = []
    for row in rows[at + 1 : at + AHEAD]:
        if _QUOTED_SAID.search(row.sentence.text) and said.search(row.text):
            later = [row]
        if later or not row.sentence.quoted:
            break
    if any(_CLUB_SAID.search(row.text) for row in later):
        return None
    near = (*reversed(rows[max(0, at - 2) : at]), *later)
    found = (_doer(r, language) for r in near if r.sentence.paragraph == here.sentence.paragraph)
    return next(filter(None, found), None)


def _doer(row: Masked, language: str) -> Mention | None:
    """Return whom the word of saying of a sentence has as its doer."""
    if _HE.match(row.text):
        return None
    words = list(vocabulary(language).rules["said"].finditer(row.text))
    for word in words:
        turned = QUOTE.search(row.text, 0, word.start()) and _BEHIND.match(row.text[word.end() :])
        found = _DIRECTLY.search(row.text, 0, word.start()) or turned
        if found:
            return row.mark(found.group(1))
    opens = _SUBJECT.match(row.text)
    people = row.of("p")
    if words and _HIS_MAN.search(row.text, 0, words[0].start()):
        return None
    if words and opens and opens.end() < words[0].start() and not _OBLIQUE.search(row.text[: opens.start(1)]):
        return row.mark(opens.group(1))
    if words and len(people) == 1 and not _OBLIQUE.search(row.text[: people[0][0]]):
        return people[0][2]
    return None


def _coach_said(row: Masked, coaches: Mapping[str, Mention]) -> Mention | None:
    """Return the coach of a team whom a sentence only calls by his post: '"We lost it," the <t> manager said'."""
    told = _COACH_SAID.search(row.text)
    team = told and row.mark(next(filter(None, told.groups())))
    return coaches.get(team.key) if team else None


def _named_before(rows: list[Masked], at: int) -> Mention | None:
    """Return whom "he" means: the only person of the last sentence that names any, or whom it is about."""
    for row in reversed(rows[max(0, at - AHEAD) : at]):
        people = {m.key: m for _, _, m in row.of("p")}
        if _spoken(row) or (not people and _HE.match(row.text)):
            continue
        if len(people) > 1:  # then whoever the sentence is about
            first = _SUBJECT.match(row.text)
            return row.mark(first.group(1)) if first else None
        return next(iter(people.values())) if people else None
    return None


def _told_before(rows: list[Masked], at: int) -> Mention | None:
    """Return whose words a bare quotation is: the only person of the sentence right before it in its paragraph."""
    before = rows[at - 1] if at else None
    if before is None or _spoken(before) or before.sentence.paragraph != rows[at].sentence.paragraph:
        return None
    people = {m.key: m for _, _, m in before.of("p")}
    return next(iter(people.values())) if len(people) == 1 and _SPEAKING.search(before.text) else None


def _spoken(row: Masked) -> bool:
    return row.sentence.quoted or QUOTE.search(row.sentence.text) is not None
