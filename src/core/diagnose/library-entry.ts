/** “cannot open shared object file”: whose the library is and where it should come from. */
import type { FindingId } from "../findings/index.ts";
import { packageOf, recognise } from "../readings/gpu/components.ts";
import { type Sentence, type SentencePart, code, library, say } from "../sentence.ts";
import { needing, namedFiles, together } from "./concerned.ts";
import type { DiagnosisEntry, DiagnosisFact, LibraryMention } from "./diagnosis.ts";
import { fileNameOf } from "../../facts/path.ts";
import { entry, type Question } from "./question.ts";

interface Words {
  readonly title: string;
  readonly meaning: readonly Sentence[];
  readonly advice: readonly Sentence[];
  readonly learn: FindingId;
  readonly from: string;
}

/** Libraries of the system that slim images lack: beginning of the name → packages of Debian and Fedora. */
const SYSTEM_PACKAGES: ReadonlyMap<string, readonly [debian: string, fedora: string]> = new Map([
  ["libGL.so.1", ["libgl1", "mesa-libGL"]],
  ["libEGL.so.1", ["libegl1", "mesa-libEGL"]],
  ["libGLU.so.1", ["libglu1-mesa", "mesa-libGLU"]],
  ["libglib-2.0.so.0", ["libglib2.0-0", "glib2"]],
  ["libgthread-2.0.so.0", ["libglib2.0-0", "glib2"]],
  ["libgobject-2.0.so.0", ["libglib2.0-0", "glib2"]],
  ["libX11.so.6", ["libx11-6", "libX11"]],
  ["libXext.so.6", ["libxext6", "libXext"]],
  ["libXrender.so.1", ["libxrender1", "libXrender"]],
  ["libSM.so.6", ["libsm6", "libSM"]],
  ["libICE.so.6", ["libice6", "libICE"]],
  ["libxcb.so.1", ["libxcb1", "libxcb"]],
  ["libxcb-cursor.so.0", ["libxcb-cursor0", "xcb-util-cursor"]],
  ["libdbus-1.so.3", ["libdbus-1-3", "dbus-libs"]],
  ["libfontconfig.so.1", ["libfontconfig1", "fontconfig"]],
  ["libgomp.so.1", ["libgomp1", "libgomp"]],
  ["libatomic.so.1", ["libatomic1", "libatomic"]],
  ["libstdc++.so.6", ["libstdc++6", "libstdc++"]],
  ["libgcc_s.so.1", ["libgcc-s1", "libgcc"]],
  ["libgfortran.so.5", ["libgfortran5", "libgfortran"]],
  ["libcrypt.so.1", ["libcrypt1", "libxcrypt-compat"]],
  ["libnsl.so.1", ["libnsl1 (Debian 10 and older)", "libnsl"]],
  ["libexpat.so.1", ["libexpat1", "expat"]],
  ["libsndfile.so.1", ["libsndfile1", "libsndfile"]],
  ["libportaudio.so.2", ["libportaudio2", "portaudio"]],
]);

export function libraryEntry(mention: LibraryMention, question: Question): DiagnosisEntry {
  const name = fileNameOf(mention.name);
  const words = wordsOf(name, mention, question);
  const facts: DiagnosisFact[] = [
    { label: "Name", value: [library(mention.name)] },
    { label: "Comes from", value: [words.from] },
    ...(mention.file === null ? [] : [{ label: "Wanted by", value: [library(mention.file)] }]),
  ];
  return entry(mention, words.title, {
    meaning: words.meaning,
    facts,
    advice: words.advice,
    learn: words.learn,
    libraries: together(
      needing(question.report, name),
      namedFiles(question.report, mention.name, mention.file),
    ),
  });
}

