"""Who scored: the doer of a goal's words by the grammar of their rule."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.drafting import subjects
from knowledge.drafting.cues import Cue
from knowledge.drafting.english_doers import another_called, called_again, named_for_it
from knowledge.drafting.italian_doers import italian_doers, shot_off
from knowledge.drafting.masking import Masked
from knowledge.drafting.noun_doers import noun_doers
from knowledge.drafting.pronouns import is_pronoun
from knowledge.drafting.records import Mention
from knowledge.drafting.subjects import Doer, doer_rules
from knowledge.drafting.vocabulary import Vocabulary, pattern

WEAK = 0.5
"""Under this a subject is a guess."""
_OPENS = re.compile(r"(?:^|[,;:.]| e| ma| poi) ?(?:<m\d+>,? ?)?(?:la |lo |li )?$")
_THEY = re.compile(r"\bthey (?:[a-z]+ ){0,3}$")
_SOON = re.compile(
    r"(?:,? ?<m\d+>| nella ripresa| nel finale| nel (?:primo|secondo) tempo"
    r"| poco dopo| subito| ancora| poi| eccome| invece| però)*,? ?"
)
_BE = re.compile(r"\b(?:was|were|is|are|been|being|got) (?:[a-z]+ly )?$")


def find_doers(row: Masked, cue: Cue, vocab: Vocabulary) -> list[Doer]:
    """Return who scored by the grammar of the cue's rule."""
    italian = italian_doers(row, cue) if vocab.language == "it" else None
    if italian is not None and cue.rule != "noun_shot":
        return italian
    if cue.rule in ("noun", "noun_shot"):
        return noun_doers(row, cue, vocab) or italian or []
    ending = pattern("ends_in_noun").search(row.text[cue.start : cue.end])
    if ending and not isinstance(subjects.before(row, cue.start, vocab), Doer):
        named = noun_doers(row, replace(cue, start=cue.end - len(ending.group())), vocab, owners=False)
        if named:
            return named
    inside = pattern("taker").match(row.text[cue.start : cue.end])
    if inside:
        return [Doer(row.mark(inside.group(1)), cue.start, 0.95)]
    if pattern("cancelled").search(row.text[cue.start : cue.end]):
        both = _TWO_GOALS.match(row.text, cue.end)
        if both:
            starts = ((g, both.start(i + 1)) for i, g in enumerate(both.groups()))
            return [Doer(row.mark(text), start, 0.9) for text, start in starts]
        return subjects.people_after(row, cue.end)
    met = _MEETS.match(row.text, cue.end) if row.text.startswith("trov", cue.start) else None
    if met and vocab.language == "it":
        return [Doer(row.mark(met.group(1)), met.start(1), 0.9)]
    if pattern("conceded_to").search(row.text[cue.start : cue.end]):
        shooter = subjects.after(row, cue.end, "conceded", vocab)
        if shooter and vocab.language == "it":
            return subjects.people_after(row, shooter.start) or [shooter]
        return [shooter] if shooter else []
    served = _SERVED.search(row.text[cue.start : cue.end])
    if served:
        which = served.lastindex or 1
        return [Doer(row.mark(served.group(which)), cue.start + served.start(which), 0.95)]
    server = _HIMSELF.match(row.text, cue.end) and _SERVER.search(row.text, 0, cue.start)
    if server:
        return [Doer(row.mark(server.group(1)), server.start(1), 0.9)]
    if vocab.language == "it" and _GOAL_THAT.search(row.text, 0, cue.start):
        return []
    if vocab.language == "it" and _ABLE.search(row.text, 0, cue.start):
        return _through(row, cue, vocab)
    both = _BOTH_WHO.search(row.text, 0, cue.start) if vocab.language == "it" else None
    if both and cue.rule in ("verb", "verb_likely", "team_goal"):
        return [Doer(row.mark(both.group(i)), both.start(i), 0.95) for i in (1, 2)]
    struck = _STRUCK.search(row.text, 0, cue.start) if vocab.language == "it" else None
    if struck and cue.rule in ("verb", "verb_likely") and not shot_off(row, struck):
        return [Doer(row.mark(struck.group(1)), struck.start(1), 0.95)]
    led_to = named_for_it(row, cue.start, cue.rule) if vocab.language == "en" else None
    if led_to:
        return [led_to]
    if vocab.language == "en" and _TEAM_DOES.search(row.text, 0, cue.start):
        return _through(row, cue, vocab)
    if vocab.language == "en" and cue.rule in ("verb", "team_goal") and _AT_ONCE.match(row.text, cue.end):
        return _through(row, cue, vocab)
    beaten = row.text[cue.start : cue.end].endswith("spalle")
    passive = None if beaten else subjects.after(row, cue.end, "passive", vocab)
    pronoun = is_pronoun(row.text[: cue.start], vocab)
    subject = subjects.before(row, cue.start, vocab, people_only=pronoun)
    spoken_of = [*pattern("scorer_colon").finditer(row.text[: cue.start])] if pronoun else []
    if spoken_of:
        return [Doer(row.mark(spoken_of[-1].group(1)), spoken_of[-1].start(1), 0.9)]
    if pronoun and isinstance(subject, Doer):
        subject = subjects.before(row, cue.start, vocab, people_only=True, strict=True) or subject
    if (
        pronoun
        and isinstance(subject, Doer)
        and pattern("slips").match(row.text[row.text.find(">", subject.start) + 1 :])
    ):
        return []
    with_him = (
        _WITH.search(row.text, 0, cue.start)
        if vocab.language == "it" and isinstance(subject, Mention)
        else None
    )
    if with_him:
        return [Doer(row.mark(with_him.group(1)), with_him.start(1), 0.9)]
    if cue.rule == "verb" and _THEY.search(row.text[: cue.start]):
        return _through(row, cue, vocab)
    if cue.rule == "team_goal":
        if isinstance(subject, Doer) and not pattern("direct").match(row.text[cue.end :]):
            own = vocab.language == "en" and subject.sure > SUBJECT
            return [subject] if own and _GRABBED.fullmatch(row.text[cue.start : cue.end]) else []
        return _through(row, cue, vocab)
    shot = _HIS_SHOT.search(row.text, 0, cue.start) if cue.rule == "verb_likely" and not passive else None
    shot = shot or (_SHOT_DID.search(row.text, 0, cue.start) if cue.rule == "verb" else None)
    if shot and vocab.language == "en":
        return [Doer(row.mark(shot.group(1)), shot.start(1), 0.95)]
    if vocab.language == "en" and _BE.search(row.text[: cue.start]) and _done(row.text, cue):
        return [passive] if passive else []
    if vocab.language == "it" and _points_ahead(row.text[cue.start : cue.end]):
        follows = subjects.after(row, cue.end, "inverted", vocab)
        if follows:
            return subjects.people_after(row, follows.start)
    to_do = _TO_DO.match(row.text, cue.start) if _TO.search(row.text, 0, cue.start) else None
    if to_do:
        return subjects.people_after(row, to_do.start(1))
    cheered = pattern("cheers").match(row.text[cue.start : cue.end])
    cheered = cheered or (_TAKES_A_MAN.match(row.text, cue.start) if vocab.language == "it" else None)
    inverted = None if cheered else subjects.after(row, cue.end, "inverted", vocab)
    if (
        inverted
        and _OPENS.search(row.text[: cue.start])
        and _SOON.fullmatch(row.text[cue.end : inverted.start])
    ):
        return subjects.people_after(row, inverted.start)
    if pattern("comes_by").search(row.text[cue.start : cue.end]):
        told = [passive] if passive else _through(row, cue, vocab)
        if told or row.text[cue.start : cue.end].startswith(("arriv", "giung", "matur")):
            return told
    if passive and pattern("passive_participle").search(row.text[cue.start : cue.end]):
        return [passive]
    if isinstance(subject, Doer) and _BALL.search(row.text[: cue.start]):
        return [replace(subject, sure=subject.sure * 0.6)]
    guessed = isinstance(subject, Doer) and subject.sure < WEAK and vocab.language == "en"
    if guessed and cue.rule in ("verb", "verb_likely") and another_called(row, cue.start):
        return [passive] if passive else []
    again = called_again(row, cue.start) if guessed else None
    if again:
        return [again]
    if guessed and cue.rule == "verb" and pattern("direct").match(row.text[cue.end :]):
        told = _through(row, cue, vocab)
        if told:
            return told
    if isinstance(subject, Doer) and subject.sure > 0.5:
        return [*_beside(row, subject, vocab), subject]
    if passive and vocab.language == "en":
        return [passive]
    if isinstance(subject, Mention):
        return _through(row, cue, vocab)
    if inverted:
        return subjects.people_after(row, inverted.start)
    if passive:
        return [passive]
    through = (
        subjects.after(row, cue.end, "through", vocab) if subject is None and cue.rule == "verb" else None
    )
    if through:
        return subjects.people_after(row, through.start)
    return [subject] if subject is not None else []


