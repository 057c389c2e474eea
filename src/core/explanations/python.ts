/** Explanations of findings about the Python ABI. */
import type { FindingId } from "../findings/index.ts";
import { SOURCES, type Explanation, type SeeYourself, type Source } from "./explanation.ts";

const pep = (number: number, title: string): Source => ({
  title: `PEP ${String(number)}: ${title}`,
  address: `https://peps.python.org/pep-${String(number).padStart(4, "0")}/`,
});

const STABLE_ABI: Source = {
  title: "Python documentation: C API stability",
  address: "https://docs.python.org/3/c-api/stable.html",
};

const ABI3AUDIT: SeeYourself = {
  command: "abi3audit --verbose FILE.whl",
  shows:
    "For each file the names outside of the stable ABI and those newer than the tag. It also counts names that the wheel defines itself.",
};

const IMPORTS: SeeYourself = {
  command: "nm --dynamic --undefined-only FILE.so | grep -E ' _?Py'",
  shows: "All names that the file takes from Python.",
};

const INIT: SeeYourself = {
  command: "nm --dynamic --defined-only FILE.so | grep -E 'PyInit_|PyModExport_'",
  shows: "The init functions in the file.",
};

const SUFFIXES: SeeYourself = {
  command: "python3 -c 'import importlib.machinery as m; print(m.EXTENSION_SUFFIXES)'",
  shows: "The endings of file names that this Python imports, in the order in which it looks for them.",
};

export const pythonExplanations = {
  "abi3-violated": {
    title: "Not the stable ABI",
    whatItIs:
      "A wheel tagged abi3 promises that its compiled modules run on the claimed Python 3 and on every later one. They may then use only the functions and data of the stable ABI, a list that Python keeps and never takes anything from. This wheel uses other names of Python too.",
    whyItBreaks:
      "What is not on the list may change or go with every minor version. If a function is gone, the import fails with “undefined symbol: _Py…”. If a function or structure has changed, there is no message: the module reads the wrong memory and crashes, perhaps on one version only.",
    howToFix: [
      "Define Py_LIMITED_API as the lowest version you support, for example 0x03090000, for every source file. The headers then hide everything else, and the compiler shows what to replace.",
      "Let the build tool do so: Cython 3.1 and newer, nanobind and PyO3 (feature abi3) can build for the stable ABI. pybind11 cannot.",
      "If a name cannot be replaced, build one wheel for each version and leave abi3 out of the tag.",
    ],
    seeYourself: [ABI3AUDIT, IMPORTS],
    sources: [
      STABLE_ABI,
      pep(384, "Defining a Stable ABI"),
      pep(652, "Maintaining the Stable ABI"),
      pep(803, "“abi3t”: Stable ABI for Free-Threaded Builds"),
    ],
  },
  "abi3-floor-too-low": {
    title: "Stable ABI newer than claimed",
    whatItIs:
      "The stable ABI grows: each Python adds functions to it. The number in the tag, such as cp38 in cp38-abi3, says which Python is the oldest one. This wheel uses names that were added later.",
    whyItBreaks:
      "pip installs the wheel on the claimed version, where the name does not exist: “undefined symbol: PyType_GetName”. Some functions existed before they were made stable, such as PyObject_GetBuffer, stable since 3.11. With those the import works, and Wheelscope only warns, because nothing promised that it would.",
    howToFix: [
      "Raise the version in the tag to the one that the names ask for, and requires-python with it. setuptools: [bdist_wheel] py_limited_api = cp311. maturin: abi3-py311.",
      "Or define Py_LIMITED_API with the version of the tag. The tag and the macro are two settings, and nothing compares them during the build.",
    ],
    seeYourself: [ABI3AUDIT, IMPORTS],
    sources: [STABLE_ABI, pep(652, "Maintaining the Stable ABI"), SOURCES.platformTags],
  },
  "could-be-abi3": {
    title: "Could be abi3",
    whatItIs:
      "The wheel is tagged for one version of Python, but its modules import nothing that is outside of the stable ABI. One wheel tagged abi3 could serve that version and all later ones.",
    whyItBreaks:
      "Nothing breaks. It saves builds: one wheel for each platform, not one for each platform and version, and new versions of Python are served from their first day. It is no proof: macros and direct access to fields of structures leave no import behind, and only a compiler run with Py_LIMITED_API shows them.",
    howToFix: [
      "Compile with Py_LIMITED_API set to the lowest version you want to support. If that works, tag the wheel abi3: py_limited_api in setuptools, abi3 features in maturin, limited-api in meson-python.",
      "Test on the oldest and the newest version. The stable ABI promises that functions exist, not that they behave alike.",
    ],
    seeYourself: [IMPORTS],
    sources: [STABLE_ABI, pep(384, "Defining a Stable ABI")],
  },
  "init-function-differs": {
    title: "Init function does not fit the file name",
    whatItIs:
      "Python finds a compiled module by its file name and then calls one function in it, whose name follows from the file name: PyInit_ and what stands before the first dot. From Python 3.15 on it first looks for PyModExport_ and the name. The file has no function of the name expected.",
    whyItBreaks:
      "The import fails with “dynamic module does not define module export function (PyInit_…)”. This happens when a file is renamed after the build, or when the name in the build script and the name in the source differ.",
    howToFix: [
      "Give both the same name: the last part of the module’s name in the build script, and the name in PyInit_, PYBIND11_MODULE, NB_MODULE or #[pymodule].",
      "Do not rename the file. If it must bear another name, change the source.",
      "For wheels tagged abi3t, export PyModExport_; for Python 3.14 and older, PyInit_.",
    ],
    seeYourself: [INIT],
    sources: [
      pep(489, "Multi-phase extension module initialization"),
      pep(793, "PyModExport: A new entry point for C extension modules"),
      {
        title: "Python documentation: Defining extension modules",
        address: "https://docs.python.org/3/c-api/extension-modules.html",
      },
    ],
  },
  "python-tag-differs": {
    title: "File built for another Python",
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
  },
  "libpython-static": {
    title: "Python linked in",
    whatItIs:
      "A library exports the functions of the Python interpreter itself, many hundreds of them: libpython was linked into it statically.",
    whyItBreaks:
      "The process then has two interpreters, each with its own None, types, memory pools and lock. Objects of one handed to the other crash it, often at once with “Fatal Python error: PyThreadState_Get: no current thread”. It also makes the wheel larger by some megabytes.",
    howToFix: [
      "Leave libpython out when linking. Extension modules do not need it: the program that loads them has those functions.",
      "In CMake link Python::Module, not Python::Python. In Meson use the python module’s extension_module. Leave out what python3-config --embed prints.",
    ],
    seeYourself: [
      {
        command: "nm --dynamic --defined-only FILE.so | grep -cE ' _?Py'",
        shows: "How many names of Python the file defines; for an extension module the usual figure is 1.",
      },
    ],
    sources: [SOURCES.pep513, SOURCES.pep600],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
