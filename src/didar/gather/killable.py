"""A worker process that does one job after another, each within a time budget; one that takes longer is killed with its process.

What hostile input can do to a parser (hang it, crash it, eat the memory) it does to the worker. Requests are a JSON head and
a body of bytes; answers are JSON, so that nothing which a damaged worker says is executed here.
"""

import json
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import IO, Any, Self

BUDGET = 10.0  # seconds for one job
START = 60.0  # seconds until a worker must be ready
MEMORY = 2_000_000_000  # bytes of address space for a worker, where the system can limit it
MAX_ANSWER = 64_000_000  # bytes

_READY = b"ready\n"
_HEAD = struct.Struct(">IQ")
_ANSWER = struct.Struct(">Q")


class Lost(Exception):
    """The worker gave no answer. `late`: it was killed when its time was up; else it died of itself."""

    def __init__(self, *, late: bool) -> None:
        self.late = late
        super().__init__("killed when its time was up" if late else "ended without an answer")


class Killable:
    """A worker that runs `function` of `module` in a process of its own; started when it is first needed, and again after a loss.

    The function is called with `arguments` and must call `serve`. budget: seconds for one job.
    """

    def __init__(self, module: str, function: str, *arguments: str, budget: float = BUDGET) -> None:
        self._code = f"import sys; sys.path[:] = {sys.path!r}; from {module} import {function}; {function}(*{list(arguments)!r})"
        self._budget = budget
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, head: Mapping[str, Any], body: bytes = b"") -> Any:
        """The worker's answer. Raises Lost where there is none; the next job gets a new worker."""
        process = self._process or self._start()
        late = threading.Event()
        timer = threading.Timer(self._budget, _kill, (process, late))
        timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            text = json.dumps(head).encode()
            process.stdin.write(_HEAD.pack(len(text), len(body)) + text)
            process.stdin.write(body)
            process.stdin.flush()
            (size,) = _ANSWER.unpack(_exactly(process.stdout, _ANSWER.size))
            if size > MAX_ANSWER:
                raise EOFError
            return json.loads(_exactly(process.stdout, size))
        except (OSError, EOFError, ValueError) as fault:
            self.close()
            raise Lost(late=late.is_set()) from fault
        finally:
            timer.cancel()

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen([sys.executable, "-P", "-c", self._code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        timer = threading.Timer(START, process.kill)
        timer.start()
        assert process.stdout is not None
        ready = process.stdout.readline()
        timer.cancel()
        if ready != _READY:
            process.kill()
            process.communicate()
            raise Lost(late=False)
        self._process = process
        return process


def serve(answer: Callable[[dict[str, Any], bytes], Any]) -> None:
    """The worker's side: answer requests until there are no more. What the work prints goes to stderr."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    source = sys.stdin.buffer
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sink.write(_READY)
    sink.flush()
    while head := source.read(_HEAD.size):
        sizes = _HEAD.unpack(head)
        request = json.loads(_exactly(source, sizes[0]))
        text = json.dumps(answer(request, _exactly(source, sizes[1]))).encode()
        try:
            sink.write(_ANSWER.pack(len(text)) + text)
            sink.flush()
        except BrokenPipeError:  # nobody waits for it any more
            os._exit(0)


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on this system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))
