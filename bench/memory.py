"""How much memory each process of a command has at most: python bench/memory.py COMMAND...

For Linux. Memory that processes share counts for each of them.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.2


def list_processes(id: int) -> Iterator[int]:
    """A process and all below it."""
    yield id
    try:
        below = Path(f"/proc/{id}/task/{id}/children").read_text().split()
    except OSError:  # it has ended
        return
    for each in below:
        yield from list_processes(int(each))


def look_at(id: int) -> tuple[str, int]:
    """What a process is called, and the most that it ever had, in MB. Raises OSError."""
    lines = Path(f"/proc/{id}/status").read_text().splitlines()
    state = dict(line.split(":\t", 1) for line in lines)
    return state["Name"], int(state.get("VmHWM", "0 kB").split()[0]) // 1024


def main() -> int:
    """Watch the command, and print what was seen; gives its exit code."""
    begun = time.monotonic()
    command = subprocess.Popen(sys.argv[1:])
    seen: dict[int, tuple[float, str, int]] = {}
    while command.poll() is None:
        for id in list_processes(command.pid):
            try:
                name, most = look_at(id)
            except OSError:
                continue
            since, *_ = seen.get(id, (time.monotonic() - begun,))
            if most:  # else it has ended, and nobody has asked how
                seen[id] = since, name, most
        time.sleep(PAUSE)
    for since, name, most in sorted(seen.values(), key=lambda each: -each[2]):
        print(f"{most:6} MB  {name} (seen from {since:.0f} s on)")
    return command.returncode


if __name__ == "__main__":
    sys.exit(main())
