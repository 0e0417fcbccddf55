"""Every broken file gives one line a mistake: file, place and what to write instead; the base stays as it was."""

# ruff: noqa: E501 - a table of cases reads better with one a line
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from knowledge.__main__ import main
from tests.knowledge.base.world import ARTICLE, NAMES, World

REPORT = "data/articles/report.toml"
NAMES_FILE = "data/names/names.toml"

# what is changed, into what, the line that must come
ONE_MISTAKE = {
    "TOML syntax": ('topic = "weather"', "topic = weather", f"{REPORT}, line 36, column 9: is not valid TOML"),
    "a key twice": ('kind = "goal"', 'kind = "goal"\nkind = "goal"', f"{REPORT}, line 25, column 14: is not valid TOML: "),
    "an unknown key": ("minute = 65", "minit = 65", f"{REPORT}, event 'goal-lautaro', minit: unknown key; did you mean 'minute'?"),
    "an unknown key in a source": ("published =", "publishd =", f"{REPORT}, source, publishd: unknown key; did you mean 'published'?"),
    "an unknown table": ("[[fact]]", "[[facts]]", f"{REPORT}, facts: unknown key; did you mean 'fact'?"),
    "a minute of 130": ("minute = 65", "minute = 130", f"{REPORT}, event 'goal-lautaro', minute: is too large; write 125 or less (found 130)"),
    "a minute of 0": ("minute = 65", "minute = 0", f"{REPORT}, event 'goal-lautaro', minute: is too small; write 1 or more (found 0)"),
    "a minute in quotes": ("minute = 65", 'minute = "65"', f"{REPORT}, event 'goal-lautaro', minute: is not a whole number; write one without quotes (found '65')"),
    "a minute with a point": ("minute = 65", "minute = 65.0", f"{REPORT}, event 'goal-lautaro', minute: is not a whole number"),
    "a minute of the other count": ("minute = 65", 'minute = 20\nperiod = "second_half"', f"{REPORT}, event 'goal-lautaro', minute: minute 20 is not in the second half; write 65"),
    "an unknown player": ('player = "lautaro-martinez"', 'player = "lautaro-martines"', f"{REPORT}, event 'goal-lautaro', player: unknown name 'lautaro-martines'; did you mean 'lautaro-martinez'?"),
    "a player who is a club": ('player = "lautaro-martinez"', 'player = "inter"', f"{REPORT}, event 'goal-lautaro', player: 'inter' is a club; write the id of a person"),
    "an unknown subject": ('about = ["atalanta-inter"]', 'about = ["atalanta-intr"]', f"{REPORT}, fact 'weather', about: unknown name 'atalanta-intr'; did you mean 'atalanta-inter'?"),
    "an untold row": ("as_of = 2025-12-28", 'as_of = 2025-12-28\ntells = ["wether"]', f"{REPORT}, fact 'lautaro-tally', tells: the article has no row 'wether'; remove it"),
    "an unknown match": ('match = "atalanta-inter"', 'match = "inter-atalanta"', f"{REPORT}, event 'goal-lautaro', match: unknown match 'inter-atalanta'; write one of atalanta-inter"),
    "an unknown kind of event": ('kind = "goal"', 'kind = "gaol"', f"{REPORT}, event 'goal-lautaro', kind: unknown kind 'gaol'; write one of goal,"),
    "an unknown topic": ('topic = "weather"', 'topic = "wether"', f"{REPORT}, fact 'weather', topic: unknown topic 'wether'; did you mean 'weather'?"),
    "a team that does not play": ('team = "inter"', 'team = "bergamo"', f"{REPORT}, event 'goal-lautaro', team: 'bergamo' does not play in this match; write 'atalanta' or 'inter'"),
    "a score below the goals told": ("score = [0, 1]\nhalf_time = [0, 0]", "score = [0, 0]", f"{REPORT}, match 'atalanta-inter', score: gives inter 0, but 1 goals are told; correct the score or the goals"),
    "a half-time score above the score": ("half_time = [0, 0]", "half_time = [1, 0]", f"{REPORT}, match 'atalanta-inter', half_time: has more goals than the final score"),
    "a half-time score against the goals": ("half_time = [0, 0]", "half_time = [0, 1]", f"{REPORT}, match 'atalanta-inter', half_time: leaves inter 0 in the second half, but 1 goals are told"),
    "a winner against the score": ("score = [0, 1]", 'score = [0, 1]\nwinner = "atalanta"', f"{REPORT}, match 'atalanta-inter', winner: the score says 'inter'"),
    "a score of three": ("score = [0, 1]", "score = [0, 1, 2]", f"{REPORT}, match 'atalanta-inter', score: "),
    "a score in words": ("score = [0, 1]", 'score = "0-1"', f"{REPORT}, match 'atalanta-inter', score: is not a pair; write it as [0, 1] (found '0-1')"),
    "a negative score": ("score = [0, 1]", "score = [0, -1]", f"{REPORT}, match 'atalanta-inter', score number 2: is too small; write 0 or more (found -1)"),
    "a duplicate id": ('id = "lautaro-tally"', 'id = "weather"', f"{REPORT}, 'weather': the id is taken in {REPORT}; choose another"),
    "an id with capitals": ('id = "weather"', 'id = "Weather"', f"{REPORT}, fact 'Weather', id: is no id; write lower-case letters"),
    "a missing id": ('id = "weather"\n', "", f"{REPORT}, fact number 1, id: is missing; add it"),
    "a missing sentence": ('it = "Quella sera a Bergamo pioveva."\n', "", f"{REPORT}, fact 'weather': has no sentence in 'it'; write it = \"...\""),
    "a missing sentence of an event": ('en = "Lautaro Martínez scored after 65 minutes."\n', "", f"{REPORT}, event 'goal-lautaro': has no sentence in 'en'"),
    "missing questions": ('ask.it = ["Che tempo faceva a Bergamo?", "pioveva o no"]\n', "", f"{REPORT}, fact 'weather': has no question in 'it'; write ask.it = [\"...\"]"),
    "a question that is no list": ('ask.it = ["Che tempo faceva a Bergamo?", "pioveva o no"]', 'ask.it = "Che tempo?"', f"{REPORT}, fact 'weather', ask, it: is not a list; write one in [ ]"),
    "a value of a wrong type": ("value = 9", "value = { foo = 1 }", f"{REPORT}, fact 'lautaro-tally', value: write an id, a figure,"),
    "a value in no language": ("value = 9", "value = {}", f"{REPORT}, fact 'lautaro-tally', value: write an id, a figure,"),
    "an enormous figure": ("value = 9", f"value = {'9' * 40}", f"{REPORT}, fact 'lautaro-tally', value: write an id"),
    "a figure beyond counting": ("value = 9", f"value = {'9' * 5000}", f"{REPORT}: is not valid TOML: "),
    "a date in quotes": ("as_of = 2025-12-28", 'as_of = "2025-12-28"', f"{REPORT}, fact 'lautaro-tally', as_of: is not a date; write one such as 2025-12-28, without quotes"),
    "a date that does not exist": ("as_of = 2025-12-28", "as_of = 2025-02-30", f"{REPORT}, line 51, column 9: is not valid TOML"),
    "a season in full": ('season = "2025-26"\ndate', 'season = "2025-2026"\ndate', f"{REPORT}, match 'atalanta-inter', season: is no season; write one such as '2025-26'"),
    "an unknown language": ('language = "en"', 'language = "fr"', f"{REPORT}, source, language: is not known here; write 'en' or 'it' (found 'fr')"),
    "a NUL in a sentence": ("It rained in Bergamo", "It rained\\u0000in Bergamo", f"{REPORT}, fact 'weather', en: holds a control character; write it on one line"),
    "a line break in a sentence": ("It rained in Bergamo", "It rained\\nin Bergamo", f"{REPORT}, fact 'weather', en: holds a control character"),
    "a table that is a list": ("[source]", "[[source]]", f"{REPORT}, source: is not one table; write it as [key]"),
    "a missing source": (ARTICLE[: ARTICLE.index("[[match]]")], "", f"{REPORT}, source: is missing; add it"),
    "an unknown kind of name": ('kind = "person"', 'kind = "human"', f"{NAMES_FILE}, name 'lautaro-martinez', kind: is not known here; write 'person', "),
    "an unknown town": ('town = "bergamo"\nstadium', 'town = "bergam"\nstadium', f"{NAMES_FILE}, name 'atalanta', town: unknown name 'bergam'; did you mean 'bergamo'?"),
    "an alias of two names": ('alias = ["beneamata"]', 'alias = ["La Dea"]', f"{NAMES_FILE}, name 'inter': the alias 'la dea' belongs to 'atalanta' too; remove one or add a [[clash]]"),
    "an alias without letters": ('alias = ["beneamata"]', 'alias = ["?!"]', f"{NAMES_FILE}, name 'inter': the alias '?!' has no letter"),
    "a name twice": ('id = "djimsiti"', 'id = "lautaro-martinez"', f"{NAMES_FILE}, name 'lautaro-martinez': the id is taken in {NAMES_FILE}"),
    "a clash of an unknown name": ('[[name]]\nid = "inter"', '[[clash]]\nalias = "nerazzurri"\nnames = ["atalanta", "milan"]\n\n[[name]]\nid = "inter"', f"{NAMES_FILE}, clash 'nerazzurri': unknown name 'milan'"),
    "a clash of one name": ('[[name]]\nid = "inter"', '[[clash]]\nalias = "nerazzurri"\nnames = ["atalanta"]\n\n[[name]]\nid = "inter"', f"{NAMES_FILE}, clash 'nerazzurri': names fewer than two names"),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_MISTAKE)
