"""The views of the page, one module each."""

from didar.web.pages import agreements, article, audit, changes, dossier, entry, home, people, search, statements, timeline, unsure
from didar.web.view import View

VIEWS: tuple[View, ...] = (
    home.VIEW,
    timeline.VIEW,
    dossier.VIEW,
    statements.VIEW,
    search.VIEW,
    people.LIST,
    people.VIEW,
    agreements.LIST,
    agreements.VIEW,
    audit.OVERVIEW,
    audit.VIEW,
    unsure.VIEW,
    changes.VIEW,
    entry.VIEW,
    article.VIEW,
)
