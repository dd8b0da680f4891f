"""The script that the pages load is what its modules say, and nothing vendored lacks its licence."""

import re
import shutil
from pathlib import Path

import pytest

from didar.web.bundle import BUNDLE, MODULES, bundle, fingerprint

ROOT = Path(__file__).resolve().parents[2]
VENDOR = BUNDLE.parent / "vendor"
LICENCES = {
    "htmx.min.js": ("htmx-LICENSE.txt", "BSD"),
    "vazirmatn.woff2": ("vazirmatn-OFL.txt", "SIL OPEN FONT LICENSE"),
    "axe.min.js": ("axe-LICENSE.txt", "Mozilla Public License"),
}


def test_bundle_is_of_these_modules() -> None:
    assert fingerprint() in BUNDLE.read_text(encoding="utf-8").split("\n", 1)[0], "run: make bundle"


def test_bundle_can_be_made_again() -> None:
    esbuild = ROOT / ".venv" / "node" / "node_modules" / ".bin" / "esbuild"
    if not esbuild.exists() or shutil.which("node") is None:
        pytest.skip("no esbuild: run make browser where Node.js and npm are")
    assert bundle(esbuild) == BUNDLE.read_text(encoding="utf-8")


def test_every_module_is_told() -> None:
    page = (MODULES / "README.md").read_text(encoding="utf-8")
    assert [m.name for m in MODULES.glob("*.js") if m.name != "main.js" and f"`{m.name}`" not in page] == []


def test_what_is_vendored_has_its_licence() -> None:
    folders = (VENDOR, ROOT / "tests" / "web" / "vendor")
    found = {f.name: f for folder in folders for f in folder.iterdir() if not f.name.endswith(".txt")}
    assert set(found) == set(LICENCES)
    for name, (licence, words) in LICENCES.items():
        assert words in (found[name].parent / licence).read_text(encoding="utf-8")


def test_nothing_of_ours_asks_another_host() -> None:
    for path in [BUNDLE, *BUNDLE.parent.glob("*.css")]:
        assert re.findall(r"(?:https?:)?//(?!www\.w3\.org)[a-z0-9-]+\.[a-z]", path.read_text(encoding="utf-8")) == [], path.name