def test_one_mistake_gives_one_line_with_file_place_and_remedy(world: World, case: str) -> None:
    old, new, line = ONE_MISTAKE[case]
    world.replace(old, new)
    lines = world.mistakes()
    assert len(lines) == 1, lines
    assert lines[0].startswith(line)
    assert lines[0].isprintable()
    assert len(lines[0]) < 400


def test_all_mistakes_of_a_run_are_reported_at_once(world: World) -> None:
    world.replace("minute = 65", "minute = 130")
    world.replace('topic = "weather"', "topic = 3")
    world.replace('kind = "person"', 'kind = "human"')
    lines = world.mistakes()
    assert [line.split(":")[0] for line in lines] == [
        f"{NAMES_FILE}, name 'lautaro-martinez', kind",
        f"{REPORT}, event 'goal-lautaro', minute",
        f"{REPORT}, fact 'weather', topic",
    ]


def _not_utf8(path: Path) -> None:
    path.write_bytes(ARTICLE.replace("í", "?").encode() + b"# \xe8")


def _utf16(path: Path) -> None:
    path.write_bytes(ARTICLE.encode("utf-16"))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _blank(path: Path) -> None:
    path.write_text("\n  \n")


def _ten_megabytes(path: Path) -> None:
    path.write_bytes(b"#" * 10_000_000)


