"""People who stand at a goal's words but had another part in it: who served, who was beaten, a whole side."""

from __future__ import annotations

import re

from knowledge.drafting.cues import Cue
from knowledge.drafting.masking import Masked
from knowledge.drafting.subjects import Doer, before, doer_rules
from knowledge.drafting.vocabulary import Rule, Vocabulary

_PERSON = re.compile(r"<p\d+>")
_GIVES = re.compile(
    r"(?:[^.;<]|<[mtv]\d+>|(?:salta|supera|dribbla|evita|elude|brucia) <p\d+>){0,90}?"
    r"\b(?:serve|offre|regala|confeziona"
    r"|porge|fornisce|recapita|consegna|apparecchia) (?:a|ad|per|al|alla|all’) ?(?:[a-zàèéìòù]+ ){0,2}(<p\d+>) "
    r"(?:l’assist|il (?:più|pallone|gol)|la (?:palla|rete)|un(?:a|’)? ?(?:pallone|palla|assist|gol|invito))"
)
"""Whom somebody gives the ball to that goes in: "e serve a <p> l'assist"."""
LEAD = 70
"""Characters before a person in which stands what his part was."""
_NEVER = re.compile(r"\b(?:espulsione|sostituzione|infortunio|assenza|ammonizione|fallo|errore|svarione)\b")
"""What one had who cannot be the subject of a goal's words, either."""
SUBJECT = 0.5
"""How sure the subject of a goal's words must be to have scored where all whom they name had another part."""


def had_another_part(row: Masked, start: int, end: int, vocab: Vocabulary) -> bool:
    """Whether the words next to a person's mark, from `start` to `end`, give him a part that is not the scorer's."""
    rules = doer_rules(vocab.language)
    if "gave" not in rules:
        return False
    suffers = rules["with_mates"].match(row.text, end) or rules["suffers"].match(row.text, end)
    gave = rules["gave"].search(row.text[max(0, start - LEAD) : start])
    served = rules["served_him"].match(row.text, end)
    return bool(suffers or gave or served or _chance(row, start, vocab))


def only_scorers(row: Masked, cue: Cue, doers: list[Doer], vocab: Vocabulary) -> list[Doer]:
    """Return the doers of a goal's words without those who had another part, or whom they served instead.

    A language without the patterns (`serves`, `gave`, `gave_perhaps`, `served_him`, `with_mates`, `suffers`) keeps
    them all.
    """
    rules = doer_rules(vocab.language)
    if "gave" not in rules:
        return doers
    serves = rules["serves"].match(row.text, cue.start)
    if serves and serves.end() >= cue.end:
        return [Doer(row.mark(serves.group(1)), serves.start(1), 0.9)]
    kept: list[Doer] = []
    helpers: set[int] = set()
    for doer in doers:
        end = row.text.find(">", doer.start) + 1
        lead = row.text[max(0, doer.start - LEAD) : doer.start]
        to = _served(row, end, rules)
        if to:
            kept.append(Doer(row.mark(to.group(1)), to.start(1), min(doer.sure, 0.85)))
            continue
        gave = rules["gave"].search(lead) or (
            rules["gave_perhaps"].search(lead)
            and _PERSON.search(row.text, _clause(row.text, cue), doer.start - 1)
        )
        helped = gave and not cue.start <= doer.start - len(lead) + gave.start() < cue.end
        if helped or _chance(row, doer.start, vocab):
            never = gave and _NEVER.search(gave.group())
            helpers |= {doer.start} if never else {-1}
        elif not rules["with_mates"].match(row.text, end) and not rules["suffers"].match(row.text, end):
            kept.append(doer)
    if helpers and not kept:
        subject = before(row, cue.start, vocab, people_only=True)
        chance = _chance(row, subject.start, vocab) if isinstance(subject, Doer) else None
        if chance:
            subject = before(row, chance.start(), vocab, people_only=True)
        found = isinstance(subject, Doer) and subject.sure > SUBJECT and subject.start not in helpers
        return [subject] if found and isinstance(subject, Doer) else []
    return kept


def _served(row: Masked, end: int, rules: dict[str, Rule]) -> re.Match[str] | None:
    """Return whom the one whose mark ends at `end` gives the ball to that goes in, as the first group."""
    return rules["served_him"].match(row.text, end) or _GIVES.match(row.text, end)


def who_was_served(row: Masked, doer: Doer, vocab: Vocabulary) -> Doer:
    """Return whom somebody gives the ball to that goes in, himself where he gives it to nobody."""
    to = _served(row, row.text.find(">", doer.start) + 1, doer_rules(vocab.language))
    return Doer(row.mark(to.group(1)), to.start(1), doer.sure) if to else doer


def _chance(row: Masked, start: int, vocab: Vocabulary) -> re.Match[str] | None:
    """Return the words before a person that tell whose mistake or work another made use of."""
    rule = doer_rules(vocab.language).get("chance_of")
    return rule.search(row.text, max(0, start - LEAD), start) if rule else None


def _clause(text: str, cue: Cue) -> int:
    """Return where the stretch between semicolons begins that a cue stands in."""
    return text.rfind(";", 0, cue.start) + 1
