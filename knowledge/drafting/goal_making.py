"""A goal from the words that tell it: its kind, its own goal's doer, the teams named round it."""

from __future__ import annotations

import re

from knowledge.drafting import subjects
from knowledge.drafting.cues import Cue
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Goal, Mention, Minute
from knowledge.drafting.subjects import THEIR_DEFENCE, Doer
from knowledge.drafting.vocabulary import Vocabulary, compile_rule, pattern

LONG = 120
"""Characters of a goal's words beyond which only those nearest to it tell how the score stood."""


def of_strangers(row: Masked, before: int, pair: Pair) -> bool:
    """Whether the last team named before a scorer plays in another match."""
    teams = [m for a, _, m in row.of("t") if a < before]
    return bool(teams) and _is_stranger(teams[-1], pair)


def for_strangers(row: Masked, cue: Cue, pair: Pair) -> bool:
    """Whether the words of a goal help a team that plays in another match, against one that does so, too."""
    teams = [(a, m) for a, _, m in row.of("tr")]
    helped = any(cue.start <= a < cue.end and _is_stranger(m, pair) for a, m in teams)
    return helped and len({m.key for _, m in teams}) > 1 and all(_is_stranger(m, pair) for _, m in teams)


def in_other_match(row: Masked, before: int, pair: Pair) -> bool:
    """Whether the two teams named last before a scorer both play in another match, whose result is told."""
    teams = [(b, m) for a, b, m in row.of("t") if a < before]
    if teams and _is_stranger(teams[-1][1], pair) and _BRACKETED.match(row.text[teams[-1][0] : before]):
        return True
    if len(teams) < 2 or not row.scores or re.search(r"[,;]", row.text[teams[-1][0] : before]):
        return False
    return all(_is_stranger(t, pair) for _, t in teams[-2:])


_BRACKETED = re.compile(r" ?\([^)]*$")
"""What stands between a team and somebody in the brackets behind it: "4-2 sul <t> (vantaggio di <p>"."""


def _is_stranger(team: Mention, pair: Pair) -> bool:
    return not team.key.startswith("x:") and pair.is_stranger(team)


def own_goal(row: Masked, clause: str, vocab: Vocabulary) -> Mention | None:
    """Return who put the ball into his own net, if the clause tells of that."""
    told = vocab.rules["own_goal"].search(clause)
    if told is None or (vocab.language == "en" and pattern("nearly").search(clause[: told.start()])):
        return None
    rules = (compile_rule(p) for p in vocab.raw["doer"]["own"])
    found = next((m for rule in rules for m in rule.finditer(row.text)), None)
    if found is None:
        return None
    if vocab.language == "it" and _TRIED.search(row.text, 0, found.start(1)):
        other = subjects.before(row, found.start(1), vocab, people_only=True)
        return other.person if isinstance(other, Doer) else row.mark(found.group(1))
    return row.mark(found.group(1))


_TRIED = re.compile(
    r"\b(?:anticip|contrast|ferm|preced|spazz|marc|chiud|allontan|interc|disturb)[a-z]*[aei]re (?:l’accorrente )?$"
)
"""What stands before whom somebody tried to stop when he put the ball into his own net."""


def ahead_after(row: Masked, cue: Cue, pair: Pair) -> int | None:
    """Return the side that the words after a goal call ahead ("and Inter were in front")."""
    match = pattern("ahead_after").match(row.text, cue.end)
    if match:
        return pair.side(row.mark(match.group(1)))
    behind = _LEFT_BEHIND.match(row.text, cue.end)
    trailing = pair.side(row.mark(behind.group(1))) if behind else None
    return None if trailing is None else 1 - trailing


_LEFT_BEHIND = re.compile(
    r"[^.;,<]{0,20}\b(?:sen[dt]|puts?|left|leav(?:es|ing)|putting|sending) "
    r"(?:the )?(<[tr]\d+>)(?: [a-z\-]+){0,2} behind\b"
)
"""Which team a goal leaves behind: "Smith's header sent the visitors behind"."""


