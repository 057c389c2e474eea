import { SOURCES, pep, type SeeYourself } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

const SUFFIXES: SeeYourself = {
  command: "python3 -c 'import importlib.machinery as m; print(m.EXTENSION_SUFFIXES)'",
  shows: "The endings of file names that this Python imports, in the order in which it looks for them.",
};

export const page: FindingPage = {
  whatItIs:
    "The file name of a compiled module says for which Python it is: .cpython-312-x86_64-linux-gnu.so for CPython 3.12 on that processor, .abi3.so for the stable ABI, a plain .so for any. The wheel’s own tag names another Python, or the code is for another processor than the name.",
  whyItBreaks:
    "pip goes by the wheel’s tag and installs it. Python goes by the file name and does not see the module: “No module named …”, although the file is there. Free-threaded Python has no abi3, so that its modules need a suffix such as .cpython-313t or, from 3.15 on, .abi3t.",
  howToFix: [
    "Build with the Python that the tag names. A build folder left over from another version is a usual cause: delete build/ first.",
    "When cross-compiling, make sure that the suffix of the target is used and not that of the building machine.",
    "If the module really is for several versions, name it .abi3.so and tag the wheel abi3.",
  ],
  seeYourself: [
    { command: "unzip -l FILE.whl | grep '\\.so'", shows: "The suffixes of the files in the wheel." },
    SUFFIXES,
  ],
  sources: [
    SOURCES.pep425,
    pep(3149, "ABI version tagged .so files"),
    pep(703, "Making the Global Interpreter Lock Optional in CPython"),
    pep(803, "“abi3t”: Stable ABI for Free-Threaded Builds"),
  ],
  background: ["wheel-contents", "stable-abi"],
};
