"""What people changed, the newest first."""

from typing import Any

from didar.views.questions import history
from didar.web.asked import ask_nothing
from didar.web.view import View
from didar.web.visit import Visit

Json = dict[str, Any]


def read(visit: Visit, asked: int | None) -> Json:
    found = history(visit.store)[::-1]
    size = visit.size(asked)
    return {"total": len(found), "cut": len(found) > size, "rows": found[:size]}


VIEW = View(
    name="changes",
    path="/changes",
    summary="What people changed, each with its author and reason",
    ask=ask_nothing,
    read=read,
    columns=("number", "entry", "action", "field", "value", "author", "at", "because", "undone"),
)
