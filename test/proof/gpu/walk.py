"""Lists the GPU code of every library in a wheel, and the libraries it mentions: one line of JSON for each ELF file.

Shares nothing with the reader it is compared with: Python's zipfile, the whole library on disk, mmap's own search, and the section
headers read here. Usage: python3 walk.py WHEEL
"""

import json
import mmap
import re
import struct
import sys
import tempfile
import zipfile
from collections import Counter

FATBIN = bytes.fromhex("50ed55ba01001000")
BUNDLE = b"__CLANG_OFFLOAD_BUNDLE__"
COMPRESSED = b"CCOB"
NAME = re.compile(rb"lib[A-Za-z0-9_+.-]+\.so(\.[0-9]+)*\Z")
RUN = re.compile(rb"[A-Za-z0-9_+.-]*\Z")


def sections(data):
    """Name, offset and size of every section with bytes in the file; empty without section headers."""
    wide, order = data[4] == 2, "<" if data[5] == 1 else ">"
    head = struct.unpack_from(order + ("HHIQQQIHHHHHH" if wide else "HHIIIIIHHHHHH"), data, 16)
    start, stride, count, names = head[5], head[10], head[11], head[12]
    if start == 0 or start + stride * count > len(data):
        return []
    layout = order + ("IIQQQQIIQQ" if wide else "IIIIIIIIII")
    table = [struct.unpack_from(layout, data, start + stride * index) for index in range(count)]
    strings = table[names][4] if count else 0

    def name(at):
        return data[strings + at : data.find(b"\0", strings + at)].decode()

    return [(name(row[0]), row[4], row[5]) for row in table if row[1] not in (0, 8) and row[5] > 0]


def hits(data, needle):
    """Where a needle stands at a multiple of 8."""
    at = data.find(needle)
    while at >= 0:
        if at % 8 == 0:
            yield at
        at = data.find(needle, at + 1)


def fatbin(data, start):
    """End and entries of the container at an offset; None if it is not sound."""
    (length,) = struct.unpack_from("<Q", data, start + 8) if start + 16 <= len(data) else (0,)
    at, end = start + 16, start + 16 + length
    if length == 0 or length % 8 or end > len(data):
        return None
    entries = []
    while at < end:
        if end - at < 64:
            return None
        kind, _, header, size, packed, _, minor, major, arch = struct.unpack_from("<HHIQIIHHI", data, at)
        (flags,) = struct.unpack_from("<Q", data, at + 40)
        (inflated,) = struct.unpack_from("<Q", data, at + 56)
        if kind == 0 or header < 64 or header % 8 or size % 8 or at + header + size > end:
            return None
        schemes = [name for bit, name in ((0x8000, "zstd"), (0x2000, "lz4"), (0x1000, "other")) if flags & bit]
        suffix = "a" if flags & 0x100000 else "f" if flags & 0x200000 else ""
        isa = f"{major}.{minor}" if kind == 1 else None
        target = f"{ {1: 'ptx', 2: 'sass', 8: 'lto-ir'}.get(kind, 'other') } {kind} {arch}{suffix} {isa}"
        stored, plain = (packed, inflated) if schemes else (size, size)
        entries.append((target, stored, plain, schemes[0] if schemes else "none"))
        at += header + size
    return end, entries


def bundle(data, start):
    """End and code of the bundle at an offset: target and bytes; None if it is just a string."""
    (count,) = struct.unpack_from("<Q", data, start + 24)
    if not 0 < count <= 1024:
        return None
    at, end, codes = start + 32, start, []
    for _ in range(count):
        offset, size, length = struct.unpack_from("<QQQ", data, at)
        name = data[at + 24 : at + 24 + length] if length <= 256 else b""
        if not name.startswith((b"hip", b"host-", b"openmp")) or start + offset + size > len(data):
            return None
        at += 24 + length
        if size:
            end = max(end, start + offset + size)
            codes.append((name.decode().split("--", 1)[1], size))
    return max(at, end), codes


def compressed(data, start):
    """End of the compressed bundle at an offset; None if it is just a string."""
    version, method = struct.unpack_from("<HH", data, start + 4)
    header = {1: 20, 2: 24, 3: 32}.get(version)
    if header is None or method > 1:
        return None
    if not data[start + header : start + header + 4].startswith((b"\x78", b"\x28\xb5\x2f\xfd")[method]):
        return None
    length = header if version == 1 else struct.unpack_from("<I" if version == 2 else "<Q", data, start + 8)[0]
    return start + length if header <= length <= len(data) - start else None


