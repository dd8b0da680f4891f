"""What `import didar` offers: sorted, at most twenty names, each explained; importing reads no data."""

import json
import subprocess
import sys

import didar


def test_names_are_sorted_few_and_explained() -> None:
    names = list(didar.__all__)
    assert names == sorted(names, key=str.casefold)
    assert len(names) <= 20
    for name in names:
        thing = getattr(didar, name)
        assert isinstance(thing, str) or thing.__doc__, f"didar.{name} has no docstring"


def test_the_promised_names_are_there() -> None:
    assert {"find_dates", "read_article"} <= set(didar.__all__)


def test_importing_reads_no_data() -> None:
    code = """
import sys, json
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import didar
print(json.dumps([name for name in opened if name.endswith((".tsv", ".toml", ".db"))]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_the_promised_calls() -> None:
    reading = didar.read_article("وزیر امور خارجه ایران امروز با همتای عراقی خود دیدار کرد.", published="2025-02-25")
    assert [e.kind for e in reading.engagements] == ["meeting"]
    assert [d.value for d in didar.find_dates("امروز", published="2025-02-25")] == ["2025-02-25"]