_GOAL_THAT = re.compile(r"\b(?:gol|goal|rete|gioia|punto|centro|marcatura) che $")
"""What stands before what a goal does: "la rete che vale il pareggio"."""
_ABLE = re.compile(r"\b(?:capaci|in grado) di $|\b(?:brav[ie]|abili|pront[ie]|lest[ie]|riuscit[ie]) ad? $")
"""What is said of a side, which then does what the words of a goal tell: "ma capaci di rimettere"."""
_TO = re.compile(r"(?:^|[ (])ad? $")
_TO_DO = re.compile(
    r"[a-z]+(?:are|ere|ire|arla|erla|irla|arlo|erlo|irlo)\b(?:[^.;<,]|<[trm]\d+>|, [^<,;.]{3,45},"
    r"|, <m\d+>[^<,;.]{0,40},){0,50}"
    r" (?:è|sono|è stat[oa]|ci pensa|ci ha pensato|pensa) (?:[a-zàèéìòù’]+ ){0,2}?(<p\d+>)"
)
"""Who did what an infinitive tells: "a firmare il tris per il <t> è <p>"."""
_TAKES_A_MAN = re.compile(
    r"(?:trafigg|fredd|fulmin|spiazz|uccell|beff|castig|infil|buc)(?:e|a|ono|ano)"
    r"(?= (?:il portiere |l’estremo difensore )?<p)"
)
"""A verb whose object is the goalkeeper named behind it."""
_MEETS = re.compile(r"(?: vincente| decisiva)? (?:di|del|della|dell’) ?(<p\d+>)")
"""Whose shot a ball meets: "calcia e trova la zampata vincente di <p>"."""
SUBJECT = 0.7
"""How sure a person must be the subject of words that are mostly a team's to have scored by them."""
_GRABBED = re.compile(
    r"(?:grab\w*|snatch\w*|scor\w+|got|seiz\w+|earn\w*) [^;]*"
    r"\b(?:equali[sz]er|level?ler|winner|opener|consolation|goal)"
)
"""What a man may do as well as his team: "snatched a late equaliser"."""
_BOTH_WHO = re.compile(
    r"(<p\d+>) e (<p\d+>),? (?:che|i quali|entrambi)\b(?:[^.;<]|<m\d+>){0,90}\b(?:(?:hanno|sono|ha|è) )?$"
)
"""Two who did in turn what a verb in the plural tells: "<p> e <p>, che rispettivamente <m> e <m> hanno"."""
_STRUCK = re.compile(
    r"\b(?:gol|rete|spizzata|girata|tiro|conclusione|colpo di testa|incornata|zuccata|punizione|rigore|diagonale"
    r"|destro|sinistro|bolide|botta|tap-in|zampata|pallonetto|rovesciata|stoccata|tocco|guizzo|magia|sigillo|eurogol|rasoterra)"
    r"(?: [a-zàèéìòù\-]+){0,3}? (?:di|del|dello|della|dell’) ?(?:[a-zàèéìòù]+ ){0,2}(<p\d+>) "
    r"(?:che |a |poi |così |<m\d+> |nel finale |nella ripresa )*$"
)
"""Whose shot does what the words of a goal tell: "una bella girata di <p> fissa il risultato"."""