def mentions(data, inside):
    """Whole strings that name a library, with every offset; `inside`: containers, sorted, where none are looked for."""
    found = {}
    at, container = data.find(b".so"), 0
    while at >= 0:
        while container < len(inside) and inside[container][1] <= at:
            container += 1
        if container < len(inside) and inside[container][0] <= at:
            at = data.find(b".so", inside[container][1])
            continue
        # Digits and dots follow, then NUL; the name is what cannot be cut off before.
        end = at + 3
        while data[end] in b".0123456789":
            end += 1
        if data[end] == 0:
            name = RUN.search(data[max(0, end - 400) : end])[0]
            # Behind @ it is the version of a symbol.
            if len(name) <= 128 and NAME.match(name) and data[end - len(name) - 1] != 0x40:
                found.setdefault(name.decode(), []).append(end - len(name))
        at = data.find(b".so", at + 1)
    return found


def library(data):
    inside, fatbins, codes = [], [], []
    damaged = packed = 0
    found = sorted([(at, "fatbin") for at in hits(data, FATBIN)] + [(at, "bundle") for at in hits(data, BUNDLE)]
                   + [(at, "compressed") for at in hits(data, COMPRESSED)])
    for at, kind in found:
        if inside and at < inside[-1][1]:
            continue
        if kind == "fatbin":
            walked = fatbin(data, at)
            if walked is None:
                damaged += data[at + 8 : at + 16] != bytes(8)
                continue
            end, entries = walked
            fatbins.append((at, end, entries))
        elif kind == "bundle":
            walked = bundle(data, at)
            if walked is None:
                continue
            end, code = walked
            codes.append((at, end, code))
        else:
            end = compressed(data, at)
            if end is None:
                continue
            packed += 1
            codes.append((at, end, []))
        inside.append((at, end))

    targets, groups = {}, Counter()
    group_bytes = Counter()
    for start, end, entries in fatbins:
        for target, stored, plain, scheme in entries:
            sums = targets.setdefault(target, [0, 0, 0, set()])
            sums[0] += 1
            sums[1] += stored
            sums[2] += plain
            sums[3].add(scheme)
        group = " | ".join(sorted({entry[0] for entry in entries}))
        groups[group] += 1
        group_bytes[group] += end - start

    table = sections(data)
    places = {}
    for start, end, _ in fatbins:
        name = next((name for name, offset, size in table if offset <= start < offset + size), None)
        place = places.setdefault(name, [0, 0])
        place[0] += 1
        place[1] += end - start
    strings = next(((offset, offset + size) for name, offset, size in table if name == ".dynstr"), (0, 0))
    hip = {}
    for _, _, code in codes:
        for target, size in code:
            sums = hip.setdefault(target, [0, 0])
            sums[0] += 1
            sums[1] += size
    return {
        "containers": len(fatbins),
        "bytes": sum(end - start for start, end, _ in fatbins),
        "damaged": damaged,
        "places": [[name, *sums] for name, sums in places.items()],
        "targets": {name: [*sums[:3], sums[3].pop() if len(sums[3]) == 1 else "mixed"] for name, sums in targets.items()},
        "groups": {name: [count, group_bytes[name]] for name, count in groups.items()},
        "rest": [rest_of(data, part, inside) for part in table if part[0] in (".nv_fatbin", "__nv_relfatbin", ".hip_fatbin")],
        "hip": {"bundles": len(codes) - packed, "compressed": packed, "bytes": sum(end - start for start, end, _ in codes),
                "targets": hip},
        "mentions": [name for name, offsets in mentions(data, inside).items()
                     if not all(strings[0] <= at < strings[1] for at in offsets)],
    }


def rest_of(data, section, inside):
    """What a section for GPU code holds besides: its bytes outside of containers, and whether all of them are zeros."""
    name, offset, size = section
    at, rest, zeros = offset, 0, True
    for start, end in [*((s, e) for s, e in inside if offset <= s < offset + size), (offset + size, 0)]:
        rest += start - at
        zeros = zeros and not any(data[at:start])
        at = end
    return {"section": name, "size": size, "rest": rest, "zeros": zeros}


def main(path):
    with zipfile.ZipFile(path) as wheel:
        for entry in wheel.infolist():
            with wheel.open(entry) as content, tempfile.TemporaryFile() as file:
                if content.read(4) != b"\x7fELF":
                    continue
                file.write(b"\x7fELF")
                while piece := content.read(1 << 20):
                    file.write(piece)
                file.flush()
                with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                    print(json.dumps({"path": entry.filename, **library(data)}), flush=True)


main(sys.argv[1])