def _directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.toml")


def _deep_list(path: Path) -> None:
    path.write_text(ARTICLE.replace("value = 9", f"value = {'[' * 3000}{']' * 3000}"))


def _deep_keys(path: Path) -> None:
    path.write_text(ARTICLE.replace("value = 9", f"value{'.a' * 3000} = 9"))


def _raw_nul(path: Path) -> None:
    path.write_bytes(ARTICLE.encode().replace(b"rained", b"rai\0ned"))


WHOLE_FILE = {
    _not_utf8: "byte 1197: is not UTF-8; save the file as UTF-8",
    _utf16: "byte 1: is not UTF-8; save the file as UTF-8",
    _empty: "is empty; write its tables, or delete the file",
    _blank: "is empty; write its tables, or delete the file",
    _ten_megabytes: "has 10,000,000 bytes; split it, 4,000,000 is the most",
    _directory: "is a directory; write a file there or rename the directory",
    _pipe: "is no ordinary file; write a file there",
    _link_to_nowhere: "cannot be read: No such file or directory; check its permissions",
    _deep_list: "is nested too deeply; write plain keys and lists",
    _deep_keys: "fact 'lautaro-tally', value: write an id, a figure,",
    _raw_nul: ", line 38, column 13: is not valid TOML: Illegal character",
}


