#!/usr/bin/env python3
"""Prints what the reader takes: code, static memory, and the deepest stack, from gcc's own call graphs.

Usage: sizes.py BUILD FILE... where the files are those of the reader itself. Needs binutils. Calls by pointer and what the
libraries put on the stack are not in the graphs, so the stack is measured as well, over all taps of the vectors.
"""
import re
import subprocess
import sys


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def code(build, files):
    rows = run("size", *[f"{build}/{name}.o" for name in files]).splitlines()[1:]
    return sum(int(row.split()[0]) for row in rows)


def linked(build):
    """Octets of code by where they come from: the libraries' objects are what is left of the whole."""
    return int(run("size", f"{build}/lintel-reader").splitlines()[1].split()[0])


def memory(build):
    """Our own static objects, the largest first."""
    rows = [row.split() for row in run("nm", "-S", "--size-sort", "-r", f"{build}/lintel-reader").splitlines()]
    return [(row[3], int(row[1], 16)) for row in rows if len(row) == 4 and row[2] in "bBdD" and int(row[1], 16) >= 64]


def stack(build, files):
    frames, calls = {}, {}
    for name in files:
        with open(f"{build}/{name}.ci", encoding="utf-8") as graph:
            for line in graph:
                node = re.match(r'node: \{ title: "([^"]+)" label: "[^"]*?\\n(\d+) bytes', line)
                edge = re.match(r'edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"', line)
                if node:
                    frames[node[1]] = int(node[2])
                elif edge:
                    calls.setdefault(edge[1], set()).add(edge[2])

    def deepest(function, above=()):
        below = [deepest(callee, above + (function,)) for callee in calls.get(function, ()) if callee not in above]
        octets, path = max(below, default=(0, []))
        own = frames.get(function, 0)
        return octets + own, [f"{function.split(':')[-1]} {own}"] * (own > 0) + path

    return {entry: deepest(next((f for f in frames if f.split(":")[-1] == entry), entry))
            for entry in ("tap_open", "tap_receive", "site_take")}


def main(build, files):
    around = [f for f in ("main", "store", "tcp") if f not in files]
    print(f"code of the reader        {code(build, files):7d}")
    print(f"code around it            {code(build, around):7d}   main, store, tcp")
    print(f"linked, with libraries    {linked(build):7d}   libsodium and BearSSL static, the C library not")
    objects = memory(build)
    ours = [o for o in objects if o[0] in ("reader", "site", "server", "store", "buffer.0", "last.1")]
    print(f"static memory             {sum(size for _, size in ours):7d}   "
          + ", ".join(f"{name.split('.')[0]} {size}" for name, size in ours))
    for entry, (octets, path) in stack(build, files).items():
        print(f"stack of {entry:<16} {octets:7d}   {' > '.join(path)}")
    with open(f"{build}/vectors", encoding="utf-8") as vectors:
        measured = subprocess.run(f"{build}/replay-stack", stdin=vectors, capture_output=True, text=True).stdout.split()[-1]
    print(f"stack of tap_receive      {int(measured):7d}   measured over all vectors, libraries included")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
