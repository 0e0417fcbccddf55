"""Who scored where the words only say "he" or "the striker", or nobody at all: the person spoken of before."""

from __future__ import annotations

import re

from knowledge.drafting.cues import Cue
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Mention
from knowledge.drafting.ruled_out import had_another_part
from knowledge.drafting.subjects import Doer, doer_rules
from knowledge.drafting.vocabulary import Vocabulary

_NOT_A_TEAM = r"(?! (?:side|team|men|outfit|club|giants|champions|players))"
"""What must not stand behind "the striker" or the like, which then calls a team."""


def is_pronoun(lead: str, vocab: Vocabulary) -> bool:
    """Whether the words right before a verb are "he", "the striker" or the like."""
    rules = doer_rules(vocab.language)
    return bool(
        rules["phrase"].search(lead[-70:])
        or re.search(rules["pronoun"].pattern + _NOT_A_TEAM + r"[^,;<]{0,30}(?:<t\d+> )?$", lead[-70:])
    )


def from_before(row: Masked, cue: Cue, recent: Mention, vocab: Vocabulary) -> list[Doer]:
    """Return the person of the sentence before, where "he" or the like is the subject, or none is."""
    lead = row.text[: cue.start]
    if vocab.language == "it" and _one_of_them(row, cue.start):
        return [Doer(recent, 0, 0.7)]
    if re.search(r"<[tr]\d+>[^,;]{0,40}$", lead) and not is_pronoun(lead, vocab):
        return []
    named = [(a, b, m) for a, b, m in row.of("p") if b <= cue.start]
    if vocab.language == "en" and named and not _OPENING.match(lead):
        path = _PATH_OF.search(lead)
        start, end, last = named[-1]
        other = had_another_part(row, start, end, vocab) or _BY_HIM.search(row.text, 0, start)
        if not is_pronoun(lead, vocab) or (not path and other):
            return []
        return [Doer(row.mark(path.group(1)) if path else last, start, 0.6)]
    if (
        is_pronoun(lead, vocab)
        or re.search(doer_rules(vocab.language)["pronoun"].pattern + _NOT_A_TEAM, lead)
        or (
            vocab.language == "it"
            and "<p" not in row.text
            and _bare(row.text[: cue.start])
            and not _ARRIVES.match(row.text, cue.start)
        )
    ):
        return [Doer(recent, 0, 0.6)]
    return []


def _one_of_them(row: Masked, end: int) -> bool:
    """Whether an Italian sentence opens with a player called by his colours or land: "l'azzurro ha aperto"."""
    called = _COLOURED.match(row.text, 0, end)
    return called is not None and bool(_SINGULAR.fullmatch(row.mark(called.group(1)).text))


_COLOURED = re.compile(
    r"(?:<m\d+>,? )?(?:(?:ma|poi|e|però|ed è) )?(?:il|lo|la|l’) ?(<t\d+>)(?:,[^<.;:]{2,60},|,? (?:però|poi|invece))?"
    r" (?!(?:non )?(?:e|ed|di|del|della|dell|allenat[oa]|guidat[oa]) )[^<]*$"
)
"""How a sentence begins whose subject is called by one word of colour or land."""
_SINGULAR = re.compile(r"(?!viola|granata|rosa|dea|signora|lupa)[a-zàèéìòù\-]+(?:o|a|ese|ano)")
"""A word in small letters for one man or woman of a side."""


_OPENING = re.compile(
    r"(?:and |but |then )?(?:after|having|with|from|following|on|[a-z]+ing)\b[^,]*,[^<]*$", re.IGNORECASE
)
"""A sentence's opening whose people are not its subject: "after beating Walker, he"."""
_PATH_OF = re.compile(r"(?:path|feet|direction) of (<p\d+>)")
"""Whom the ball falls to, so that "he" is rather him than who played it."""
_BY_HIM = re.compile(r"\b(?:header|flick|knock-down|touch|nod|throw|help) on (?:from|by) (?:[a-z]+ ){0,2}$")
"""What stands before whoever only helped the ball on to somebody else."""
_ARRIVES = re.compile(r"(?:arriv|giung|matur)")


def _bare(lead: str) -> bool:
    """Whether nothing but a minute and small words stands before an Italian verb, so that "he" is its subject."""
    words = re.sub(r"<m\d+>", " ", lead)
    return (
        "<" not in words
        and len(words.split()) <= 3
        and not re.search(r"\b(?:il|la|lo|l’|un|una|si)\b", words)
    )
