"""What a score in the text is (final, on the way, half-time, of the past) and who won by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.drafting.fixture_sides import fixture_orientation
from knowledge.drafting.masking import Masked
from knowledge.drafting.other_days import of_another_day
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import Mention, Score
from knowledge.drafting.told_winner import GIFT, told_winner
from knowledge.drafting.vocabulary import Vocabulary, pattern

_STATISTIC = re.compile(
    r" (?:edge|advantage|margin|lead) (?:in|on) (?:[a-z\-]+ ){0,2}"
    r"(?:shots?|corners?|corner kicks|fouls|saves|attempts|chances|possession)\b"
)
"""What follows two figures that count shots or corners."""
_OUTDONE = re.compile(r"\bout(?:shot|cornered|chanced|fouled)\b[^.;]{0,20}$")
_EARLIER_MEETING = re.compile(
    r"\b(?:when|after) (?:the|these) (?:two )?(?:teams|sides|clubs|rivals|pair) (?:had )?"
    r"(?:last |first |previously )?met\b"
)
"""What stands before the score of an earlier match of the same teams."""


@dataclass(slots=True)
class ToldScore:
    """A score in the text: its role, its weight as the final one, whose figures they are and who won by it.

    `span` is where its mark stands in the masked sentence, None where a line of a fixture has none.
    """

    first: int
    second: int
    weight: float
    role: str
    sides: tuple[int, int] | None
    winner: int | None
    row: Masked
    span: tuple[int, int] | None = None


def read_row(row: Masked, pair: Pair, vocab: Vocabulary) -> list[ToldScore]:
    """Return the scores of a sentence with what they are."""
    found = []
    for start, end, mark in row.of("s"):
        score = row.scores[int(mark.key)]
        sides = fixture_orientation(row, score.start, pair)
        role, weight, winner = _role(row, start, end, score, sides, pair, vocab)
        if sides is None and winner is None and role == "final" and row.sentence.index < TOP:
            sides = _side_by_side(row, start, end, pair)
        found.append(ToldScore(score.first, score.second, weight, role, sides, winner, row, (start, end)))
    return found


def _role(
    row: Masked,
    start: int,
    end: int,
    score: Score,
    sides: tuple[int, int] | None,
    pair: Pair,
    vocab: Vocabulary,
) -> tuple[str, float, int | None]:
    """Return what a score is, how much it weighs as the final one, and the winner it tells."""
    text, index = row.text, row.sentence.index
    near = text[max(0, start - 60) : end + 60]
    early = 1.6 if index < 4 else 1.0
    if _STATISTIC.match(text, end) or _OUTDONE.search(text, 0, start):
        return "other", 0.0, None
    if _EARLIER_MEETING.search(text, 0, start):
        return "past", 0.0, None
    if pattern("other_count").search(text[max(0, start - 25) : start]):
        return "other", 0.0, None
    if vocab.language == "it" and index > 0 and of_another_day(text, start, end):
        return "past", 0.0, None
    if vocab.has("unreal_score", text[max(0, start - 55) : start]) or vocab.has(
        "unreal_after", text[end : end + 40]
    ):
        return "past", 0.0, None
    outside = vocab.rules["not_opponent"] if vocab.language == "en" else pattern("belongs")
    strangers = [
        m
        for a, _, m in row.of("t")
        if pair.side(m) is None and "|" not in m.key and not outside.search(text, max(0, a - 70), a)
    ]
    ours = [m for _, _, m in row.of("tr") if pair.side(m) is not None]
    level = score.first == score.second
    if _BEFORE_KICKS.match(text, end):
        return "final", 7.0, None
    if vocab.has("shootout", near) and not level:
        return "shootout", 0.0, None
    if _SECOND_LEG.match(text, end):
        return "final", 4.0 * early, told_winner(row, start, end, pair, vocab) if not level else None
    if vocab.has("aggregate", _up_to_scores(text, start, end)):
        return "past", 0.0, None
    if pattern("deficit").match(text, end):
        return "other", 0.0, None
    if level and pattern("regular_time").match(text, end):
        return "final", 5.0, None
    if pattern("after_shootout").search(text[:start]):
        return "final", 7.0, None
    if sides is not None:
        if vocab.has("half_time", text[:OPENING]):
            return "half", 0.1, None
        if vocab.has("past_match", text) and index > 1:
            return "past", 0.2, None
        return "final", (7.0 if index < 6 else 4.0), None
    if strangers and (not ours or index > 0 or _of_others_alone(row, start, end, strangers, pair)):
        near_by = [m for _, _, m in row.of("tr") if m in strangers or pair.side(m) is not None]
        nearest = min((abs(m.start - score.start), pair.side(m) is None) for m in near_by)
        if nearest[1] or (len(ours) < 2 and vocab.has("past_match", _past_text(row, start, end, vocab))):
            return "past", 0.0, None
    wide = text[max(0, start - 90) : end + 90]
    around = _own_clause(row, start, end) if len(row.scores) > 1 or vocab.language == "it" else wide
    if vocab.has("past_match", around) and index > 0 and not vocab.has("full_time", near):
        return "past", 0.1, None
    before = text[max(0, start - 40) : start]
    after_it = _THEN.split(text[end : end + 30])[0] if vocab.language == "it" else text[end : end + 30]
    if vocab.has("half_time", text[max(0, start - 45) : end] + after_it) and not vocab.has(
        "win", text[max(0, start - 25) : end + 25]
    ):
        return "half", 0.1, None
    if _FIRST_HALF_ENDS.match(text) or _FIRST_HALF_AS.search(text, 0, start):
        return "half", 0.1, None
    winner = told_winner(row, start, end, pair, vocab) if score.first != score.second else None
    if winner is None and not level and _STORMED.search(near):
        winner = 1
    ahead = _DOWN_TO.search(text, 0, start)
    if ahead and not level and (first := pair.side(row.mark(ahead.group(1)))) is not None:
        winner = 1 - first
    rival = _against(row, start, end, pair) if score.first != score.second else None
    close = text[max(0, start - 45) : end + 45]
    if (
        (level and vocab.has("draw", close))
        or (not level and (_won(close, vocab) or vocab.has("lose", close)))
    ) and not _is_running(before, text[end : end + 14], vocab):
        return "final", 4.0 * early, winner
    if level and pattern("into_extra").match(text, end):
        return "final", 3.5, None
    underway = _is_running(before, text[end : end + 14], vocab)
    if rival is not None and not pattern("still_running").search(before):
        return "final", 3.5 * early, 1 - rival if winner is None else winner
    if vocab.has("full_time", close) and not underway:
        return "final", 3.5 * early, winner
    if row.sentence.quoted:
        return "unknown", 0.3, None
    if index < 6 and not level and pattern("final_before").search(before):
        return "final", 2.5, winner
    if index == 0 and not underway:
        return "final", 2.5, winner
    if underway:
        return "running", 0.6 + 0.1 * (score.first + score.second), _ahead(row, end, score, pair)
    if winner is not None and index < 6:
        return "final", 2.5, winner
    return "unknown", 1.0 if index < 4 else 0.7, winner


TOP = 4
"""Sentences at the top in which teams set side by side have the figures of the score beside them, hosts first."""


def _side_by_side(row: Masked, start: int, end: int, pair: Pair) -> tuple[int, int] | None:
    """Return the sides of a score's figures where both teams are named together next to it: "0-1 tra <t> e <t>"."""
    both = pattern("between_teams").search(row.text)
    if both is None or not (-NEXT <= both.start() - end <= NEXT or 0 <= start - both.end() <= NEXT):
        return None
    first, second = (pair.side(row.marks[int(n)]) for n in both.groups())
    return None if first is None or second is None or first == second else (first, second)


