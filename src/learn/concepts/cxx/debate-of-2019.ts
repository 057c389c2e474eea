/** The story; what became of each proposal is in debate-table.ts. */
import { code, library, say, tag } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { debateTable } from "./debate-table.ts";
import { importOrder, pep599, pep600, thread } from "../../sources.ts";

export const debateOf2019: ConceptText = {
  summary:
    "Newer libraries in the wheel, or older ones to aim at? What was proposed for Linux wheels, and what came of it.",
  whatItIs: [
    say`In 2019 people from machine-learning frameworks and from Python packaging met in a series of calls. Linux wheels no longer did what both needed: the tag in use, manylinux1, stood for a system of 2007, while the frameworks wanted C++11 and CUDA, which that system could not run. The notes of these calls are public, and most of what this program looks at is in them. This page tells the three large questions and lists what became of the proposals.`,
  ],
  parts: [
    {
      heading: "Ship something newer, or aim at something old?",
      paragraphs: [
        say`One side wanted the wheel to bring a newer world along: a current ${library("libstdc++.so.6")} or libc++ in a package that others require (“toolchain-base”), perhaps a whole stack as conda has it (“putting Anaconda into pip”). Then every project could use this year’s compiler without looking back. The other side wanted to keep to what systems have, and to find compilers that aim at old systems.`,
        say`The second won, by Red Hat’s toolsets. A new compiler that takes the old part of libstdc++ from the system and puts the newer part into the library gave both: C++17, and wheels for CentOS 7. The shared runtime was never standardised. conda went the first way, and conda-forge still does: everything but glibc from packages.`,
      ],
    },
    {
      heading: "Whose toolchain?",
      paragraphs: [
        say`TensorFlow built its wheels with another compiler than the images have and called them ${tag("manylinux1")}; next to pyarrow, built by the rules, the process crashed around ${code("std::call_once")}. Was the tag too old or the wheel wrong? Both: PEP 571 and 599 moved the tag, PEP 600 made the moving easy, and the frameworks moved to images that keep the rules. Today TensorFlow and JAX use Clang with LLD, PyTorch a gcc-toolset; what counts is which glibc and libstdc++ they aim at.`,
      ],
    },
    {
      heading: "What may cross the border?",
      paragraphs: [
        say`If everything C++ stays inside a wheel, each may use any standard library. The trouble lies in extensions of a framework: they exchange C++ objects with it and have to be built like it. Hence the third proposal, C functions at the border. It came late, and in other places: in Python’s stable ABI, which one wheel for all versions needs, and likely in PyTorch; torchvision 0.29.1 ships a module called ${code("_C_stable.so")}.`,
      ],
    },
  ],
  table: debateTable,
  whyItBreaks: [
    say`The questions are old; the errors are today’s. A tag that promises more than the file keeps, two forms of std::string, a C++ runtime that shows, a CUDA library that nobody requires: the questions behind them are in those notes.`,
  ],
  howToFix: [
    say`Aim at an old system with a new compiler, in an image made for that.`,
    say`Use any runtime you like inside, and show nothing of it outside.`,
    say`Let C types or Python objects cross the border, no C++ types.`,
    say`Take the driver from the system, the toolkit from packages, and state the requirement.`,
  ],
  seeYourself: [],
  sources: [
    thread("neuronsimulator/nrn", 511, "a list of the discussions of that time, with a link to the notes"),
    thread("tensorflow/tensorflow", 8802, "wheels that violate manylinux1"),
    thread("apache/arrow", 1450, "pyarrow and TensorFlow in one process"),
    importOrder,
    pep599,
    pep600,
  ],
  findings: ["claimed-tag-not-met", "mixed-string-abi", "cxx-runtime-exported", "library-from-other-wheel"],
  concepts: ["manylinux", "hybrid-linking", "own-cxx-runtime", "libraries-across-wheels", "wheel-variants"],
  picture: "timeline",
};
