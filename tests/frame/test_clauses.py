"""Verb groups and clauses of sentences of our own: which words hang together, and what is no verb."""

import pytest

from didar.model import Article
from didar.pack import Pack
from didar.pipeline import set_scene


def clauses(text: str, pack: Pack) -> list[tuple[str, str, str]]:
    """(words, the verb's lemma and tense, relation) of every clause."""
    scene = set_scene(Article(id="t", text=text), pack=pack)
    words = scene.analysis.words
    return [
        (" ".join(words[t] for t in c.tokens), f"{c.verb.lemma} {c.verb.tense.value}" if c.verb else "-", c.relation)
        for c in scene.clauses.clauses
    ]


def verbs(text: str, pack: Pack) -> list[str]:
    """Lemma, tense and negation of every verb group."""
    scene = set_scene(Article(id="t", text=text), pack=pack)
    found = [c.verb for c in scene.clauses.clauses if c.verb]
    return [f"{v.lemma} {v.tense.value}{' not' if v.negative else ''}{' passive' if v.passive else ''}" for v in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("او به تهران سفر کرد.", ["کرد past"]),
        ("او به تهران سفر کرده است.", ["کرد perfect"]),
        ("او به تهران سفر کرده بود.", ["کرد pluperfect"]),
        ("او به تهران سفر خواهد کرد.", ["کرد future"]),
        ("او به تهران سفر نخواهد کرد.", ["کرد future not"]),
        ("او به تهران سفر می‌کند.", ["کرد present"]),
        ("او به تهران سفر نمی‌کند.", ["کرد present not"]),
        ("شاید او به تهران سفر کند.", ["کرد subjunctive"]),
        ("دیدار انجام نشد.", ["شد past not passive"]),
        ("نشست برگزار خواهد شد.", ["شد future passive"]),
        ("او با وزیر دیدار و گفت‌وگو کرد.", ["کرد past"]),
    ],
)
def test_verb_group(text: str, expected: list[str], pack: Pack) -> None:
    assert verbs(text, pack) == expected


@pytest.mark.parametrize("text", ["سفر به تهران", "دیدار رفت و برگشت", "رفت و آمد زائران", "دیدار سران دو کشور در مسکو"])
def test_no_verb(text: str, pack: Pack) -> None:
    assert verbs(text, pack) == []


def test_relative_clause_stands_inside(pack: Pack) -> None:
    """The main clause goes on behind the relative clause and gets the last verb."""
    main, relative = clauses("وزیر خارجه که به مسقط سفر کرده است با همتای خود دیدار کرد.", pack)
    assert (main[1], relative[1], relative[2]) == ("کرد past", "کرد perfect", "relative")
    assert main[0].endswith("با همتای خود دیدار کرد .")


def test_complement_depends_on_its_verb(pack: Pack) -> None:
    """«گفت که …» opens a clause of its own."""
    assert [(verb, relation) for _, verb, relation in clauses("او گفت که فردا به کابل سفر می‌کند.", pack)] == [
        ("گفت past", "main"),
        ("کرد present", "complement"),
    ]


def test_joined_clauses(pack: Pack) -> None:
    """Two verbs make two clauses."""
    found = clauses("وزیر وارد بغداد شد و با رئیس مجلس دیدار کرد.", pack)
    assert [verb for _, verb, _ in found] == ["شد past", "کرد past"]