def _points_ahead(words: str) -> bool:
    """Whether Italian words put their subject behind them: "ci pensa <p>", whoever stands before."""
    return bool(_CI_PENSA.fullmatch(words))


_CI_PENSA = re.compile(r"ci (?:pens\w+|ha pensato|hanno pensato|aveva pensato)|a segno")


def _done(text: str, cue: Cue) -> bool:
    """Whether a cue is a participle that was done to the ball ("which was duly converted")."""
    return cue.rule in ("verb", "verb_likely", "verb_weak") and bool(
        re.match(r"[a-z\-]+(?:ed|t|wn|en)\b", text[cue.start :])
    )


def _through(row: Masked, cue: Cue, vocab: Vocabulary) -> list[Doer]:
    """Return whom a team scored through: after "through" or "grazie a" at once, after "when" if he then scores."""
    through = subjects.after(row, cue.end, "through", vocab)
    if through:
        return subjects.people_after(row, through.start)
    then = subjects.after(row, cue.end, "then", vocab)
    if (
        then is None
        or row.text[: then.start].endswith("al posto di ")
        or pattern("provider").match(row.text, then.start)
    ):
        return []
    if vocab.language == "en" and _SERVED_BY.search(row.text, 0, then.start):
        return []
    at = row.text.find(">", then.start) + 1
    received = pattern("passes_to").match(row.text, at)
    if received:
        return [Doer(row.mark(received.group(1)), received.start(1), 0.9)]
    clause = _CLAUSE.match(row.text, at)
    tail = clause.group() if clause else ""
    if vocab.language == "en" and _WOODWORK.search(tail):
        return []
    told = any(vocab.has(rule, tail) for rule in ("verb", "verb_likely", "verb_weak"))
    return [then] if told or pattern("finishes").match(tail) else []


