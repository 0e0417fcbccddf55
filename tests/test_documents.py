"""What the documents promise is there: tests, files and commands that they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from knowledge import check

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SECTIONS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Reliability")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_test_that_the_security_page_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8")))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert named
    assert sorted(named - set(re.findall(r"def (test_\w+)", code))) == []


def test_the_changelog_keeps_its_sections_in_order() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for release in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        found = re.findall(r"^### (.+)$", release, flags=re.MULTILINE)
        assert found == sorted(found, key=SECTIONS.index)


def test_every_command_of_the_bot_program_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"python -m bot {name}" not in readme] == []


def test_the_files_shown_in_the_page_on_articles_pass_the_check(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "articles.md").read_text(encoding="utf-8")
    article, names, amendments = re.findall(r"```toml\n(.*?)```", text, flags=re.DOTALL)
    others = ("friuli", "place"), ("picco", "place"), ("la-spezia", "place"), *(
        (f"example-{role}", "person") for role in ("coach", "forward", "winger")
    )  # fmt: skip
    for id_, kind in others:
        names += f'\n[[name]]\nid = "{id_}"\nkind = "{kind}"\nname.en = "{id_}"\nname.it = "{id_}"\n'
    (tmp_path / "articles").mkdir()
    (tmp_path / "names").mkdir()
    (tmp_path / "articles" / "shown.toml").write_text(article, encoding="utf-8")
    (tmp_path / "names" / "shown.toml").write_text(names, encoding="utf-8")
    (tmp_path / "amendments.toml").write_text(amendments, encoding="utf-8")
    assert [str(mistake) for mistake in check(tmp_path).mistakes] == []
