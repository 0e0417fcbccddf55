"""How well drafts agree with labelled reports.

    python benchmarks/drafting_eval.py FOLDER... [--misses]

A folder holds `NAME.txt`, a report, beside `NAME.json`: {"language", "home", "away", "score": [h, a],
"goals": [{"scorer", "minute", "team", "kind"}]}. Only the JSON of a draft is read. Printed per folder and
language: both teams, final score, scorer F1, minute of the matched goals, the share of drafted goals that no
label has, and the goals whose team was right or left open.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from knowledge.drafting import draft

ALIASES = {
    "man city": "manchester city",
    "man utd": "manchester united",
    "hibs": "hibernian",
    "barca": "barcelona",
    "wolves": "wolverhampton wanderers",
    "spurs": "tottenham hotspur",
    "psg": "paris saint germain",
    "qpr": "queens park rangers",
    "west brom": "west bromwich albion",
    "usa": "united states",
}


def fold(name: str | None) -> str:
    """Return a name in small ASCII letters."""
    flat = unicodedata.normalize("NFD", (name or "").replace("ø", "o").replace("-", " ").lower())
    low = "".join(c for c in flat if c.isalnum() or c == " ").strip()
    return ALIASES.get(low, low)


def same_team(a: str | None, b: str | None) -> bool:
    """Whether two names of a team agree: equal, or one's words all in the other's."""
    x, y = set(fold(a).split()), set(fold(b).split())
    return bool(x and y) and (x <= y or y <= x)


def same_person(a: str | None, b: str | None) -> bool:
    """Whether two names of a person agree by their last word or by all words of one."""
    x, y = fold(a).split(), fold(b).split()
    return bool(x and y) and (x[-1] == y[-1] or set(x) <= set(y) or set(y) <= set(x))


def compare(label: dict[str, Any], made: dict[str, Any], count: Counter[str]) -> list[str]:
    """Add one report to the counts; return what went wrong in words."""
    wrong: list[str] = []
    match = (
        made["matches"][0] if made["matches"] else {"home": None, "away": None, "score": None, "goals": []}
    )
    count["reports"] += 1
    straight = same_team(match["home"], label["home"]) and same_team(match["away"], label["away"])
    turned = same_team(match["home"], label["away"]) and same_team(match["away"], label["home"])
    count["teams"] += straight or turned
    count["home"] += straight
    if not (straight or turned):
        wrong.append(f"teams {match['home']} / {match['away']}")
    elif turned:
        wrong.append("turned")
    score = match["score"][::-1] if turned and match["score"] else match["score"]
    count["score"] += score == label["score"] and (straight or turned)
    if score != label["score"]:
        wrong.append(f"score {match['score']}")
    left = list(label["goals"])
    for goal in match["goals"]:
        mates = [g for g in left if same_person(g["scorer"], goal["scorer"])]
        count["drafted"] += 1
        if not mates:
            count["invented"] += 1
            wrong.append(f"invented {goal['scorer']} {goal['minute']}")
            continue
        best = min(
            mates, key=lambda g: abs((g["minute"] or 0) - ((goal["minute"] or 0) + (goal.get("added") or 0)))
        )
        left.remove(best)
        count["matched"] += 1
        count["team_right"] += same_team(goal["team"], best["team"])
        count["kind_right"] += goal["kind"] == best["kind"]
        if not same_team(goal["team"], best["team"]):
            count["team_open"] += goal["team"] is None
            wrong.append(f"side of {goal['scorer']}: {goal['team']}")
        if best["minute"] is not None:
            count["timed"] += 1
            minute, added = goal["minute"], goal.get("added") or 0
            right = minute is not None and best["minute"] in (minute, minute + added)
            right = right or (minute == 90 and best["minute"] > 90 and not added)
            count["minute"] += right
            if not right:
                wrong.append(f"minute of {goal['scorer']}: {minute} not {best['minute']}")
    count["labelled"] += len(label["goals"])
    wrong += [f"missing {g['scorer']} {g['minute']}" for g in left]
    return wrong


def main(arguments: list[str]) -> None:
    """Print the figures of each folder and language."""
    show = "--misses" in arguments
    for folder in [Path(a) for a in arguments if not a.startswith("--")]:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for path in sorted(folder.glob("*.json")):
            label = json.loads(path.read_text("utf-8"))
            made = json.loads(draft(path.with_suffix(".txt").read_text("utf-8")).to_json())
            wrong = compare(label, made, counts[label["language"]])
            if show and wrong:
                print(f"  {path.stem}: " + "; ".join(wrong))
        for language, c in sorted(counts.items()):
            precision, recall = c["matched"] / max(c["drafted"], 1), c["matched"] / max(c["labelled"], 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            shares = {
                "teams": c["teams"] / c["reports"],
                "home side": c["home"] / c["reports"],
                "score": c["score"] / c["reports"],
                "scorer F1": f1,
                "minute": c["minute"] / max(c["timed"], 1),
                "invented": c["invented"] / max(c["drafted"], 1),
                "goal's team right": c["team_right"] / max(c["matched"], 1),
                "goal's team open": c["team_open"] / max(c["matched"], 1),
                "kind": c["kind_right"] / max(c["matched"], 1),
            }
            figures = ", ".join(f"{name} {share:.1%}" for name, share in shares.items())
            print(f"{folder.name} {language}: {c['reports']} reports, {figures}")


if __name__ == "__main__":
    main(sys.argv[1:])