_SERVED_BY = re.compile(
    r"\b(?:cross|corner|free-kick|free kick|pass|ball|delivery|throw-in|throw|assist|flick-on|cut-back|centre)"
    r" (?:from|by) (?:the )?(?:[a-z\-]+ )?$"
)
"""What stands before whoever served the scorer: "when a corner from Smith was headed in"."""
_WOODWORK = re.compile(
    r"\b(?:hit|struck|rattled|clipped|grazed|found) the (?:cross)?(?:bar|post|woodwork|upright)\b"
)
_TEAM_DOES = re.compile(r"\b(?:with|as|while|before|until) (?:the )?<[rt]\d+> (?:[a-z]+ly |then |soon )?$")
"""A team as the subject of a verb behind a clause of somebody's: "with the hosts doubling their lead"."""
_AT_ONCE = re.compile(r" through (?:the )?(?:<t\d+>’s? )?(?:[a-z\-]+ ){0,3}<p\d+>(?!’)")
"""Through whom a team scored, right behind the words that tell it, whoever is named before them."""
_HIS_SHOT = re.compile(
    r"(<p\d+>)’s? (?:[a-z0-9\-]+ ){0,3}(?:[a-z]+-)?"
    r"(?:shot|header|effort|strike|volley|drive|free[- ]kick|attempt|finish) "
    r"(?:[a-z]+ly )?(?:then )?$"
)
"""Whose shot it is that a verb tells to go in: "Smith's low shot squirming in"."""
_SHOT_DID = re.compile(
    r"(<p\d+>)(?:’s?)? (?:[a-z0-9\-]+ ){0,2}"
    r"(?:shot|header|effort|strike|volley|free[- ]kick|penalty|spot-kick|finish|goal) $"
)
"""Whose shot does what a team's goal does: "a Smith free-kick gave Leeds the lead"."""
_BALL = re.compile(r"(?:la palla|il pallone|la sfera) (?:poi |così |che )?$")
"""The ball as the subject of a verb: whoever is named before it need not have hit it."""
_WITH = re.compile(r"<[tr]\d+>,? (?:che,? )?con (<p\d+>) (?:ha |hanno |aveva )?$")
"""Through whom a team scored, before the verb: "il <t> che con <p> ha accorciato"."""
_CLAUSE = re.compile(r"[^.;:<]{0,70}")