@pytest.mark.parametrize("spoil", WHOLE_FILE, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_file_that_cannot_be_read_gives_one_line(world: World, spoil: object) -> None:
    world.build()
    before = world.base.read_bytes()
    spoil(world.article)  # type: ignore[operator]
    lines = world.mistakes()
    expected = WHOLE_FILE[spoil]  # type: ignore[index]
    assert len(lines) == 1, lines
    assert lines[0].startswith(REPORT)
    assert expected.partition(":")[2] in lines[0] if expected.startswith("byte") else expected in lines[0]
    assert world.base.read_bytes() == before
    assert sorted(path.name for path in world.base.parent.iterdir()) == ["facts.sqlite"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(world: World) -> None:
    world.article.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert world.build().ok


def test_an_articles_folder_that_is_a_file_is_a_mistake(world: World) -> None:
    shutil.rmtree(world.article.parent)
    world.article.parent.write_text(ARTICLE)
    assert world.mistakes() == ["data/articles: is a file; make it a folder of .toml files"]


def test_a_data_folder_that_is_a_file_is_a_mistake(world: World) -> None:
    shutil.rmtree(world.folder)
    world.folder.write_text(ARTICLE)
    assert world.mistakes() == ["data: is a file; name the folder that holds articles/"]


def test_a_name_of_a_file_cannot_break_the_line(world: World) -> None:
    world.article.rename(world.article.with_name("re\nport.toml"))
    assert world.mistakes() == [
        r"'data/articles/re\nport.toml': has characters in its name that cannot be shown; rename it"
    ]


def test_a_base_that_cannot_be_written_is_a_mistake(world: World) -> None:
    world.base.mkdir(parents=True)
    lines = world.mistakes()
    assert len(lines) == 1
    assert lines[0].startswith("facts.sqlite: cannot be written: ")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Yield a folder that everybody may enter; pytest's own is closed to other users."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.process
@pytest.mark.parametrize("closed", ["a file", "a folder"])
def test_a_file_without_permission_is_a_mistake(open_folder: Path, closed: str) -> None:
    names, articles = open_folder / "names", open_folder / "articles"
    names.mkdir()
    articles.mkdir()
    (names / "own.toml").write_text(NAMES)
    target = articles if closed == "a folder" else names / "own.toml"
    target.chmod(0)
    program = """
import os, sys
from pathlib import Path
from knowledge.base.files import read_inputs
read_inputs(Path(sys.argv[1]))  # imports what it needs
if os.geteuid() == 0:
    os.seteuid(65534)  # the superuser may read everything
print(*read_inputs(Path(sys.argv[1]), Path(sys.argv[1]) / "none")[1], sep="\\n")
"""
    done = subprocess.run(
        [sys.executable, "-c", program, open_folder],
        capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[3], check=True,
    )  # fmt: skip
    target.chmod(0o700)
    found = done.stdout.splitlines()
    assert len(found) == 1, done
    assert "Permission denied; check its permissions" in found[0]


def test_the_command_exits_with_1_and_leaves_the_base(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "facts.sqlite").write_bytes(b"the old base")
    (tmp_path / "articles" / "broken.toml").write_text("[source\n")
    for command in ("build", "check"):
        result = CliRunner().invoke(main, ["--data", str(tmp_path), command])
        assert result.exit_code == 1
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.stderr.startswith(
            f"{tmp_path.name}/articles/broken.toml, line 1, column 8: is not valid TOML"
        )
        assert result.stderr.count("\n") == 1
    assert (tmp_path / "facts.sqlite").read_bytes() == b"the old base"


def test_names_of_the_world_are_sound(world: World) -> None:
    assert world.check().mistakes == ()
    assert NAMES in world.names.read_text()
