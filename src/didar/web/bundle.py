"""Bundles the pages' script: `python -m didar.web.bundle ESBUILD` writes static/didar.js from modules/*.js."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
MODULES, BUNDLE = HERE / "modules", HERE / "static" / "didar.js"
ESBUILD = "0.28.2"


def fingerprint() -> str:
    """Of the modules' text and the bundler's version; it stands in the bundle's first line."""
    found = sha256(ESBUILD.encode())
    for module in sorted(MODULES.glob("*.js")):
        found.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def bundle(esbuild: Path) -> str:
    """The bundle's text. `esbuild`: the program; raises CalledProcessError where it refuses."""
    options = ["--bundle", "--format=esm", "--minify", "--target=es2022", "--charset=utf8", "--log-level=warning"]
    done = subprocess.run([esbuild, MODULES / "main.js", *options], check=True, capture_output=True, text=True, encoding="utf-8")
    return f"/* Didar: bundled from src/didar/web/modules, {fingerprint()} */\n{done.stdout}"


if __name__ == "__main__":
    BUNDLE.write_text(bundle(Path(sys.argv[1])), encoding="utf-8")
    print(f"{BUNDLE.name}: {BUNDLE.stat().st_size} bytes")
