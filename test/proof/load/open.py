"""
What this system's loader makes of libraries. One path a line on standard input; for each, a process of its own opens the file as
Python opens an extension module (dlopen with RTLD_NOW), and a line of JSON says what came of it: "path", and "message", which is
empty if it loaded, the loader's own words, or null if the process did not survive. A path after an exclamation mark is opened in this
process itself, so that all that follow find it loaded.
"""

import ctypes
import json
import os
import signal
import sys


def attempt(path: str) -> str | None:
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        # What constructors print is not ours.
        silent = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(silent, descriptor)
        signal.alarm(30)
        try:
            ctypes.CDLL(path, mode=os.RTLD_NOW)
            message = ""
        except OSError as error:
            message = str(error)
        os.write(write_end, b"=" + message.encode("utf-8", "replace"))
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said[1:].decode("utf-8", "replace") if said else None


for line in sys.stdin:
    path = line.rstrip("\n")
    if path.startswith("!"):
        try:
            ctypes.CDLL(path[1:], mode=os.RTLD_NOW)
        except OSError:
            pass
        continue
    print(json.dumps({"path": path, "message": attempt(path)}), flush=True)
