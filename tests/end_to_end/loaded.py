"""A host whose hook finds the program loaded: each push has a process of its own, forked from one that only loads.

Loading is two thirds of what a push costs. The hook is the one that `board host` wrote, but for the interpreter, in
whose place stands a few lines that hand words, environment, folder and open files to the process that has loaded the
program; what is forked there runs it as `python -m board` would. The other hosts of the tests load it at each push.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.hosts import CLEAN, Host

_SERVER = Path(__file__).with_name("loading.py")

_HANDS_OVER = """\
#!{python} -IS
import _socket, os, sys
words, variables = sys.argv[3:], [f"{{name}}={{text}}" for name, text in os.environ.items()]
assert sys.argv[1:3] == ["-I", "-m"], sys.argv
server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
server.connect({address!r})
files = b"".join(number.to_bytes(4, sys.byteorder) for number in range(3))
told = "\\0".join([os.getcwd(), str(len(words)), *words, *variables])
server.sendmsg([told.encode()], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, files)])
server.shutdown(_socket.SHUT_WR)
# A process that was killed gives no code.
sys.exit((server.recv(1) or b"\\1")[0])
"""


@contextmanager
def interpreter() -> Iterator[Path]:
    """What stands in the place of the interpreter, as long as the process that has loaded the program is there."""
    # The address of a socket is at most 107 bytes long.
    with tempfile.TemporaryDirectory(prefix="board-") as folder:
        address, shown = Path(folder, "socket"), Path(folder, "python")
        shown.write_text(_HANDS_OVER.format(python=sys.executable, address=str(address)), "utf-8")
        shown.chmod(0o755)
        words = [sys.executable, "-I", str(_SERVER), str(address)]
        with subprocess.Popen(words, env=CLEAN, stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            assert server.stdout.read(1) == b".", "the program was not loaded"
            yield shown
            server.terminate()


def let_in(host: Host, shown: Path) -> None:
    """Let the hook of a host begin with that interpreter."""
    hook = host.root / "hooks" / "proc-receive"
    text = hook.read_text("utf-8")
    assert text.count(f"{sys.executable} -I -m board ") == 1
    hook.write_text(text.replace(f"{sys.executable} -I", f"{shown} -I"), "utf-8")