def _beside(row: Masked, subject: Doer, vocab: Vocabulary) -> list[Doer]:
    """Return the people named before a subject in one breath with it ("<p1>, <p2> and <p3> scored")."""
    both = _BOTH.search(row.text, 0, subject.start)
    if both and re.match(r"<p\d+>,? (?:both|entrambi)", row.text[subject.start :]):
        return [Doer(row.mark(both.group(1)), both.start(), subject.sure)]
    lead = _ENUMERATION.search(row.text, 0, subject.start)
    if lead is None or (
        "(<m" not in lead.group()
        and not row.text[: lead.start()].endswith("with ")
        and doer_rules(vocab.language)["object"].search(row.text[max(0, lead.start() - 40) : lead.start()])
    ):
        return []
    marks = [(m.start(), m.group()) for m in _MARK.finditer(row.text, lead.start(), lead.end())]
    return [Doer(row.mark(text), start, subject.sure * 0.9) for start, text in marks]


_SERVED = re.compile(
    r"(?:up|out|in|for|to|on|off|put|puts|putting|find|found|finds|finding|fed|feeds|feeding|releas\w+) "
    r"(?:[a-z]+ ){0,2}"
    r"(<p\d+>) (?:away |through |clear |in )?(?:for|to) [^<]*$"
    r"|(?:allow|leav|left|giv|gave|hand|gift|present|afford)\w* (<p\d+>) "
    r"(?:with )?(?:the (?:simpl|easi)|an? (?:simpl|easy))"
    r"|(?:gift|hand|present|giv|gave)\w* (<p\d+>) (?:with )?(?:an?|the|his|her|their) [^<]*"
    r"(?:goal|er|net|score|equali[sz]e|level)$"
    r"|(?:left|leav\w+) (<p\d+>) (?:[a-z]+ )?(?:unmarked|unchallenged|free|alone|unattended|unopposed)\b"
    r"|(?:prompt|enabl)\w* (<p\d+>) to [^<]*$"
    r"|^saw (<p\d+>)"
)
"""Who is set up to score, at the end of a cue: "teed up Smith for a simple finish"."""
_HIMSELF = re.compile(r" (?:himself|herself)\b")
_SERVER = re.compile(r"(<p\d+>) (?:set|teed|played|picked|fed|found|laid)\b(?: [a-z]+){0,3} <p\d+>")
"""Who served another before he "scored himself"."""
_TWO_GOALS = re.compile(r" (<p\d+>)(?:’s?)? and (<p\d+>)’s? ")
"""Two scorers in one possessive: "cancelled out Smith and Jones's goals"."""
_MARK = re.compile(r"<p\d+>")
_REMARK = r"(?: \((?:[^)<]|<m\d+>){0,20}\))?"
_ROLE = (
    r"(?:(?:<[to]\d+>|[a-z\-]+)(?:’s)? ){0,2}"
    r"(?:striker|forward|winger|midfielder|defender|captain|skipper|substitute|full-back|centre-back) "
)
_ENUMERATION = re.compile(
    rf"(?:<p\d+>{_REMARK}, )*<p\d+>{_REMARK},? (?:and|e|ed) (?:then |poi )?(?:{_ROLE})?$"
)
_BOTH = re.compile(r"(<p\d+>),(?: [^<,;.]{3,60},)? (?:and|e|ed) (?:[a-zàèéìòù\-]+ ){0,4}$")
"""What stands before the second of two people who "both" did something."""
