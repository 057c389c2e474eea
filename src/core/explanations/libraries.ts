/** Explanations of findings about needed libraries and how they are found. */
import type { FindingId } from "../findings/index.ts";
import { AUDITWHEEL_SHOW, READ_DYNAMIC, SOURCES, type Explanation } from "./explanation.ts";

export const libraryExplanations = {
  "library-missing": {
    title: "Library missing",
    whatItIs:
      "A native file names the libraries it needs. This one is neither in the wheel nor among the few libraries that a policy promises on every system.",
    whyItBreaks:
      "Where the library is not installed by chance, the import fails with “cannot open shared object file: No such file or directory”. Where another version is installed, it may fail in stranger ways.",
    howToFix: [
      "Run auditwheel repair on the machine where the wheel was built. It copies the library into the wheel under a unique name and sets the search paths.",
      "Or link the library statically.",
      "If another Python package brings the library, declare that package as a dependency, set an RPATH that leads to it, and repair with auditwheel repair --exclude.",
    ],
    seeYourself: [READ_DYNAMIC, AUDITWHEEL_SHOW],
    sources: [SOURCES.pep600, SOURCES.auditwheel, SOURCES.ldso],
  },
  "library-not-allowed": {
    title: "Library not allowed by the claimed tag",
    whatItIs:
      "The needed library belongs to the system and newer policies promise it, but the claimed one does not: libmvec.so.1, for instance, exists only since glibc 2.22.",
    whyItBreaks:
      "pip installs the wheel on systems of the claimed tag, and on the older of them the library is not there.",
    howToFix: [
      "Build in the image of the claimed tag, so that the library cannot be linked.",
      "Switch off what pulls it in; libmvec comes from vectorised mathematics (-ffast-math with -O2 or -O3).",
      "Or claim the newer tag.",
    ],
    seeYourself: [READ_DYNAMIC],
    sources: [SOURCES.pep600, SOURCES.auditwheel],
  },
  "library-unreachable": {
    title: "Library in the wheel, but not found from where it is needed",
    whatItIs:
      "The needed library is in the wheel, but the search path (RPATH or RUNPATH) of the file that needs it does not lead to its directory.",
    whyItBreaks:
      "The loader does not search the wheel. It finds the library only if another file of the same process has loaded it before, which depends on the order of imports; started alone, the file fails with “cannot open shared object file”.",
    howToFix: [
      "Give the file an RPATH relative to itself: patchelf --force-rpath --set-rpath '$ORIGIN/../lib' FILE.so, or -Wl,-rpath when linking, or INSTALL_RPATH in CMake.",
      "If the package loads the library first on purpose (ctypes.CDLL in its __init__), nothing has to change.",
      "If the file is a left-over test program, leave it out of the wheel.",
    ],
    seeYourself: [
      READ_DYNAMIC,
      {
        command: "ldd FILE.so",
        shows: "“not found” behind the library, when run inside the unpacked wheel.",
      },
    ],
    sources: [SOURCES.ldso, SOURCES.gabi],
  },
  "library-from-other-wheel": {
    title: "Libraries expected from other wheels",
    whatItIs:
      "The search path of a file leaves its own package and leads into the directory of another one in the same site-packages, as torch does for the CUDA libraries of the nvidia-* wheels; or the file needs a library that a declared dependency is known to bring.",
    whyItBreaks:
      "It works as long as the other package is installed in the same place and its library has the expected name and a fitting version. Without it the import fails. auditwheel judges each wheel alone and counts such libraries as missing.",
    howToFix: [
      "Nothing, if it is meant: check that Requires-Dist names the other package with a version range that fits.",
      "Keep such libraries out of the wheel when repairing: auditwheel repair --exclude NAME.",
    ],
    seeYourself: [
      READ_DYNAMIC,
      { command: "unzip -p FILE.whl '*.dist-info/METADATA'", shows: "The Requires-Dist lines." },
    ],
    sources: [SOURCES.ldso, SOURCES.auditwheel, SOURCES.pep600],
  },
  "library-from-driver": {
    title: "Libraries expected from the GPU driver",
    whatItIs:
      "libcuda.so.1, libnvidia-ml.so.1 and a few others belong to the graphics driver. They must fit the kernel module of the machine, so no wheel may contain them.",
    whyItBreaks:
      "On a machine without the driver, loading the file fails with “libcuda.so.1: cannot open shared object file”, even if the GPU would not be used.",
    howToFix: [
      "Nothing, if the file makes sense only with the GPU.",
      "To allow an import without a driver, do not link to the library: open it with dlopen when it is first needed, as the CUDA runtime does.",
    ],
    seeYourself: [READ_DYNAMIC],
    sources: [
      { title: "NVIDIA: CUDA Compatibility", address: "https://docs.nvidia.com/deploy/cuda-compatibility/" },
      SOURCES.ldso,
    ],
  },
  "libpython-linked": {
    title: "Linked against libpython",
    whatItIs:
      "The file needs libpython3.X.so as a shared library. An extension module is loaded by a running Python, which has all of Python's symbols already.",
    whyItBreaks:
      "Many Pythons, among them those of Debian, of PyPA's images and of conda, are linked statically and have no libpython in the loader's path. There the import fails; and if a second libpython is loaded, two interpreters share a process.",
    howToFix: [
      "Do not link extension modules with -lpython3.X: use python3-config --ldflags without --embed, Python::Module instead of Python::Python in CMake.",
      "For a finished file: patchelf --remove-needed libpython3.X.so.1.0 FILE.so.",
      "A program that embeds Python has to bring its own.",
    ],
    seeYourself: [READ_DYNAMIC],
    sources: [SOURCES.pep513, SOURCES.pep600],
  },
  "libc-mixed": {
    title: "Files for different C libraries",
    whatItIs:
      "glibc, musl and Android's Bionic are different C libraries. Files linked for one cannot be loaded into a process that runs on another, and this wheel mixes them or claims another one than its files use.",
    whyItBreaks:
      "The loader does not find the C library, or symbols are missing: “libc.musl-x86_64.so.1: cannot open shared object file”.",
    howToFix: [
      "Build every native file on the system whose tag the wheel carries: manylinux images for glibc, musllinux images for musl.",
      "Publish one wheel for each C library. A single wheel can carry both tags only if its files are linked statically.",
    ],
    seeYourself: [
      READ_DYNAMIC,
      {
        command: "readelf --program-headers FILE",
        shows: "For programs: the requested interpreter, e.g. /lib/ld-musl-x86_64.so.1.",
      },
    ],
    sources: [SOURCES.pep656, SOURCES.platformTags],
  },
  "build-path-in-rpath": {
    title: "Absolute path in RPATH",
    whatItIs:
      "RPATH and RUNPATH tell the loader where to look for libraries. An absolute element names a directory of the machine on which the wheel was built.",
    whyItBreaks:
      "On other machines the directory does not exist, and the search goes on. But if it does exist there, the loader takes whatever library it finds in it; a path under /tmp or a shared directory lets somebody else put one there.",
    howToFix: [
      "Remove the element: patchelf --remove-rpath FILE.so, or --set-rpath with only the $ORIGIN elements.",
      "Let the build not write it: CMAKE_INSTALL_RPATH in CMake, no -Wl,-rpath with absolute paths elsewhere.",
    ],
    seeYourself: [
      READ_DYNAMIC,
      { command: "patchelf --print-rpath FILE.so", shows: "The search path alone." },
    ],
    sources: [SOURCES.ldso, SOURCES.gabi],
  },
  "rpath-outside-wheel": {
    title: "RPATH leaves site-packages",
    whatItIs:
      "$ORIGIN stands for the directory of the file. This search path climbs from there above site-packages, into the Python installation or further.",
    whyItBreaks:
      "It rarely breaks anything; what is found there differs from one Python installation to the next, so the wheel behaves differently from place to place.",
    howToFix: [
      "Keep it only on purpose: in a conda environment $ORIGIN/../../../.. can be its lib directory. Otherwise remove it with patchelf --set-rpath.",
    ],
    seeYourself: [READ_DYNAMIC],
    sources: [SOURCES.ldso],
  },
  "needed-file-not-elf": {
    title: "Needed library is not a library",
    whatItIs:
      "A file in the wheel bears the name of a needed library, but it is not an ELF file: a linker script, an empty file, or a symbolic link that was packed as text.",
    whyItBreaks:
      "Zip archives of wheels hold no symbolic links. The loader opens the file by its name and gives up with “file too short” or “invalid ELF header”; auditwheel stops with an error.",
    howToFix: [
      "Pack the library itself under the name that is needed (its SONAME), once. auditwheel repair does so.",
      "Leave linker scripts and development links (libfoo.so beside libfoo.so.1) out of the wheel.",
    ],
    seeYourself: [
      { command: "file PATH", shows: "“ASCII text” or the like instead of “ELF … shared object”." },
    ],
    sources: [SOURCES.wheelFormat, SOURCES.ldso],
  },
} as const satisfies Partial<Record<FindingId, Explanation>>;
