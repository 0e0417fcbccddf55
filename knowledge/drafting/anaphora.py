"""Whom "he", "the midfielder" or the ball of an English sentence goes back to: the person spoken of before it."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.cues import Cue, is_past
from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Mention
from knowledge.drafting.subjects import Doer
from knowledge.drafting.vocabulary import Vocabulary, vocabulary

SURE, CALLED, GUESS = 0.8, 0.7, 0.5
"""How sure it is that the person spoken of before is meant, called so at the beginning or in a clause, and how sure
another must be to be the doer instead."""
MEN = (
    "aussie|scot|swede|dane|pole|turk|spaniard|croat|serb|finn|kiwi|swiss|ivorian|kosovan|senegalese|frenchman|dutchman"
    "|irishman|welshman|englishman|scotsman|yorkshireman|londoner|scouser|geordie|frontman|marksman|hitman|sharpshooter"
)
"""What a man is called by where he comes from, or what he does."""
KEEPERS = frozenset({"goalkeeper", "keeper", "stopper", "shot-stopper"})
"""Roles that nobody scores in."""
ONE_OF_A_PEOPLE = ("an", "ese", "ish", "man", "ine", "ch", "ene", "ane", "ede", "ole", "ian")
"""How a word ends that calls somebody by his people: "the Armenian"."""
_AGAIN = re.compile(r"\b(?:he|she)\b[^<]*$")
"""What stands between the last name and a goal's words where they go on about whom the sentence opens with."""
_BALL = re.compile(
    r"(?:\bit|\b(?:the|his|her|a|an|whose) (?:[a-z\-]+ ){0,3}?"
    r"(?:ball|shot|effort|drive|volley|header|strike|free-kick|penalty|spot-kick|delivery))"
    r" (?:[a-z\-]+ ){0,5}$"
)
"""The ball, or a shot of somebody's, as the subject of a goal's words."""
_BALL_DOES = re.compile(
    r"(?:it|the ball|ball|(?:the |his |her )?(?:shot|effort|drive|volley|header|strike))\b"
)
_BROUGHT_ON = re.compile(
    r"\b(?:(?:gett|butt|mand|lanci)\w* (?:nella mischia|in campo|dentro)|inserisc\w+|fa entrare"
    r"|si gioca la carta|pesca dalla panchina|(?:per |si )affid(?:arsi|a|ano) a|fa(?:r|re)? (?:posto|spazio) a|sent on"
    r"|brought on|threw on|introduced|turned to|on came|on went|introduction of|arrival of) "
    r"(?:the |his |her )?(?:[a-z\-]+ ){0,3}(<p\d+>)"
)
"""Who came on, and is then spoken of."""


@cache
def _opening(language: str) -> re.Pattern[str]:
    """Return how a sentence begins that is about whom the one before was about."""
    vocab = vocabulary(language)
    roles = "|".join(sorted(vocab.words["roles"] - KEEPERS - {"number", "ceo"}))
    peoples = "|".join(sorted(w for w in vocab.words["capitals"] if w.endswith(ONE_OF_A_PEOPLE)))
    return re.compile(
        r"(?:(?:but|and|then|instead|so|yet|still|again|there|this time|once more|actually|soon|now),? )?"
        r"(?:(?:in the |on |after )?<m\d+>,? )?"
        r"(?:(?:[a-z\-]+(?:ing|ed)\b|with|after|having|from|put through|<m\d+>)[^,;]{0,60}, )?"
        rf"(?:(?:up )?(?:he|she)|the (?:(?:[a-z\-]+|(?:ex-)?<[tov]\d+>) ){{0,3}}?(?:{roles}|\d+-year-old|international"
        r"|centre forward|man|star|ace)"
        rf"|the (?:[a-z\-]+ ){{0,2}}?(?:{peoples})(?=,? (?:who|had|has|was|is|did|took|[a-z]+(?:ed|t|n|w|de))\b))\b"
        r"(?!’| (?:side|team|champions|club|outfit|players|men|fans)\b)"
    )


@cache
def _called_within(language: str) -> re.Pattern[str]:
    """Return how a clause begins that calls somebody by an epithet: "when the little Aussie collected <p>'s pass"."""
    vocab = vocabulary(language)
    roles = "|".join(sorted(vocab.words["roles"] - KEEPERS - {"number", "ceo"}))
    peoples = "|".join(sorted(w for w in vocab.words["capitals"] if w.endswith(ONE_OF_A_PEOPLE)))
    return re.compile(
        rf"\b(?:when|as|and|but|until|before|after|where) the (?:[a-z\-]+ ){{0,2}}(?:{roles}|{peoples}|{MEN})"
        r" (?!(?:side|team|champions|club|outfit|players|men|fans|keeper|goalkeeper)\b)[a-z]+(?:ed|t|d|n|w|g|k|n)\b"
        r"[^;]*$"
    )


def speaks_on(row: Masked, vocab: Vocabulary) -> bool:
    """Whether a sentence opens with "he", "the striker" or the like and so goes on about the one before."""
    return vocab.language == "en" and bool(_opening("en").match(row.text))


def carried(
    row: Masked, cue: Cue, doers: list[Doer], recent: Mention | None, vocab: Vocabulary
) -> list[Doer]:
    """Return who scored where the sentence speaks on of somebody, or the ball does what the words tell."""
    if recent is None or vocab.language != "en" or cue.rule in ("noun", "noun_shot", "team_goal"):
        return []
    if is_past(row.text, cue, vocab):
        return []
    lead = row.text[: cue.start]
    doubtful = all(doer.sure < GUESS for doer in doers)
    doubtful = doubtful or ("<p" not in lead and "<t" not in lead and " by " not in row.text[cue.end :])
    if speaks_on(row, vocab) and (doubtful or (_AGAIN.search(lead) and "<p" in lead)):
        return [Doer(recent, 0, SURE)]
    if not doers and _called_within("en").search(lead):
        return [Doer(recent, 0, CALLED)]
    ball = _BALL.search(lead) or _BALL_DOES.match(row.text, cue.start)
    return [Doer(recent, 0, SURE)] if ball and not doers and "<p" not in lead and "<t" not in lead else []


def brought_on(row: Masked) -> Mention | None:
    """Return the substitute that a sentence brings on."""
    found = _BROUGHT_ON.search(row.text)
    return row.mark(found.group(1)) if found else None
