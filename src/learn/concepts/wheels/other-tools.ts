import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, say } from "../../../core/sentence.ts";
import type { ConceptTable, ConceptText } from "../../concept.ts";
import { repository, thread } from "../../sources.ts";

const comparison: ConceptTable = {
  caption: "Tools for wheels and libraries",
  columns: ["Tool", "What it does that Wheelscope does not", "What Wheelscope adds"],
  rows: [
    {
      cells: [
        say`auditwheel`,
        say`Repairs: copies libraries into the wheel, renames, writes the new tag and a list of what it copied.`,
        say`The symbol and the file behind each version (asked for since 2016), the claim in the name, an exit code, other wheels’ libraries. Its verdict is in every report as it would give it.`,
      ],
      sources: [
        repository("pypa/auditwheel", "the reference"),
        thread("pypa/auditwheel", 36, "which symbols are too recent?"),
        thread("pypa/auditwheel", 180, "a validate command"),
      ],
    },
    {
      cells: [
        say`auditwheel-symbols`,
        say`Nothing that the others do not; the first to look for the symbols.`,
        say`Symbols of stripped files, musl, JSON, a verdict without a claimed tag.`,
      ],
      sources: [repository("messense/auditwheel-symbols", "versions by library")],
    },
    {
      cells: [
        say`abi3audit`,
        say`The stable ABI of modules for macOS and Windows too, and of a whole project on the index.`,
        say`Wheels without the abi3 tag that could have it; the floor; the other findings.`,
      ],
      sources: [repository("pypa/abi3audit", "stable ABI")],
    },
    {
      cells: [
        say`check-wheel-contents`,
        say`The layout: stray files, wrong top-level packages, duplicates, compiled Python left behind.`,
        say`Everything binary.`,
      ],
      sources: [repository("jwodder/check-wheel-contents", "layout")],
    },
    {
      cells: [
        say`wheel-inspect`,
        say`The whole metadata as JSON, descriptions and entry points included.`,
        say`Everything binary.`,
      ],
      sources: [repository("wheelodex/wheel-inspect", "metadata")],
    },
    {
      cells: [
        say`pydistcheck`,
        say`Debug symbols, limits of one’s own for size and number of files, names that are not portable; source archives and conda packages too.`,
        say`Everything else that is binary.`,
      ],
      sources: [repository("jameslamb/pydistcheck", "size, debug symbols, portability")],
    },
    {
      cells: [
        say`delocate, delvewheel, repairwheel`,
        say`Repair for macOS, for Windows, for all three.`,
        say`Linux in depth. Wheels for macOS and Windows it only recognises.`,
      ],
      sources: [
        repository("matthew-brett/delocate", "macOS"),
        repository("adang1345/delvewheel", "Windows"),
        repository("jvolkman/repairwheel", "all three"),
      ],
    },
    {
      cells: [
        say`readelf, nm, objdump`,
        say`Every last field of one ELF file. The commands on these pages are theirs.`,
        say`The wheel as a whole, and a judgement.`,
      ],
      sources: [{ title: "GNU binutils", address: "https://sourceware.org/binutils/docs/binutils/" }],
    },
    {
      cells: [
        say`cuobjdump, nvdisasm`,
        say`The GPU’s machine code itself, disassembled.`,
        say`Coverage: which GPUs are served in every group of kernels. No toolkit needed.`,
      ],
      sources: [
        {
          title: "NVIDIA: CUDA Binary Utilities",
          address: "https://docs.nvidia.com/cuda/cuda-binary-utilities/",
        },
      ],
    },
    {
      cells: [
        say`abidiff, abicheck`,
        say`Compare two builds of a library, types included, where there is debug information.`,
        say`Works on published wheels, which have none.`,
      ],
      sources: [
        { title: "libabigail", address: "https://sourceware.org/libabigail/" },
        repository("abicheck/abicheck", "ABI differences"),
      ],
    },
    {
      cells: [
        say`PyPI’s inspector`,
        say`Opens any published file in the browser by an address of its own.`,
        say`Compiled files, which it does not show; files that are not published.`,
      ],
      sources: [repository("pypi/inspector", "files of published packages")],
    },
  ],
};

export const otherTools: ConceptText = {
  summary:
    "auditwheel, abi3audit, check-wheel-contents and others: what each does that this program does not.",
  whatItIs: [
    say`Wheelscope reads wheels and says where they run. It changes nothing, and there is much about a wheel that it does not look at. This page says which tool to take for what (state of November 2026).`,
  ],
  table: comparison,
  whyItBreaks: [
    say`Each tool answers its own question, and a pass in one is no pass in another. A wheel may fit manylinux_2_28 for auditwheel and still mix two std::string ABIs, miss a requirement for cuBLAS, or break its abi3 promise. ${code("auditwheel show")} ends with exit code 0 even where the wheel does not keep its tag, so that a build which only runs it never fails.`,
  ],
  howToFix: [
    say`While building: cibuildwheel, which runs ${code("auditwheel repair")}, and behind it abi3audit or another check.`,
    say`Before the upload: ${code("wheelscope check dist/*.whl")} for binaries and tags, ${code("check-wheel-contents dist/*.whl")} for the layout, ${code("twine check dist/*")} for the description.`,
    say`For a bug report: the link to a report, in which everybody sees the same evidence.`,
  ],
  seeYourself: [
    {
      command: "auditwheel show FILE.whl; echo $?",
      shows: "A wheel that claims manylinux_2_17 and needs 2_34, and exit code 0.",
      output: `glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl is consistent
with the following platform tag: "manylinux_2_34_x86_64".
…
0`,
      measuredOn: "glibc_too_new",
    },
    {
      command: "wheelscope check --quiet FILE.whl; echo $?",
      shows: "The same wheel, and exit code 1.",
      output: `✗ glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl: Claims manylinux_2_17_x86_64, but needs glibc 2.34.
1`,
      measuredOn: "glibc_too_new",
    },
  ],
  sources: [
    SOURCES.auditwheel,
    thread("pypa/auditwheel", 180, "a validate command, asked for since 2019"),
    repository("pypa/cibuildwheel", "builds and checks in one"),
  ],
  findings: ["claimed-tag-not-met", "abi3-violated", "wheel-tags-differ"],
  concepts: ["wheel-contents", "manylinux", "stable-abi"],
};