NEXT = 45
"""Letters of a masked sentence between a score and two teams that it is told of."""


OPENING = 12
"""Letters at the head of a line of a result that say of what time it is: "Half-time: Leeds 1-0 Derby"."""


def _up_to_scores(text: str, start: int, end: int) -> str:
    """Return the words next to a score, none of those beyond another one."""
    before = text[max(0, start - 30) : start].rpartition("<s")[2]
    return before + text[start:end] + text[end : end + 35].partition("<s")[0]


def _past_text(row: Masked, start: int, end: int, vocab: Vocabulary) -> str:
    """Return the words that may put a score into another match: in Italian, of several scores those of its clause."""
    several = len(row.scores) > 1 and vocab.language == "it"
    return _own_clause(row, start, end) if several else row.text


def _own_clause(row: Masked, start: int, end: int) -> str:
    """Return the words round a score up to the next comma, semicolon or bracket on either side."""
    before = max((row.text.rfind(c, 0, start) for c in ",;:()"), default=-1)
    after = min((at for c in ",;:()" if (at := row.text.find(c, end)) >= 0), default=len(row.text))
    return row.text[before + 1 : after]


def _of_others_alone(row: Masked, start: int, end: int, strangers: list[Mention], pair: Pair) -> bool:
    """Whether the clause of one of several scores at the top names teams of other matches and neither of the two."""
    clause = _own_clause(row, start, end)
    named = [row.marks[int(n)] for n in _TEAM_MARK.findall(clause)]
    ours = any(pair.side(m) is not None for m in named)
    return len(row.scores) > 1 and not ours and any(m in strangers for m in named)