function wordsOf(name: string, mention: LibraryMention, question: Question): Words {
  const { knowledge } = question;
  const it: SentencePart = library(name);
  if (
    knowledge.driverLibraries.includes(name) ||
    recognise(name, knowledge.gpu)?.component.from === "driver"
  ) {
    return {
      title: "GPU driver not found",
      from: "the GPU driver",
      meaning: [
        say`${it} comes with the GPU driver and with nothing else. On a machine or in a container without the driver, a file that lists it as needed cannot be loaded.`,
      ],
      advice: [
        say`With a GPU: install the driver; in Docker start the container with ${code("--gpus all")} (NVIDIA Container Toolkit). Without one: take a build for the CPU.`,
        say`As a packager: load it with ${code("dlopen")} when it is first used, as CUDA’s own runtime does, so that the import works without a driver.`,
      ],
      learn: "library-from-driver",
    };
  }
  const part = recognise(name, knowledge.gpu);
  if (part !== null)
    return gpuPart(it, part.component.name, packageOf(part.component, part.majors.at(-1) ?? null));
  if (/^libpython\d/.test(name)) {
    return {
      title: "libpython not found",
      from: "Python, where it was built with a shared library",
      meaning: [
        say`The file was linked with ${it}. Many Pythons have no such file: their functions are in the program itself.`,
      ],
      advice: [
        say`Use a Python built with ${code("--enable-shared")}, or, on Debian, install ${code("libpython3.x")}. Extension modules should not be linked with it at all.`,
      ],
      learn: "libpython-linked",
    };
  }
  if (/^(?:libc\.musl-|ld-musl-)/.test(name)) {
    return {
      title: "Built for musl",
      from: "musl, the C library of Alpine Linux",
      meaning: [
        say`The file was built for musl (Alpine Linux), and this system has glibc, or the other way round: pip would not have chosen it.`,
      ],
      advice: [
        say`Install the wheel with ${code("manylinux")} in its tag, without ${code("--platform")} or a copied folder from another system.`,
      ],
      learn: "libc-mixed",
    };
  }
  if (/^ld-linux/.test(name)) {
    return {
      title: "Built for glibc",
      from: "glibc",
      meaning: [
        say`${it} is the loader of glibc. On Alpine Linux and other systems with musl it is not there, and files for glibc do not run.`,
      ],
      advice: [
        say`Install the wheel with ${code("musllinux")} in its tag, or use an image with glibc, such as ${code("python:3.13-slim")}.`,
      ],
      learn: "libc-mixed",
    };
  }
  const provider = knowledge.gpu.providers.find(({ libraries }) =>
    libraries.some((each) => stemFits(each, name)),
  );
  if (provider !== undefined) {
    const pkg = provider.packages[0] ?? "";
    return {
      title: `Library of ${pkg} not found`,
      from: `the package ${pkg}`,
      meaning: [
        say`${it} comes with ${code(pkg)}, which loads it when it is imported. It was not imported before, or another release of it is installed.`,
      ],
      advice: [
        say`Import ${code(pkg)} first. As a packager: do so in ${code("__init__.py")}, and name ${code(pkg)} in Requires-Dist.`,
      ],
      learn: "library-from-other-wheel",
    };
  }
  if (mention.name.includes("/")) return wholeFile(mention.name);
  return ofSystem(it, SYSTEM_PACKAGES.get(name));
}

function stemFits(pattern: string, name: string): boolean {
  const stem = /^lib(.+?)\.so/.exec(name)?.[1];
  if (stem === undefined) return false;
  return pattern.endsWith("*") ? stem.startsWith(pattern.slice(0, -1)) : stem === pattern;
}

function gpuPart(it: SentencePart, component: string, pkg: string | null): Words {
  return {
    title: `${component} not found`,
    from: pkg === null ? component : `${component}, package ${pkg}`,
    meaning: [
      say`${it} belongs to ${component}. The number in its name stands for the release: another major version of the toolkit does not bring this file.`,
    ],
    advice: [
      pkg === null
        ? say`Install the toolkit of that release, or a build of the package for the one that is there.`
        : say`${code(`pip install ${pkg}`)} brings it. If it is installed, the file’s search path does not lead there: importing the framework (torch, for example) first loads it.`,
      say`As a packager: name the package in Requires-Dist, and let RPATH lead to its directory.`,
    ],
    learn: "cuda-library-undeclared",
  };
}

function wholeFile(path: string): Words {
  return {
    title: "File not found",
    from: "the installed package",
    meaning: [
      say`The loader was given the path ${code(path)}. Either the file is not there, or it is for another processor or C library, which the loader passes over with the same words.`,
    ],
    advice: [
      say`See whether it is there and what it is: ${code(`file ${path}`)}. Reinstall the package with the pip of this Python; folders copied from another machine or image are a common cause.`,
    ],
    learn: "wrong-architecture",
  };
}

function ofSystem(it: SentencePart, packages: readonly [string, string] | undefined): Words {
  if (packages !== undefined) {
    const [debian, fedora] = packages;
    return {
      title: "Library of the system not installed",
      from: "the system",
      meaning: [say`${it} is part of most installations, and slim images and servers leave it out.`],
      advice: [
        say`Debian and Ubuntu: ${code(`apt-get install ${debian}`)}. Fedora and RHEL: ${code(`dnf install ${fedora}`)}.`,
        say`As a packager: a wheel may count on it only where its tag’s policy promises it.`,
      ],
      learn: "library-missing",
    };
  }
  return {
    title: "Library not found",
    from: "unknown",
    meaning: [
      say`${it} is in none of the places where the loader looks: RPATH, ${code("LD_LIBRARY_PATH")}, the system’s own. Only files named in ${code("DT_NEEDED")}, or opened by ${code("dlopen")}, are looked for.`,
    ],
    advice: [
      say`As a user: install the system package that brings it (${code("apt-file search")}, ${code("dnf provides")}), or another build of the Python package.`,
      say`As a packager: ${code("auditwheel repair")} copies it into the wheel and sets RPATH to it.`,
    ],
    learn: "library-missing",
  };
}