def spoken_side(row: Masked, before: int, pair: Pair) -> int | None:
    """Return the side last spoken of before a place in a sentence."""
    for a, b, mention in reversed(row.of("tr")):
        goes_on = row.text.startswith(" che ", b)
        if _WHO_MET.search(row.text, 0, a) and "," in row.text[b:before]:
            continue
        if a < before and (goes_on or not pattern("against").search(row.text[max(0, a - 12) : a])):
            side = pair.side(mention)
            other = _REARGUARD.match(row.text, b) or BEATS_THEM.search(row.text, 0, a)
            other = other or THEIR_DEFENCE.search(row.text, 0, a)
            return 1 - side if side is not None and other else side
    return None


_WHO_MET = re.compile(r"<[tr]\d+>, (?:who|which|whose)\b[^,;.]*$")
"""What stands before a team in a clause on another, which the sentence is about: "Leeds, who had lost to <t>,"."""
BEATS_THEM = re.compile(
    r"\b(?:batt|super|pieg|travolg|strapazz|liquid|stend|regol|sconfigg|annient|schiant|umili|dom[ai]|punisc|castig"
    r"|sorprend|beff|scavalc|elimin|affond|demolisc|surclass|condann|mett\w+ in ginocchio|inguai|gel"
    r"|espugn\w* il campo d)"
    r"[a-zàèéìòù]*(?: di misura| in rimonta| per| nettamente| <s\d+>)* (?:il |la |lo |l’|i |gli |le )?$"
)
"""What stands before the team that the other beats."""
_REARGUARD = re.compile(
    r"’s? (?:[a-z\-]+ ){0,2}"
    r"(?:defen[cs]es?|defending|defenders|back ?-?line|rearguard|goalkeeper|keeper|offside trap|marking|resistance"
    r"|resolve)\b"
    r"| (?:[a-z\-]+ ){0,8}(?:were|was|got|being) (?:[a-z]+ly )?(?:punished|caught(?: out| cold)?|undone|stung|hit"
    r"|picked off|breached|made to pay|opened up|carved open)\b[^<.;]{0,20}(?:<m\d+> )?(?:when|as)\b"
)
"""A team's men who are beaten where the other one scores."""


def scored_for(row: Masked, doers: list[Doer], pair: Pair) -> list[int | None]:
    """Return the side behind each doer of a list of scorers: "in gol <p> per la <t>, <p> e <p> per i <t>"."""
    sides: list[int | None] = []
    last: int | None = None
    for doer in reversed(doers):
        told = _SCORED_FOR.match(row.text, doer.start)
        last = pair.side(row.mark(told.group(1))) if told else last
        sides.append(last)
    return sides[::-1]


_SCORED_FOR = re.compile(
    r"<p\d+>(?: ?\(?<m\d+>\)?)? per (?:il |la |lo |l’|i |gli |le )(<[tr]\d+>)(?=[,;.]| e |$)"
)
"""A scorer in a list with the team that he scored for."""


def own_words(text: str, cue: Cue) -> str:
    """Return the words round a cue that speak of its own goal: from its doer on, up to the next person."""
    people = [m.start() for m in _PERSON.finditer(text, 0, cue.start)]
    start = 0
    if len(people) > 1:
        start = max((m.end() for m in _JOINT.finditer(text, 0, people[-1] + 1)), default=people[-1])
    following = _PERSON.search(text, cue.end + 1)
    return text[start : following.start() if following else len(text)]


def _up_to_a_team(words: str, goal_words: str) -> str:
    """Return the words of a goal without those that go on with what a team did then."""
    at = words.find(goal_words) + len(goal_words)
    following = _TEAM_NEXT.search(words, at)
    return words[: following.start()] if following else words


_TEAM_NEXT = re.compile(
    r"(?:,|;| e| ed| ma| and| but| while| mentre) (?:il |la |lo |l’|i |gli |le |the )?<[tr]\d+>"
)
_PERSON = re.compile(r"<p\d+>")


