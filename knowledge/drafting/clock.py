"""Which minute a goal or another event has: the one told nearest, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from knowledge.drafting.masking import Masked
from knowledge.drafting.minutes import HALF
from knowledge.drafting.minutes_beside import (
    ALONE,
    BEATEN,
    CLOCK_ONLY,
    DONE_AT,
    FIRST_HEADING,
    LATER,
    OF_ANOTHER,
    RESTARTED,
    RESUMES,
    WHEN_NEXT,
    WITH_A_DOUBLE,
    bracketed,
    has_its_own,
    joined,
    mark_of,
)
from knowledge.drafting.records import Minute
from knowledge.drafting.subjects import doer_rules
from knowledge.drafting.vocabulary import Vocabulary, pattern

_BESIDE = re.compile(
    r"<p\d+>(?:,? (?:arrivat[oa]|giunt[oa]|siglat[oa]|realizzat[oa]|segnat[oa]|firmat[oa]"
    r"|(?:mess[oa]|andat[oa]) a segno|a segno|in gol|su rigore"
    r"|dal dischetto|di testa)){0,2}[ ,(]{0,3}$"
)
_WITH_HIM = re.compile(r",? (?:con|grazie a|per merito di) (?:il |lo |la )?(?:[a-zàèéìòù]+ )?")
"""What stands between a minute and whoever scored then: "al <m> con <p> e al <m> con <p>"."""
_OTHER = re.compile(r"(?:, (?:but|while|before|ma|mentre|poi|prima)|;).*<p\d+>")
_FIRST_HALF = re.compile(
    r"^(?!.*\b(?:ripresa|secondo tempo|seconda frazione|finale)\b).*\b(?:primo tempo|prima frazione|riposo)\b"
)
"""A sentence on the first half alone, so that its added time is that of the first half."""
_TO_THE_BREAK = re.compile(
    r"\b(?:lead|ahead|up|level|advantage|in front|into|at|deficit)\b[^.;<]{0,25}(?:<s\d+> )?"
    r"(?:at|into|before|in) (?:the )?(?:half[- ]?time|break|interval)\b"
)
"""What tells that a goal in added time was scored in that of the first half: "to put them up at half-time"."""
_ANSWER = re.compile(
    r", (?:ma|però|mentre) (?:il |la |lo |l’|i |gli |le )?<[tr]\d+> "
    r"(?:risponde|rispondono|pareggia\w*|ribalta\w*|raddoppia\w*|accorcia\w*|trova\w*|rimonta\w*|agguanta\w*)\b"
)
"""The other team's goal between a goal's words and a minute, which is then that one's."""
_NEXT_GOAL = re.compile(
    r"(?:,| e) <p\d+> (?:ha )?"
    r"(?:completa|firma|segna|sigla|cala|chiude|raddoppia|pareggia|trova|accorcia|realizza|fa)\w*\b"
)
"""Another's goal between a goal's words and a minute, which is then the other's."""
_OF_WHO = re.compile(r"<p\d+>.*;")
"""What stands between a minute and a goal's words where the minute is of whoever is named before the semicolon."""
_AND_NEXT = re.compile(
    r" and (?:[a-z\-]+ ){0,2}<p\d+> (?:(?:then|also|soon|duly) )?[a-z]+(?:ed|t|d) "
    r"|,? with (?:[a-z\-]+ ){0,2}<p\d+> (?:then |also |soon |duly )?[a-z]+ing "
)
"""What begins another's deed behind a goal's words: the minute at its end is of that."""
_OF_NEXT = re.compile(r"(?:,| and) (?:[a-z\-]+ ){0,3}<p\d+>’s? $")
"""What stands before a minute that is of another's goal: "Smith's header and Jones's 80th-minute penalty"."""
_MINUTE_OF = re.compile(r" (?:equali[sz]er|leveller|winner|opener|goal|strike|penalty|header)\b")
"""What a minute belongs to right before it: "fired in an injury-time equaliser"."""
_PERSON = re.compile(r"<p\d+>")
_BUT_ANOTHER = re.compile(r"<p\d+>[^;]*, (?:but|only for|before|until) (?:[a-z\-]+ ){0,3}<p\d+>[^;,]*$")
"""What begins another's goal behind a minute and whoever scored at it: "on <m>, pouncing on <p>'s shot, but <p>"."""
_NAMED = re.compile(r",? <[pt]\d+>")
_NEW_DOER = re.compile(r",? (?:and|but|before|while|then) (?:[a-z\-]+ ){0,3}<p\d+>")
"""What begins another's deed behind a minute: "after 12 minutes and Smith"."""
SOON = 15
"""Minutes after the restart that are told as such ("dopo appena 3'") though the half is named before."""
LAST = 97
"""The latest minute of play that "dopo appena 3'" may mean counted from the goal before."""
STORY = 3
"""The last sentence of what may be a summary of the match: "nella ripresa" behind it tells where the tale is."""
NEAR = 70
"""Characters between a minute and a goal's words within which the minute is surely the goal's."""


