"""`didar serve`: the record as pages in a browser and as a REST API."""

from pathlib import Path

import click

from didar.cli.asked import RECORD
from didar.cli.output import say
from didar.errors import UsageError

TOKEN = "DIDAR_TOKEN"


@click.command()
@RECORD
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all of this machine's.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 takes a free one.")
@click.option("--host-name", "names", multiple=True, help="A name under which it may be asked for besides localhost; may be given twice.")
@click.option("--write", is_flag=True, help="Let people correct, after signing in with the token.")
@click.option("--token", envvar=TOKEN, help=f"The token, at least 12 characters; better given as {TOKEN}. [default: a new one, printed]")
@click.option("--seconds", type=click.FloatRange(0.1, 600), default=5.0, show_default=True, help="How long one question may take.")
def serve(record: Path, host: str, port: int, names: tuple[str, ...], write: bool, token: str | None, seconds: float) -> None:
    """Open the record as pages in a browser: read, question, and with --write correct it.

    \b
    Example: didar serve record.db
    Example: didar serve record.db --write --port 8080
    """
    import uvicorn

    from didar.web.app import make_app
    from didar.web.safety import LOCAL
    from didar.web.signing_in import SHORTEST_TOKEN

    if token is not None and len(token) < SHORTEST_TOKEN:
        raise UsageError(f"the token has {len(token)} characters, expected at least {SHORTEST_TOKEN}; leave it away to have one made")
    app = make_app(record, write=write, token=token, hosts=(*LOCAL, host, *names), seconds=seconds)
    gate = app.state.site.gate
    if gate is not None:
        say("to correct, sign in with " + (f"this token: {gate.token}" if token is None else "the token that you gave"))
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
    listening = config.bind_socket()
    listening.listen(config.backlog)  # who comes before all is ready waits and is not refused
    shown = f"[{host}]" if ":" in host else host
    say(f"{record}: http://{shown}:{listening.getsockname()[1]}/  (Ctrl+C ends it)")
    uvicorn.Server(config).run(sockets=[listening])
