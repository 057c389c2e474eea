"""Prints, as JSON, what abi3audit says of every file of a wheel that it looks at, and the dynamic symbols named like Python's of
every ELF file: {"audits": {path: answer}, "symbols": {path: {"undefined": […], "defined": […]}}}.

abi3audit's own report names files without their folder, hence its library and not its command. pyelftools reads the symbols, so that
nothing here goes through Wheelscope's reader.
"""

import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path

from abi3audit._audit import audit
from abi3audit._extract import WheelExtractor, WheelSpec
from elftools.elf.elffile import ELFFile


def audits(wheel: str) -> dict[str, object]:
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        for shared_object in WheelExtractor(WheelSpec(wheel)):
            # folder/tmpXXXX/path in the wheel
            path = Path(*shared_object.path.relative_to(folder).parts[1:])
            found[path.as_posix()] = audit(shared_object).json()
        tempfile.tempdir = None
    return found


def symbols(data: bytes) -> dict[str, list[str]]:
    table = ELFFile(io.BytesIO(data)).get_section_by_name(".dynsym")
    found: dict[str, set[str]] = {"undefined": set(), "defined": set()}
    for symbol in table.iter_symbols() if table is not None else ():
        if symbol.name.startswith(("Py", "_Py")) and symbol["st_info"]["bind"] != "STB_LOCAL":
            side = "undefined" if symbol["st_shndx"] == "SHN_UNDEF" else "defined"
            found[side].add(symbol.name)
    return {side: sorted(each) for side, each in found.items()}


def main(wheel: str) -> None:
    tables = {}
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as file:
                if file.read(4) != b"\x7fELF":
                    continue
            tables[entry.filename] = symbols(archive.read(entry))
    json.dump({"audits": audits(wheel), "symbols": tables}, sys.stdout)


main(sys.argv[1])
