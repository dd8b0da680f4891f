"""What all tests share."""

from pathlib import Path

import pytest

from didar.pack import Pack, load_pack

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The language pack that we ship."""
    return load_pack()


@pytest.fixture(scope="session")
def shared() -> Path:
    """../shared: gold, corpora and the scorer, which are not part of the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample reports that we ship."""
    return ROOT / "src" / "didar" / "samples"
