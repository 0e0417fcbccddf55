"""What a draft promises: any input, the files it writes, the command."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import Knowledge, build
from knowledge.drafting import UnreadableTextError, decode, draft, read_names
from knowledge.drafting.cli import SHIPPED, draft_command

REPORT = """Brentford 1-2 Luton Town
Luton Town came from behind to beat Brentford 2-1 at the Gtech Community Stadium on 12 January 2025.
Yoane Wissa put Brentford ahead on 18 minutes. Carlton Morris equalised from the penalty spot in the 54th
minute and Elijah Adebayo scored the winner with five minutes left.
"It means a lot," said Luton manager Rob Edwards after the match.
"""

PIECES = st.lists(
    st.sampled_from(
        [
            *[
                "Arsenal",
                " 2-1 ",
                "Chelsea",
                "\n",
                " Saka",
                " scored",
                " 45+2'",
                "Goals: ",
                "Reti:",
                " al 12' st",
            ],
            *[
                "“",
                "l'Inter",
                " (",
                ")",
                " rig.",
                "; ",
                " | ",
                "90",
                " della ripresa",
                " v ",
                "—",
                ". ",
                "GOAL!",
            ],
            *["\x00", "é", "🏆", "’s header", "UNDER 17", " d'", "Al", "€1.5"],
        ]
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), PIECES.map("".join)))
def test_any_text_gives_a_draft_that_can_be_printed(text: str) -> None:
    made = draft(text)
    assert set(json.loads(made.to_json())) == {"language", "matches", "facts"}
    tomllib.loads(made.to_toml())
    tomllib.loads(made.names_toml())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_clear_error(raw: bytes) -> None:
    try:
        text = decode(raw)
    except UnreadableTextError as error:
        text = str(error)
    json.loads(draft(text).to_json())


@pytest.mark.parametrize("text", ["", "   \n", "x", "A" * 5000, "\ud800", "1-0 " * 500, "Goals: " * 300])
def test_odd_texts_give_drafts(text: str) -> None:
    json.loads(draft(text).to_json())


def test_a_text_about_no_match_has_none() -> None:
    text = "The council met on Tuesday. Nobody said much, and the meeting ended before lunch."
    assert json.loads(draft(text).to_json())["matches"] == []


def test_rows_carry_their_sentence_and_confidence() -> None:
    article = tomllib.loads(draft(REPORT).to_toml())
    goals = [e for e in article["event"] if e["kind"] in ("goal", "penalty")]
    assert [(e["player"], e["minute"], e["kind"]) for e in goals] == [
        ("yoane-wissa", 18, "goal"), ("carlton-morris", 54, "penalty"), ("elijah-adebayo", 85, "goal"),
    ]  # fmt: skip
    assert all(e["evidence"] in REPORT.replace("\n", " ") or e["evidence"] in REPORT for e in goals)
    assert all(0 < e["confidence"] <= 1 and e["en"] and e["it"] for e in goals)


def test_untyped_sentences_become_facts_in_the_article_s_language() -> None:
    article = tomllib.loads(draft(REPORT).to_toml())
    told = [f for f in article["fact"] if "means a lot" in f["en"]]
    assert {f["topic"] for f in told} == {"statement"}
    assert all("rob-edwards" in f["about"] for f in told)
    assert any("it" not in f for f in told)


def test_names_of_the_fact_base_keep_their_ids() -> None:
    known = read_names([SHIPPED])
    article = tomllib.loads(draft("Atalanta-Inter 0-1\nDecide Lautaro Martinez al 65'.", known).to_toml())
    assert (article["match"][0]["home"], article["match"][0]["away"]) == ("atalanta", "inter")
    assert article["event"][0]["player"] == "lautaro-martinez"


@pytest.mark.parametrize("half", ["dev", "heldout"])
def test_drafts_build_into_the_fact_base(half: str, tmp_path: Path) -> None:
    known = read_names([SHIPPED])
    for folder in ("articles", "names"):
        (tmp_path / folder).mkdir()
    reports = sorted((Path(__file__).parent / "reports" / half).glob("*.txt"))
    for path in reports[::3]:
        made = draft(path.read_text("utf-8"), [*known, *read_names([tmp_path / "names"])])
        (tmp_path / "articles" / f"{path.stem}.toml").write_text(made.to_toml(), "utf-8")
        if names := made.names_toml():
            (tmp_path / "names" / f"{path.stem}.toml").write_text(names, "utf-8")
    assert build(tmp_path / "facts.sqlite", tmp_path).ok


def test_an_accepted_draft_is_answered_in_the_other_language(tmp_path: Path) -> None:
    made = draft(REPORT, read_names([SHIPPED]))
    for folder, text in (("articles", made.to_toml()), ("names", made.names_toml())):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "luton.toml").write_text(text, "utf-8")
    build(tmp_path / "facts.sqlite", tmp_path)
    answer = Knowledge.open(tmp_path / "facts.sqlite").answer(
        "chi ha segnato per il Luton contro il Brentford?"
    )
    assert "Adebayo" in answer.text
    assert answer.source_line


def test_lines_broken_at_a_fixed_width_are_read_as_paragraphs() -> None:
    wrapped = REPORT.replace(" on 18 minutes", "\non 18 minutes")
    match = json.loads(draft(wrapped).to_json())["matches"][0]
    assert [g["minute"] for g in match["goals"]] == [18, 54, 85]


def test_command_prints_json_and_names_a_file_that_is_no_text(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.bin"
    good.write_text(REPORT, "utf-8")
    bad.write_bytes(bytes(range(256)))
    runner = CliRunner()
    result = runner.invoke(draft_command, [str(good), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["matches"][0]["score"] == [1, 2]
    assert (
        tomllib.loads(runner.invoke(draft_command, [str(good), "--toml"]).stdout)["source"]["language"]
        == "en"
    )
    result = runner.invoke(draft_command, [str(bad)])
    assert result.exit_code == 1
    assert "UTF-8" in result.stderr
