"""Loads the program, and forks for whoever asks at a socket; `tests.end_to_end.loaded` starts it."""

import contextlib
import gc
import os
import socket
import sys
import traceback

import board.cli.hook  # noqa: F401 - loaded here, so that nothing is loaded behind the fork
from board.__main__ import main

_MOST = 1 << 16


def _become(asking: socket.socket) -> None:
    """Be the process that was asked for, to its end."""
    data, files, _, _ = socket.recv_fds(asking, _MOST, 3)
    while more := asking.recv(_MOST):
        data += more
    folder, count, *rest = data.decode().split("\0")
    words, variables = rest[: int(count)], rest[int(count) :]
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variable.partition("=")[::2] for variable in variables)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    # What stood there before may have been of another kind, such as a file in the place of a pipe.
    sys.stdin = open(0, errors="surrogateescape", closefd=False)  # noqa: SIM115 - they end with the process
    sys.stdout = open(1, "w", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.argv = words
    code = 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - told as the interpreter would tell it
        traceback.print_exc()
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
    asking.send(bytes([code]))
    os._exit(code)


def _serve(address: str) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(address)
        server.listen(8)
        gc.freeze()
        os.write(1, b".")
        forked: set[int] = set()
        while True:
            asking, _ = server.accept()
            with asking:
                made = os.fork()
                if made == 0:
                    server.close()
                    _become(asking)
            forked = {one for one in {*forked, made} if os.waitpid(one, os.WNOHANG)[0] == 0}


if __name__ == "__main__":
    _serve(sys.argv[1])
