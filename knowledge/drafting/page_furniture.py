"""What web pages put round a report and how they print team sheets: left out, or written as reports write it."""

from __future__ import annotations

import re

_SHEET = re.compile(
    r"^[ \t]*(?:[-*•·] ?)?(?:\d{1,2}[A-ZÀ-Þ][^\W\d_][^\n]{0,90}|(?:Home|Away) ?\d{1,3}%?"
    r"|[^\n]{2,40}?Booked at \d[^\n]{0,60})$",
    re.MULTILINE,
)
"""A line of a team sheet whose shirt number was run into the name ("16RuffierBooked at 60mins"), or of statistics."""
_MENU = re.compile(
    r"^[ \t]*(?:(?:club|latest|team|breaking|related|more|sports?|football|first team|academy) news|news|reports?"
    r"|match reports?|skip to (?:main )?(?:content|footer|site footer|main)(?: skip to site footer)?"
    r"|(?:left |main )?menu"
    r"|(?:leave|post) (?:a )?comment|no comments:?|comments?|hide ad|advertisement|published"
    r"|(?:image|media) caption,?|"
    r"share(?: this)?|read more|more to follow[.…]*"
    r"|sign up|subscribe|pubblicità|condividi|leggi anche:?|commenti?|menu)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line of a web page's furniture, whose capitals are no names."""
_HALF_TOTAL = re.compile(r"^([A-ZÀ-Þ][^\d\n()]{2,38}?) \(\d{1,2}\) (\d{1,2})$", re.MULTILINE)
"""A team's goals with those of the first half in brackets before them: "Leeds United (1) 2"."""
_ORDINAL = re.compile(
    r"\((\d{1,3})(?:st|nd|rd|th)(?:[ -]min(?:ute|s)?\.?)?(?: ?\+ ?(\d{1,2}))?(?=\)|, \d{1,2}-\d{1,2}\))"
)
"""A minute in brackets: "(4th minute)"."""
_ACRONYM = re.compile(
    r"(?<=[a-z’']) \([A-Z]{2,5}\)(?= (?:City|United|Town|Rovers|Athletic|Wanderers|FC|F\.C\.)\b)"
)
"""A club's initials within its name: "Petaling Jaya (PJ) City"."""
_COMMAS = re.compile(r"(?<=[a-zà-ÿ] )(\d{1,2}),(?=\d{1,2}(?:,|$| ?\())", re.MULTILINE)
"""A comma between a scorer's minutes without the space that tells it from a figure: "Smith 37,43"."""
_RUN_IN = re.compile(
    r"^((?:,? ?[A-ZÀ-Þ][^\d\n,():]{1,28} \d{1,3}(?: ?\((?:pen|og)\))?(?:, ?\d{1,3})*){3,})(?: Att[a-z]*:? [\d,]+)?\.?$",
    re.MULTILINE,
)
"""A result whose scorers are run in behind each team's goals: "Leeds 1 Smith 36 Derby 2 Jones 12, Brown 45"."""
_TOLD = re.compile(r"([A-ZÀ-Þ][^\d\n,():]{1,28}?) (\d{1,3}(?: ?\((?:pen|og)\))?(?:, ?\d{1,3})*)")
_RECORD = re.compile(r" \((\d{1,2})-(\d{1,2})-(\d{1,2})((?:, \d{1,3} (?:points|pts))?)\)")
"""A team's wins, defeats and draws in brackets behind its name: "Pride (5-7-6, 21 points)"."""
MEN = 10
"""Men whom a formation places, who are told in three figures as well: "Pride (4-4-2)"."""
_DOTTED = re.compile(r"(?<=[^\W\d_])(?: ?\.){3,} ?(\d{1,2})$", re.MULTILINE)
"""Dots that lead from a team to its goals: "Leeds. . . .4"."""

_AGENCY = (
    r"(?:Shutterstock(?: Editorial)?|Getty(?: Images)?(?: Europe)?|PA (?:Wire|Images)|Alamy|Reuters|Rex Features"
    r"|Action Images)"
)
_CREDIT = re.compile(
    rf"(?<=[a-z0-9.!?’'\")]){_AGENCY}(?:/[A-Z][\w ]{{1,30}})?[ \t]*(?:\[/caption\])?[ \t]*$", re.MULTILINE
)
"""Whose picture it is, run into the end of its caption: "after beating Leeds 3-2Shutterstock"."""
_CLOCK = re.compile(
    r"^[ \t]*\d{1,2}[.:]\d\d ?[ap]m(?: (?:GMT|BST|CES?T|EST|EDT))?(?:[ \t]+(?=[A-Z])|$)", re.MULTILINE
)
"""The time of day that a line of a live page begins with, or that stands alone: "4.38pm GOAL!"."""
_WRITTEN_ON = re.compile(
    r"^([ \t]*(?:[Rr]eport )?[Bb]y [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}),? ?\(?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\)?[ \t]*$",
    re.MULTILINE,
)
"""Who wrote a report and on which day, whose figures are no minutes: "by Ann Smith (14/3/26)"."""
_APPEAL = re.compile(
    r"\b(?:your (?:support|donation|contribution)|donat\w+|subscri\w+|paywalls?|sign up|newsletters?|cookies"
    r"|privacy policy|terms of (?:use|service)|read more|support now|become a member)\b",
    re.IGNORECASE,
)
"""What a paragraph asks of its reader that is no part of a report."""
APPEALS = 3
"""Such words that make a paragraph nothing else."""
_MARK = r"[^\W\d_][\w’'.-]*(?: [A-ZÀ-Þ][\w’'-]+){0,2} (?:10|[1-9])"
_THE_ARC = re.compile(r"\bthe D\. (?=[A-Z])")
"""The arc of the penalty area at the end of a sentence, which is nobody's initial."""
_DERBY = re.compile(
    r"^Derby(?= (?:of|day|delight|honou?rs|joy|glory|spoils|drama|defeat|win|victory|draw)\b)", re.MULTILINE
)
"""A meeting of neighbours that opens a line and is no club."""
_RATINGS = re.compile(rf"^[ \t]*[^\n:,\d]{{2,40}}: ?{_MARK}(?:[,;] {_MARK}){{3,}}", re.MULTILINE)
"""A line that gives each player of a team his mark: "Leeds: Smith 7, Jones 6, Brown 8, White 5"."""
_BARE_MINUTE = re.compile(
    r"^[ \t]*(\d{1,3})((?:\+\d{1,2})?)(?![\d.,:'’′]| ?[-–] ?\d)[ \t]*[:|–-]?[ \t]+(?=[A-ZÀ-Þ])", re.MULTILINE
)
"""A line of a ticker that opens with a minute without its sign: "68 GOAL! Leeds lead"."""
_SAYS_MORE = re.compile(r"(?:[^\s]+[ \t]+){3}")
"""What stands behind a minute and hardly behind a shirt number: four words."""
TICKED = 4
"""Lines of a ticker from which on figures that open lines are minutes, if they run up or down through both halves."""
_SCORE = re.compile(r"\d ?[-–] ?\d")


def without_furniture(text: str) -> str:
    """Return a text without a page's headings and team sheets, its totals and minutes in the usual form."""
    text = _WRITTEN_ON.sub(r"\1", _CREDIT.sub("", _CLOCK.sub("", text)))
    text = "\n".join("" if _only_asks(line) else line for line in text.split("\n"))
    text = _THE_ARC.sub("the area. ", _DERBY.sub("derby", text))
    text = _RATINGS.sub(lambda m: re.sub(r" \d{1,2}(?=[,;]|$)", "", m.group()), text)
    text = _RECORD.sub(_without_record, _ACRONYM.sub("", text))
    text = _RUN_IN.sub(_parted, _COMMAS.sub(r"\1, ", text))
    text = _DOTTED.sub(r" \1", _SHEET.sub("", _MENU.sub("", text)))
    text = _ORDINAL.sub(
        lambda m: f"({m[1]}+{m[2]}’" if m[2] else f"({m[1]}’", _HALF_TOTAL.sub(r"\1 \2", text)
    )
    return _with_minutes(text)


def _with_minutes(text: str) -> str:
    """Return a text with the sign of minutes behind the figures that open the lines of a ticker."""
    found = [*_BARE_MINUTE.finditer(text)]
    told = [int(m[1]) for m in found]
    runs = told in (sorted(told), sorted(told, reverse=True))
    if len(told) < TICKED or not runs or not min(told) <= 45 < max(told) <= 120:
        return text
    if sum(_SAYS_MORE.match(text, m.end()) is not None for m in found) < len(found) / 2:
        return text
    return _BARE_MINUTE.sub(r"\1\2’ ", text)


def _only_asks(line: str) -> bool:
    """Whether a line only asks readers for their money or address, and tells no result."""
    return len(_APPEAL.findall(line)) >= APPEALS and not _SCORE.search(line)


def _without_record(match: re.Match[str]) -> str:
    """Return nothing for a team's record, and a formation as it stands."""
    formation = not match[4] and sum(int(match[i]) for i in (1, 2, 3)) == MEN
    return match.group() if formation else ""


def _parted(match: re.Match[str]) -> str:
    """Return a result with its scorers in a line for each team, as it stands where the goals do not add up."""
    told = _TOLD.findall(match.group(1))
    counts = [len(re.findall(r"\d+", minutes)) for _, minutes in told]
    for at in range(1, len(told)):
        teams = (told[0], told[at])
        listed = (sum(counts[1:at]), sum(counts[at + 1 :]))
        if all(goals.isdigit() for _, goals in teams) and listed == (int(teams[0][1]), int(teams[1][1])):
            lines = [f"{teams[0][0]} {teams[0][1]}-{teams[1][1]} {teams[1][0]}"]
            for team, goals in ((teams[0][0], told[1:at]), (teams[1][0], told[at + 1 :])):
                lines += (
                    [f"{team}: " + ", ".join(f"{name} {minutes}" for name, minutes in goals)] if goals else []
                )
            return "\n".join(lines)
    return match.group()
