"""What every visitor may ask and takes long is made ahead, at the start and when somebody has written: nobody waits for it."""

import logging
import time
from threading import Event, Thread

from didar.errors import DidarError
from didar.web.known import Known, Site
from didar.web.pages import audit, dossier, home, unsure
from didar.web.shelf import Busy

LOG = logging.getLogger("didar.web")
EVERY = 0.5  # seconds between two looks at the record's version
REST = 2.0  # rests so many times as long as the work took, so that a record that is written all the time does not keep it busy
PATIENCE = 60.0  # seconds that one part may take


class Ahead:
    """A thread beside those that answer."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._done: int | None = None
        self._ended = Event()
        self._thread = Thread(target=self._run, name="ahead", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Return when the thread has."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            start = time.monotonic()
            try:
                self.look()
            except (DidarError, Busy):  # nobody waits for it here: who asks the same is told what went wrong
                LOG.exception("making ahead")
            pause = EVERY + REST * (time.monotonic() - start)

    def look(self) -> None:
        """Make what is wanted if the record has changed. Each part reads a moment of its own, so that a writer's log can be emptied."""
        version = None
        for make in (Known.make_register, home.overview, audit.all_rows, unsure.queue, dossier.busiest):
            if self._ended.is_set():
                return
            with self.site.shelf.aside(seconds=PATIENCE) as moment:
                if moment.version == self._done:
                    return
                version = moment.version
                make(Known(self.site, moment))
        self._done = version