_JOINT = re.compile(r"[,;:]| (?:and|but|e|ed|ma|before|while|mentre) ")


def make_goal(
    scorer: str,
    minute: Minute | None,
    side: int | None,
    strength: float,
    row: Masked,
    cue: Cue,
    vocab: Vocabulary,
) -> Goal:
    """Return the goal that a cue tells, with the running score if one stands next to it."""
    near_words = own_words(row.text, cue)
    told = _up_to_a_team(near_words, row.text[cue.start : cue.end])
    penalty = vocab.has("penalty", told) and not pattern("penalty_area").search(near_words)
    goal = Goal(
        scorer,
        minute.minute if minute else None,
        minute.added if minute else None,
        side,
        "penalty" if penalty else "goal",
        strength,
        row.sentence.index,
        row.sentence.start + cue.start,
        evidence=row.sentence.text,
        words=near_words
        if len(near_words) < LONG
        else row.text[max(0, cue.start - LONG) : cue.end + LONG // 2],
        half=minute.half if minute else 0,
        minute_sure=minute.sure if minute else 0.0,
    )
    near = [
        m
        for a, b, m in row.of("s")
        if 0 <= a - cue.end < 45 or 0 <= cue.start - b < 20 or cue.start <= a < cue.end
    ]
    if near and not (row.sentence.index < HEAD and not row.minutes and _RESULT_LINE.search(row.text)):
        score = row.scores[int(near[0].key)]
        goal.ordinal = (score.first, score.second)
    return goal


HEAD = 3
"""Sentences at the top in which a result may stand."""
_RESULT_LINE = re.compile(r"<t\d+> <s\d+> <t\d+>")
"""A result, which is that of the match and not of one goal that its headline tells."""


def team_in(row: Masked, cue: Cue, pair: Pair) -> int | None:
    """Return the side named inside the goal words ("put Arsenal ahead")."""
    for a, _, mention in row.of("tr"):
        if cue.start <= a < cue.end and row.text[max(0, a - 8) : a].split()[-1:] not in (
            ["past"],
            ["beyond"],
            ["into"],
            ["in"],
        ):
            return pair.side(mention)
    told = _FOR_TEAM.match(row.text, cue.end) if cue.rule in ("noun", "verb", "verb_likely") else None
    if told:
        return pair.side(row.mark(told.group(told.lastindex or 1)))
    behind = None
    if cue.rule in ("verb", "team_goal"):
        behind = _TEAM_BEHIND.match(row.text, cue.end) or _TEAM_DOES.match(row.text, cue.end)
    if behind and pair.side(row.mark(behind.group(1))) is not None:
        return pair.side(row.mark(behind.group(1)))
    led = row.text[cue.start : cue.end].endswith(("vantaggio", "avanti", "parità"))
    after = pattern("led").match(row.text[cue.end :]) if led else None
    return pair.side(row.mark(after.group(1))) if after else None


_TEAM_BEHIND = re.compile(
    r" (?:subito |poi )?(?:il |la |lo |l’|i |gli |le )(<[tr]\d+>),? (?:con|grazie ad?) "
)
"""The team that scored, behind an Italian verb: "e pareggia il <t> con <p>"."""
_TEAM_DOES = re.compile(
    r"(?: [a-zàèéìòù]+){0,4} per (?:il |la |lo |l’|i |gli |le )(<[tr]\d+>) (?:è|ci pensa) <p"
)
"""The team of whoever did what an infinitive tells: "a firmare il tris per il <t> è <p>"."""
_FOR_TEAM = re.compile(
    r"(?: [a-z\-]+){0,3} (?:for (?:the )?(<[tr]\d+>)(?! (?:to|and|in their|goalkeeper|keeper)\b)"
    r"|in (<[tr]\d+>)’s? favour)"
)
"""Whom a goal is for: "the opener for Leeds"."""
