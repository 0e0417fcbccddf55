"""Who won by the words of a sentence: the team before a verb of winning or losing, or the one behind it."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.near_sides import first_side, last_side
from knowledge.drafting.pair import Pair
from knowledge.drafting.plain_winner import plain_winner
from knowledge.drafting.vocabulary import Vocabulary, pattern


def told_winner(
    row: Masked, start: int, end: int, pair: Pair, vocab: Vocabulary, alone: bool = False
) -> int | None:
    """Return the side that a sentence says won or lost, reading subject before and object after the verb.

    `alone` leaves out words that tell a winner only beside a score ("edged", "passa").
    """
    won_by = _WON_BY.search(row.text) or _OUT_BY.search(row.text) or _GOES_TO.search(row.text)
    victor = pair.side(row.mark(won_by.group(won_by.lastindex or 1))) if won_by else None
    if victor is not None:
        return victor
    stormed = _STORMED.search(row.text) if vocab.language == "it" else None
    stormed = stormed or (_SANK.search(row.text) if vocab.language == "it" else None)
    stormed = stormed or (_AT_COST_OF.search(row.text) if vocab.language == "it" else None)
    if stormed and (host := pair.side(row.mark(stormed.group(stormed.lastindex or 1)))) is not None:
        return 1 - host
    if vocab.language == "en" and (side := plain_winner(row, start, end, pair)) is not None:
        return side
    if not alone and (side := _score_of(row, end, pair)) is not None:
        return side
    found = []
    for rule in ("lose", "win"):
        near = _words_near(row, start, end, rule, pair, vocab, alone)
        if near:
            weak = vocab.language == "it" and alone
            found.append(
                (
                    rule,
                    min(near, key=lambda m: (weak and vocab.has("weak_win", m.group()), _gap(m, start, end))),
                )
            )
    if not alone and vocab.language == "it":
        found.sort(key=lambda each: _gap(each[1], start, end))
    told = (_side_told(row, match, rule == "win", pair, vocab) for rule, match in found)
    return next((side for side in told if side is not None), None)


def _gap(match: re.Match[str], start: int, end: int) -> int:
    """Return the letters between a word and a score that spans `start` to `end`."""
    return min(abs(match.start() - end), abs(start - match.end()))


def _score_of(row: Masked, end: int, pair: Pair) -> int | None:
    """Return the side that a score is said to be for right behind it: "finisce 1-4 per gli <t>"."""
    match = _FOR_THEM.match(row.text, end)
    return pair.side(row.mark(match.group(1))) if match else None


def _words_near(
    row: Masked, start: int, end: int, rule: str, pair: Pair, vocab: Vocabulary, alone: bool
) -> list[re.Match[str]]:
    """Return the words of winning or losing that may be of a score, those of other things left out."""
    both = {0, 1} <= {pair.side(m) for _, _, m in row.of("tr")} and row.sentence.index < 3
    english = vocab.language == "en"
    return [
        m
        for m in vocab.rules[rule].finditer(row.text)
        if not (english and _LOST_MAN.match(row.text, m.start()))
        and not (english and _NOT_DONE.search(row.text, max(0, m.start() - 30), m.start()))
        and not (m.group() in _NOUNS and _ONE.search(row.text, max(0, m.start() - 24), m.start()))
        and not _AFTER_THAT.search(row.text, max(0, m.start() - 40), m.start())
        and not _DRAW_WON.match(row.text, m.end())
        and not _STREAK.match(row.text, m.end())
        and not (m.group().startswith("battut") and _BY_A_PLAYER.match(row.text, m.end()))
        and not _of_another(row, m.end(), pair)
        and (alone or _gap(m, start, end) < 70)
        and (alone or not _BREAK.search(row.text[end : m.start()]))
        and not (alone and not both and vocab.has("weak_win", m.group()))
    ]


def _of_another(row: Masked, end: int, pair: Pair) -> bool:
    """Whether a result that ends at `end` is that of a team of another match: "approfittando del ko del <t>"."""
    match = _RESULT_OF.match(row.text, end)
    return match is not None and pair.is_stranger(row.mark(match.group(1)))


def _side_told(
    row: Masked, match: re.Match[str], subject_wins: bool, pair: Pair, vocab: Vocabulary
) -> int | None:
    """Return the side that won by one word of winning or losing, None where its teams do not stand by it."""
    given = pattern("given_to").search(row.text[: match.start()]) if subject_wins else None
    near_for = given or _WIN_FOR.match(row.text, match.end()) or _is_winner(row, match.start(), match.end())
    if subject_wins and near_for:
        side = pair.side(row.mark(near_for.group(1)))
        if side is not None:
            return side
    adjective = _VICTORIOUS.match(row.text, match.start())
    if adjective and pair.side(row.mark(adjective.group(1))) is not None:
        return pair.side(row.mark(adjective.group(1)))
    if vocab.language == "en" and subject_wins and _WAS.search(row.text, 0, match.start()):
        subject_wins = not _DONE_TO.match(match.group())
    host = _AT_HOME_OF.match(row.text, match.end())
    if host and pair.side(row.mark(host.group(1))) is not None:
        side = pair.side(row.mark(host.group(1))) or 0
        return 1 - side if subject_wins else side
    if pattern("no_object").fullmatch(match.group()) and pattern("bare_target").match(row.text, match.end()):
        behind = first_side(row, match.end(), pair)
        if behind is not None:
            return behind if subject_wins else 1 - behind
    led = _COACHED if vocab.language == "en" else _LED
    coached = led.search(row.text, 0, match.start())
    subject = None if coached else last_side(row, match.start(), pair)
    if subject is not None:
        beaten = subject_wins and pattern("beaten_team").search(row.text[: match.end()])
        return subject if subject_wins and not beaten else 1 - subject
    colon = _BREAK.search(row.text, match.end())
    target = first_side(row, match.end(), pair, colon.start() if colon else None)
    if target is None or (_ALONE.fullmatch(match.group()) and _BY_A_MAN.match(row.text, match.end())):
        return None
    return target if _is_object_winner(row, match, subject_wins) else 1 - target


def _is_object_winner(row: Masked, match: re.Match[str], subject_wins: bool) -> bool:
    """Whether the team behind a word of winning or losing is the one that won."""
    if subject_wins and GIFT.search(row.text, 0, match.start()):
        return True
    after = row.text[match.end() : match.end() + 60]
    prize = subject_wins and pattern("prize").match(match.group()) and re.match(r"[^<]{0,12}<t", after)
    if prize and not pattern("prize_to").match(after):
        return True
    if pattern("win_for").search(after) and not _AGAINST_THEM.match(after):
        return subject_wins
    return not subject_wins


def _is_winner(row: Masked, start: int, end: int) -> re.Match[str] | None:
    """Return the winner behind its verb: "a vincere è stata la <t>"."""
    return _IS.match(row.text, end) if row.text[:start].endswith(("a ", "ad ")) else None


_IS = re.compile(
    r" (?:alla fine |così )?(?:è|sono|è stat[oa]|sono stat[ei]|erano|era) (?:alla fine |proprio |ancora )?"
    r"(?:il |la |l’|lo |i |gli |le )?(<[tr]\d+>)"
)
_ALONE = re.compile(r"vin(?:ce|cono|to|se|cere|cendo)|si impon\w+|trionfa(?:no)?")
"""Verbs of winning that have no object."""
_BY_A_MAN = re.compile(r"[^<.;]*(?:<[sm]\d+>[^<.;]*)*<p")
"""Whom such a verb goes on to: "ha vinto grazie a <p>", and no team behind him is its object."""
_RESULT_OF = re.compile(r" (?:[a-zàèéìòù]+ )?(?:del|della|dello|dell’|degli|delle|dei|di) ?(<t\d+>)")
_FOR_THEM = re.compile(
    r" (?:finale |il finale )?(?:per|in favore d\w+|a favore d\w+) ?"
    r"(?:il |la |lo |l’|i |gli |le )?(<[tr]\d+>)(?! (?:il |la )?gol)"
)
"""Whom a score is for, behind it."""
_OUT_BY = re.compile(
    r"\b(?:dumped|knocked|sent|thrown|bundled|turfed|crashing) out (?:of (?:[^<.;]|<[co]\d+>){0,40})?"
    r"\b(?:by|to) (?:[a-z\-]+ ){0,2}(<t\d+>)"
    r"|\b(?:was|were|been|being|are|is) (?:[a-z]+ ){0,3}?(?:out(?:gunn|class|play|smart|fought|muscl|fox)\w*|thrash\w*"
    r"|hammer\w*|defeated|humbl\w*|stunn\w*|thump\w*|maul\w*|crush\w*|rout\w*|swept aside|edged(?: out)?|overpowered"
    r"|downed|shocked|demolish\w*|dismantl\w*|overcome|punished|blown away|seen off|brushed aside) by"
    r" (?:(?:the|top|high|bottom|fellow|local|in-form|[a-z\-]+) ){0,3}(<t\d+>)"
)
"""By whom a team was put out of a cup: "dumped out of the cup by rivals Leeds"."""
_WON_BY = re.compile(
    r"\bvint[oa] (?:[^<;.,]|<s\d+>){0,30}\b(?:da|dal|dalla|dallo|dai|dagli|dalle|dall’) ?(<[tr]\d+>)"
)
_GOES_TO = re.compile(
    r"\b(?:derby|gara|partita|sfida|match|scontro(?: diretto)?|vittoria|successo|finale|contesa|posta)"
    r" (?:[a-zàèéìòù]+ ){0,2}?(?:(?:va|è andat[oa]|sorride) (?:al|allo|alla|all’|ai|agli|alle)"
    r"|premia (?:il|la|lo|l’|i|gli|le)) ?(<[tr]\d+>)"
)
"""Whom a match went to: "il derby va al <t>"."""
_SANK = re.compile(
    r"\b(?:affonda(?:no|to)?|stende|stendono|castiga(?:no)?|punisc(?:e|ono)) "
    r"(?:il |la |lo |l’|i |gli |le |un |una |un’)(<t\d+>)"
)
"""Whom somebody sank, whose men he plays for or not."""
_AT_COST_OF = re.compile(
    r"\b(?:successo|vittoria|affermazione|colpo|colpaccio|blitz|impresa|tris|poker|manita|si impone)\b"
    r"(?:[^.;:<]|<[socm]\d+>){0,40}\bai danni (?:del|della|dello|dell’|dei|degli|di) ?(<t\d+>)"
    r"|(?:^|[:;,.] )ko (?:anche |pure )?(?:il |la |lo |l’|i |gli )(<t\d+>)"
)
"""Whom a win was at the cost of: "ottiene il successo ai danni del <t>", "ko anche la <t>"."""
_STORMED = re.compile(
    r"\b(?:espugn(?:a|ano|ato|ando|ò)|sbanc(?:a|ano|ato|ando|ò)|violat[oa]) (?:anche )?"
    r"(?:(?:il campo|il terreno|lo stadio|la tana|il fortino|la casa) )?"
    r"(?:d[ei]l?l?[aeo’]?|degli|il|la|lo|l’) ?(<t\d+>)"
)
"""Whose ground the guests took."""
_AGAINST_THEM = re.compile(r"(?:[^<.;]|<[smo]\d+>)*\b(?:contro|against)\b[^<.;]*<[tr]")
"""What puts the team named next on the other side: "sconfitta per 6-0 contro i rivali del <t>"."""
_AFTER_THAT = re.compile(
    r"\b(?:(?:riscatt|repli|ripre|cancell|dimentic)\w+ [^,.;<]{0,20}|si rialz\w+ )(?:dal|dalla|il|la|lo) "
    r"(?:[a-zàèéìòù]+ ){0,2}$"
)
"""What stands before the defeat that a team recovers from."""
_AT_HOME_OF = re.compile(
    r"(?:[^<.;,:]|<s\d+>){0,25}\b(?:in casa|a casa|sul campo|sul terreno|nella tana)"
    r" (?:del|della|dello|dell’|di) ?(<t\d+>)"
)
"""Whose guests won or lost by a verb: "vince 3-0 in casa della <t>"."""
GIFT = re.compile(r"\b(?:regal|consegn|offr|don)\w* (?:il |la |l’|un |una )?$")
"""What stands before a win that is given to the team named next: "regalare il trionfo all'<t>"."""
_BREAK = re.compile(r"[;:]")
_WIN_FOR = re.compile(r" (?:for|per) (?:the |il |la |lo |i |le |l’)?(<[tr]\d+>)")
_NOT_DONE = re.compile(
    r"\b(?:unable to|fail\w* to|could not|couldn’t|not able to|struggl\w+ to|hop\w+ to|looking to|yet to|bid to)"
    r"(?: [a-z]+)? $"
)
"""What stands before a win that was none: "unable to beat"."""
_COACHED = re.compile(
    r"<p\d+>’s? (?:[a-z\-]+ ){0,2}(?:side|men|boys|team|charges|troops|players|women|girls)\b"
    r"(?: [a-z]+| <s\d+>){0,6} $"
)
"""A side named by its coach alone, the subject of what follows: "Smith's boys emerged winners"."""
_LED = re.compile(
    r"\b(?:squadra|formazione|undici|uomini|ragazz[ei]|banda|truppa) di (?:mister )?<p\d+>"
    r"(?:[^.;:<]|<s\d+>){0,50},? [a-zàèéìòù]*(?:ando|endo)? ?$"
)
"""The same in Italian: "nonostante il <t>, la squadra di <p> ha compiuto l'impresa, trionfando"."""
_VICTORIOUS = re.compile(r"victorious (<t\d+>)")
"""The winner behind the word for it: "victorious Leeds move up"."""
_NOUNS = frozenset(("shock", "edge", "rout", "upset"))
_ONE = re.compile(r"\b(?:an?|the|that|of|in) (?:[a-z\-]+ ){0,2}$")
"""What makes a word of winning a thing: "a nice shock"."""
_LOST_MAN = re.compile(r"(?:lost|lose|losing) (?:(?!to\b)[a-z’\-]+ |<[to]\d+>(?:’s?)? ){0,6}<p\d+>")
"""What is no match that was lost: "won 3-0 but lost striker Smith to injury"."""
_STREAK = re.compile(
    r"(?:[- ](?:match|game))?[- ](?:streaks?|runs?|sequence|start|spell|habit|mentality|ways|form|feeling)\b"
)
"""What stands behind a word of winning or losing that is of many matches: "an eight-match losing streak"."""
_BY_A_PLAYER = re.compile(r" ?<p")
"""Who stands behind "battuta da" where a free-kick or a corner was taken: "punizione battuta da <p>"."""
_DRAW_WON = re.compile(r" (?:an? |their |the )?(?:[a-z\-]+ ){0,2}(?:draw|point|stalemate|replay)\b")
"""What was won, behind a verb of winning, that is no win: "earn a late draw"."""
_WAS = re.compile(r"\b(?:was|were|been|being|got) (?:[a-z]+ly )?$")
_DONE_TO = re.compile(
    r"(?:thumped|trounced|mauled|stunned|shocked|outclassed|humbled|crushed|routed|dismantled|defeated|thrashed|"
    r"hammered|downed|dispatched|demolished|outgunned|pipped|toppled|overpowered|destroyed|knocked out|edged out)$"
)
"""What is done to the team before it: "were thumped 0-3 by Bayern"."""
