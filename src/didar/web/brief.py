"""An entry in brief as HTML: its day, what it was, who took part, and its row in a table.

Tables have hundreds of these, so they are written here and not in a template, and kept while nobody writes to the record. Whatever is
not ours goes through `foreign` or `escape`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from didar.web.foreign import foreign
from didar.web.icons import icon

if TYPE_CHECKING:
    from didar.web.visit import Visit

Json = dict[str, Any]
MOST_PEOPLE, MOST_TOPICS = 6, 4


class Brief:
    """Writes for one visit, in its language and calendar."""

    def __init__(self, visit: "Visit") -> None:
        self.visit = visit
        self.words = visit.words
        self._manner = (visit.manner.language, visit.calendar)

    # -- pieces -------------------------------------------------------------------------------------------------------

    def day(self, edtf: str | None, told: str | None = None) -> Markup:
        """A day in both calendars; where there is none, the day it was told."""
        return self.visit.kept_piece((*self._manner, "day", edtf, told), lambda: self._day(edtf, told))

    def _day(self, edtf: str | None, told: str | None) -> Markup:
        when = self.visit.when(edtf)
        if when is not None:
            exact = f' datetime="{when["iso"]}"' if when["iso"] else ""
            days = f'<span class="day-main">{escape(when["main"])}</span> <span class="day-other">{escape(when["other"])}</span>'
            return Markup(f'<time class="day"{exact}>{days}</time>')
        none = escape(self.words("timeline.no_date"))
        if told is None:
            return Markup(f'<span class="day faint">{none}</span>')
        first = self.visit.when(told)
        since = f' <span class="day-other">{escape(self.words("timeline.told_on", day=first["main"]))}</span>' if first else ""
        return Markup(f'<span class="day"><span class="day-main faint">{none}</span>{since}</span>')

    def parties(self, codes: Iterable[str]) -> Markup:
        named = (f'<span class="party" title="{escape(c)}">{escape(self.words.party(c))}</span>' for c in codes)
        return Markup(f'<span class="parties">{_DASH.join(named)}</span>')

    def office(self, person: Json) -> str:
        """«وزیر خارجه، ایران», as plain text."""
        words, office = self.words, ""
        if person["office"]:
            former = f"{words('person.former')} " if person.get("former") else ""
            portfolio = f" ({words.name('portfolio', person['portfolio'])})" if person.get("portfolio") else ""
            office = f"{former}{words.name('office', person['office'])}{portfolio}"
        party = words.party(person["party"]) if person["party"] else ""
        return words("site.and").join(x for x in (office, party) if x)

    def person(self, person: Json) -> Markup:
        """The name, which leads to the person's page, and the office."""
        key = tuple(person.get(k) for k in ("name", "office", "party", "portfolio", "former", "inferred_name"))
        return self.visit.kept_piece((*self._manner, "person", *key), lambda: self._person(person))

    def _person(self, person: Json) -> Markup:
        office = escape(self.office(person).strip())
        if person["name"]:
            to = escape(self.visit.link("/person", name=person["name"], party=person["party"]))
            held = f' <span class="faint">({office})</span>' if office else ""
            return Markup(f'<a class="person" href="{to}">{foreign(person["name"])}</a>{held}')
        inferred = ""
        if person.get("inferred_name"):
            inferred = f' <span class="faint">({escape(self.words("entry.inferred", name=""))}{foreign(person["inferred_name"])})</span>'
        return Markup(f"<span>{office or escape(self.words('site.unknown'))}</span>{inferred}")

    def what(self, line: Json) -> Markup:
        """Kind, mode and, where it was not simply held, status."""
        words, mode, status = self.words, line["mode"], line["status"]
        by = f' <span class="faint">{escape(words.name("mode", mode))}</span>' if mode and mode != "phone" else ""
        kind = f"<span>{escape(words.name('kind', line['kind']))}{by}</span>"
        told = "" if status == "held" else f' <span class="status s-{escape(status)}">{escape(words.name("status", status))}</span>'
        return Markup(f'<span class="what">{icon(line["kind"], status)}{kind}</span>{told}')

    # -- rows ---------------------------------------------------------------------------------------------------------

    def row(self, line: Json) -> Markup:
        """A row of a table of entries."""
        return self.visit.kept_piece((*self._manner, "row", line["id"]), lambda: self._row(line))

    def _row(self, line: Json) -> Markup:
        place = foreign(line["place"]["name"]) if line["place"] else ""
        topics = "".join(f'<span class="topic">{escape(self.words.topic(x))}</span>' for x in line["topics"][:MOST_TOPICS])
        day = f'<a data-open class="row-link" href="{self._entry(line)}">{self.day(line["date"], line["told"])}</a>'
        return Markup(
            f'<tr data-row id="row-{escape(line["id"])}"><td class="c-when">{day}</td>\n<td class="c-what">{self.what(line)}</td>\n'
            f'<td class="c-who">{self.parties(line["parties"])}\n{self._people(line["people"])}</td>\n'
            f'<td class="c-where">{place}</td>\n<td class="c-about">{topics}</td>\n<td class="c-told">{self._told(line)}</td></tr>\n'
        )

    def short(self, line: Json) -> Markup:
        """An entry in a short list: one link."""
        return self.visit.kept_piece((*self._manner, "short", line["id"]), lambda: self._short(line))

    def _short(self, line: Json) -> Markup:
        status = "" if line["status"] == "held" else f" · {escape(self.words.name('status', line['status']))}"
        kind = f'<span class="faint">{escape(self.words.name("kind", line["kind"]))}{status}</span>'
        main = f'<span class="short-main">{self.parties(line["parties"])} {kind}</span>'
        inside = f"{icon(line['kind'], line['status'])}{main}{self.day(line['date'], line['told'])}"
        return Markup(f'<a data-open class="short-entry" href="{self._entry(line)}">{inside}</a>')

    def _entry(self, line: Json) -> Markup:
        return escape(self.visit.link(f"/entry/{line['id']}"))

    def _people(self, people: list[Json]) -> str:
        if not people:
            return ""
        shown = "".join(f"<li>{self.person(p)}</li>" for p in people[:MOST_PEOPLE])
        more = f'<li class="faint">+{self.words.number(len(people) - MOST_PEOPLE)}</li>' if len(people) > MOST_PEOPLE else ""
        return f'<ul class="people">{shown}{more}</ul>'

    def _told(self, line: Json) -> str:
        """By how many articles, and where they differ or somebody corrected."""
        words, several = self.words, ""
        if line["independent"] != line["articles"]:
            several = f' <span class="faint">{escape(words("timeline.independent", n=words.number(line["independent"])))}</span>'
        flags = "".join(
            f'\n<span class="flag {flag}">{sign} {escape(words(f"timeline.{flag}", fields=""))}{escape(self._fields(line[flag]))}</span>'
            for flag, sign in (("disputed", "≠"), ("corrected", "✓"))
            if line[flag]
        )
        return f"{escape(words.counted('timeline.told_by', line['articles']))}{several}{flags}"

    def _fields(self, names: Iterable[str]) -> str:
        return self.words("site.and").join(self.words.name("field", f) for f in names)


_DASH = '<span class="dash" aria-hidden="true"> – </span>'