_AT_BREAK = re.compile(
    r"\b(?:at|since|after) (?:the )?(?:break|interval|restart|half-time|half time)\b[^;:]*$"
)
"""What stands before minutes that are counted from the restart: "came on at the break and scored inside <m>"."""


def _of_another_goal(text: str, minute_end: int, start: int) -> bool:
    """Whether a minute belongs to a goal told right behind it, and somebody else does what stands at `start`."""
    goal = _MINUTE_OF.match(text, minute_end)
    return goal is not None and goal.end() < start and bool(_PERSON.search(text, goal.end(), start))


class Clock:
    """Gives each goal the minute nearest to its words, reaching back to the sentence before."""

    def __init__(self, rows: list[Masked], vocab: Vocabulary) -> None:
        self.rows = {row.sentence.index: row for row in rows}
        self.vocab = vocab
        self.fixed: dict[tuple[int, int], Minute] = {}
        self.lines: dict[int, Masked] = {}
        for row in rows:
            self.lines.setdefault(row.sentence.line, row)
        self._settle(rows)

    def _settle(self, rows: list[Masked]) -> None:
        """Turn relative minutes and minutes of the second half into minutes of play, in order."""
        last, second, opened, before, told_in, resumed = 0, False, False, "", -1, -1
        bare = [m.minute for r in rows for m in r.minutes if m.minute and not m.half and not m.relative]
        absolute = any(46 <= m < 90 for m in bare)
        for row in rows:
            if self.vocab.language == "it" and FIRST_HEADING.match(row.text):
                last, second = 0, False
            resumes = self.vocab.language == "it" and RESUMES.search(row.text)
            if (resumes or doer_rules(self.vocab.language)["second_half"].match(row.text)) and (
                last or row.minutes or row.sentence.index > STORY
            ):
                second, opened = True, True
                resumed = row.sentence.paragraph
            for i, minute in enumerate(row.minutes):
                later = row.minutes[i + 1] if i + 1 < len(row.minutes) else None
                if later and later.half == 2 and not minute.half and joined(row, i) and minute.minute:
                    minute = replace(minute, minute=minute.minute + HALF, half=2)
                lead = (
                    row.text[: row.text.find(f"<m{row.marks.index(mark)}>")]
                    if (mark := mark_of(row, i))
                    else ""
                )
                restarted = self.vocab.language == "it" and not minute.half and bool(RESTARTED.search(lead))
                near = told_in == row.sentence.paragraph
                worded = not any(c.isdigit() for c in row.sentence.text[minute.start : minute.end])
                goes_back = minute.minute is not None and minute.minute < last
                anew = self.vocab.language == "it" and resumed == row.sentence.paragraph and goes_back
                counts = restarted or (second and (not absolute or worded or anew))
                value = self._played(row, minute, last, counts, before, near)
                since = minute.elapsed or self.vocab.language == "en"
                if since and minute.relative | minute.elapsed and not minute.half and _AT_BREAK.search(lead):
                    value = minute.minute + HALF if minute.minute and minute.minute <= SOON else value
                if opened and since and minute.minute and minute.minute <= SOON and not minute.half:
                    value = minute.minute + HALF
                fresh = minute.relative and resumed == row.sentence.paragraph and last <= HALF
                if self.vocab.language == "it" and fresh and minute.minute:
                    value = minute.minute + HALF
                opened = False
                self.fixed[row.sentence.index, i] = Minute(
                    minute.start, minute.end, value, minute.added, minute.half, sure=minute.sure
                )
                if minute.half == 2 and minute.minute and minute.minute < 90:
                    second = second or row.sentence.index > 2
                if value is not None and row.sentence.index > 0 and (last <= value or not minute.relative):
                    last = value if value <= 120 else last
                    told_in = row.sentence.paragraph
            before = row.text

    def _played(
        self, row: Masked, minute: Minute, last: int, second: bool, before: str, near: bool
    ) -> int | None:
        """Return the minute of play: after the last one, or 45 more in a second half that counts from one."""
        value = minute.minute
        if value is None:
            return None
        italian = self.vocab.language == "it"
        if italian and value == 2 * HALF and minute.sure < 1 and _FIRST_HALF.search(row.text):
            return HALF
        if not italian and minute.added and value == 2 * HALF and _TO_THE_BREAK.search(row.text):
            return HALF
        restart = bool(doer_rules(self.vocab.language)["second_half"].match(row.text))
        soon = minute.elapsed and value <= min(12, last - 1) and not minute.half and not restart
        soon = soon and last < 90 and last + value <= LAST and (near or not italian)
        soon = soon or (
            italian and minute.elapsed and not minute.half and HALF < value + HALF <= last < 2 * HALF
        )
        if minute.relative or soon:
            return last + value if last else value if minute.elapsed else None
        if italian and second and value == 1 and minute.sure < 1:
            return value + HALF
        if minute.half or minute.added or value > HALF:
            return value
        opens = "<m" in row.text[:4] and value < last and pattern("after_break").search(before + row.text)
        return value + HALF if (italian and second) or (not italian and opens) else value

    def at(
        self, row: Masked, start: int, end: int, person: int | None = None, doer: int | None = None
    ) -> Minute | None:
        """Return the minute told nearest to a span of the masked sentence; `doer` is where its one doer stands."""
        marks = [(a, b, self.fixed[row.sentence.index, int(m.key)]) for a, b, m in row.of("m")]
        marks = [m for m in marks if m[2].minute is not None]
        if person is None:
            if self.vocab.language == "it":
                marks = [m for m in marks if m[0] < end or not _NEXT_GOAL.search(row.text[end : m[0]])]
                marks = [m for m in marks if m[0] < end or not _ANSWER.search(row.text[end : m[0]])]
                marks = [m for m in marks if m[1] > start or not _OF_WHO.search(row.text[m[1] : start])]
            marks = [m for m in marks if m[0] < end or not _OTHER.search(row.text[end : m[0]])]
        if pattern("whistle").match(row.text):
            return None
        if self.vocab.language == "en":
            if LATER.match(row.text, end):
                return None
            marks = [m for m in marks if m[0] < end or not _AND_NEXT.search(row.text[end : m[0]])]
            marks = [m for m in marks if m[0] < end or not _OF_NEXT.search(row.text[end : m[0]])]
            marks = [m for m in marks if m[1] > start or not WHEN_NEXT.match(row.text, m[1], start)]
            marks = [m for m in marks if m[1] > start or not _BUT_ANOTHER.search(row.text, m[1], start)]
            marks = [m for m in marks if not _of_another_goal(row.text, m[1], start)]
            marks = [m for m in marks if not bracketed(row.text, m[0], m[1], start)]
        if person is not None:
            following = [m for m in marks if _BESIDE.match(row.text[person : m[0]])]
            if self.vocab.language == "it" and has_its_own(row.text, marks, start, end, person):
                following = [m for m in following if not OF_ANOTHER.search(row.text, person, m[1])]
            leading = [m for m in marks if m[1] <= person and _WITH_HIM.fullmatch(row.text, m[1], person)]
            chosen = following or (leading if self.vocab.language == "it" else [])
            return chosen[0][2] if chosen else None
        if marks:
            whose = _PERSON.match(row.text, doer) if doer is not None else None
            own = whose.group() if whose and self.vocab.language == "en" else "<p>"
            best = min(marks, key=lambda m: self._distance(row.text, m, start, end, own))
            near = (start - best[1] if best[1] <= start else best[0] - end) < NEAR
            alone = len(marks) == 1 and best[1] <= start
            gap = row.text[best[1] : start] if best[1] <= start else row.text[end : best[0]]
            near = near and not pattern("another_clause").search(gap)
            return replace(best[2], sure=best[2].sure * (1.0 if near else 0.8 if alone else 0.45))
        opening = self._line(row)
        if opening:
            return replace(opening, sure=0.9)
        behind = self.rows.get(row.sentence.index + 1)
        if behind and self.vocab.language == "it" and ALONE.match(behind.text) and "<p" not in behind.text:
            return replace(self.fixed[behind.sentence.index, 0], sure=0.8)
        if (
            behind
            and self.vocab.language == "en"
            and CLOCK_ONLY.match(behind.text)
            and "<p" not in behind.text
        ):
            return replace(self.fixed[behind.sentence.index, 0], sure=0.8)
        earlier = self._earlier(row)
        return replace(earlier, sure=0.4) if earlier else None

    def told(self, row: Masked, mark: str) -> Minute | None:
        """Return the minute of play that a mark of a sentence stands for."""
        minute = self.fixed[row.sentence.index, int(row.mark(mark).key)]
        return minute if minute.minute is not None else None

    def one_each(self, row: Masked, count: int) -> list[Minute]:
        """Return a minute for each of several scorers where there are as many ("49, 50, with A and B")."""
        each = row.text.find("rispettivamente")
        marks = [m for m in row.of("m") if m[0] > each]
        twice = {a for (a, b, _), (c, _, _) in pairwise(marks) if row.text[b:c] == " ("}
        minutes = [self.fixed[row.sentence.index, int(m.key)] for a, _, m in marks if a not in twice]
        return (
            minutes
            if count > 1 and len(minutes) == count and all(m.minute is not None for m in minutes)
            else []
        )

    def joined(self, row: Masked, minute: Minute) -> list[Minute]:
        """Return the further minutes told in one breath with a minute ("in the fourth and 67th minutes")."""
        marks = [(a, b, self.fixed[row.sentence.index, int(m.key)]) for a, b, m in row.of("m")]
        at = next((i for i, m in enumerate(marks) if m[2].start == minute.start), None)
        if at is None:
            return []
        first = last = at
        while first > 0 and pattern("minutes_joined").fullmatch(
            row.text[marks[first - 1][1] : marks[first][0]]
        ):
            first -= 1
        while last + 1 < len(marks) and pattern("minutes_joined").fullmatch(
            row.text[marks[last][1] : marks[last + 1][0]]
        ):
            last += 1
        before = row.text[: marks[first][0]]
        double = pattern("a_double").search(before) or WITH_A_DOUBLE.match(row.text, marks[last][1])
        between = pattern("minutes_between").search(before) and not double
        found = [marks[i][2] for i in range(first, last + 1) if i != at]
        return (
            []
            if between
            else [
                m
                for m in found
                if m.minute is not None
                and m.sure == minute.sure == 1
                and not _NAMED.match(row.text, marks[last][1])
            ]
        )

    def _line(self, row: Masked) -> Minute | None:
        """Return the minute that the line of a ticker opens with."""
        first = self.lines.get(row.sentence.line)
        if first is None or not re.match(r"\W{0,3}<m\d+>", first.text):
            return None
        told = (self.rows.get(i) for i in range(first.sentence.index, row.sentence.index))
        prose = self.vocab.language == "it" and first.sentence.text[:1].isalpha()
        if prose and any(r and self._tells(r) for r in told):
            return None
        minute = self.fixed[first.sentence.index, 0]
        return minute if minute.minute is not None else None

    def _tells(self, row: Masked) -> bool:
        """Whether a sentence tells a goal of its own."""
        return any(self.vocab.has(rule, row.text) for rule in ("verb", "team_goal"))

    def _distance(self, text: str, mark: tuple[int, int, Minute], start: int, end: int, own: str) -> float:
        a, b, minute = mark
        gap = text[b:start] if b <= start else text[end:a].replace(own, "")
        cost = len(gap) + 25 * len(pattern("breaks").findall(gap)) + 10 * len(pattern("joins").findall(gap))
        cost += 40 if minute.sure < 1 else 0
        cost -= 80 if a >= end and gap.count("<p") < 2 and DONE_AT.search(gap) else 0
        cost -= 60 if a >= end and self.vocab.language == "en" and _MINUTE_OF.match(text, b) else 0
        cost += 40 if b <= start and _NEW_DOER.match(gap) else 0
        gap = BEATEN.sub("", gap)
        return cost + (60 if a >= end and re.search(r"[;,:]|<[pt]", gap) else 0)

    def _earlier(self, row: Masked) -> Minute | None:
        """Return the one minute of up to three sentences before in the paragraph that tell no goal."""
        for back in (1, 2, 3):
            previous = self.rows.get(row.sentence.index - back)
            if previous is None or previous.sentence.paragraph != row.sentence.paragraph:
                return None
            if self._tells(previous):
                return None
            told = [self.fixed[previous.sentence.index, i] for i in range(len(previous.minutes))]
            told = [minute for minute in told if minute.minute is not None]
            if told:
                return told[0] if len(told) == 1 or re.match(r"<m\d+>", previous.text) else None
        return None