_TEAM_MARK = re.compile(r"<t(\d+)>")


def _won(text: str, vocab: Vocabulary) -> bool:
    """Whether words of winning are of a team, not of a striker who beats a goalkeeper."""
    return any(not _KEEPER.match(text, m.end()) for m in vocab.rules["win"].finditer(text))


_KEEPER = re.compile(r"(?: [a-zàèéìòù’]+){0,3} ?<p")


def _against(row: Masked, start: int, end: int, pair: Pair) -> int | None:
    """Return the side that a score was won against ("il 3-1 sul <t>", "4-3 al <t>", not "regala il 2-1 al <t>")."""
    if GIFT.search(row.text, 0, start):
        return None
    match = pattern("score_against").match(row.text, end)
    return pair.side(row.mark(match.group(1))) if match else None


_DOWN_TO = re.compile(
    r"\b(?:down|behind|trailing)(?: [a-z\-]+){0,5} (?:to|against) (?:<r\d+> |the )?(<t\d+>)"
    r"(?:[^.;<]|<[opvm]\d+>)*\b(?:to win|winning|won) $"
)
"""Whom a side came from behind against, before the score that it won by."""


def _ahead(row: Masked, end: int, score: Score, pair: Pair) -> int | None:
    """Return the side that a score on the way is told to be for ("l'1-0 per il <t>")."""
    match = pattern("score_for").match(row.text, end) if score.first != score.second else None
    return pair.side(row.mark(match.group(1))) if match else None


def _is_running(before: str, after: str, vocab: Vocabulary) -> bool:
    """Whether the words next to a score tell of a score on the way."""
    told_last = pattern("final_before").search(before) and not pattern("brought_to").search(before)
    if told_last or pattern("final_after").match(after):
        return False
    return bool(pattern("running_after").match(after) or pattern("running_before").search(before))


_SECOND_LEG = re.compile(r" (?:al|nel|(?:nella|della) (?:gara|sfida|partita) di) ritorno\b")
"""What follows the score of the second leg, told beside that of the first."""
_BEFORE_KICKS = re.compile(r",? ?(?:d\.?c\.?r\.?|dopo i rigori) ?:? ?<s\d+>")
"""What follows the score of play where that of the shoot-out stands behind it: "1-2 dcr 4-3"."""
_THEN = re.compile(r"[:;]")
_STORMED = re.compile(
    r"\b(?:espugn|sbanc|viol)\w* (?:anche |il campo (?:di |del |della )?|lo stadio |il |lo |la |l’)*[“\"«‘]?<[vo]\d+>"
)
"""What tells that the guests won: they took the hosts' ground."""
_FIRST_HALF_AS = re.compile(
    r"\b(?:first|opening) (?:half|period)\b[^.;<]{0,40}\b(?:as|and|which|that) "
    r"(?:it |they )?(?:end|finish|clos)\w* (?:at |in )?$"
)
"""What stands before the score of the first half: "quiet in the first half as it ended 0-0"."""
_FIRST_HALF_ENDS = re.compile(
    r"(?:il |la )?(?:primo tempo|prima frazione|prima parte)(?: di gioco)?,? "
    r"(?:si (?:chiude|conclude)|finisce|termina|va)\b"
    r"|(?:finisce|termina|si chiude|si conclude) (?:qui |così )?(?:il primo tempo|la prima frazione|la prima parte)\b"
)
"""A sentence that tells how the first half ended."""
