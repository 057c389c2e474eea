/** The form of every explanation: five fixed headings, plain text, commands apart from prose. */
export interface Explanation extends ExplanationText {
  readonly title: string;
}

/** What stands under the title. */
export interface ExplanationText {
  /** Two sentences or so. */
  readonly whatItIs: string;
  readonly whyItBreaks: string;
  /** One paragraph each, the best remedy first. */
  readonly howToFix: readonly string[];
  /** Commands that show the same thing without Wheelscope; none if there is nothing to run. */
  readonly seeYourself: readonly SeeYourself[];
  readonly sources: readonly Source[];
}

export interface SeeYourself {
  readonly command: string;
  /** What to look for in its output. */
  readonly shows: string;
}

export interface Source {
  readonly title: string;
  readonly address: string | null;
}

export const pep = (number: number, title: string): Source => ({
  title: `PEP ${String(number)}: ${title}`,
  address: `https://peps.python.org/pep-${String(number).padStart(4, "0")}/`,
});

/** Sources that several explanations share. */
export const SOURCES = {
  pep425: pep(425, "Compatibility Tags for Built Distributions"),
  pep427: pep(427, "The Wheel Binary Package Format"),
  pep513: pep(513, "A Platform Tag for Portable Linux Built Distributions"),
  pep599: pep(599, "The manylinux2014 Platform Tag"),
  pep600: pep(600, "Future manylinux Platform Tags"),
  pep656: pep(656, "Platform Tag for Linux Distributions Using Musl"),
  wheelFormat: {
    title: "Binary distribution format",
    address: "https://packaging.python.org/en/latest/specifications/binary-distribution-format/",
  },
  platformTags: {
    title: "Platform compatibility tags",
    address: "https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/",
  },
  gabi: { title: "System V gABI, chapter 5: Program Loading and Dynamic Linking", address: null },
  versioning: {
    title: "Linux Standard Base: Symbol Versioning",
    address:
      "https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html",
  },
  auditwheel: { title: "auditwheel", address: "https://github.com/pypa/auditwheel" },
  manylinux: { title: "manylinux build images", address: "https://github.com/pypa/manylinux" },
  ldso: { title: "ld.so(8)", address: "https://man7.org/linux/man-pages/man8/ld.so.8.html" },
  libstdcxx: {
    title: "libstdc++: ABI Policy and Guidelines",
    address: "https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html",
  },
  zip: { title: "PKWARE APPNOTE: .ZIP File Format Specification", address: null },
  pypiArchives: {
    title: "PyPI: how archives are checked at upload",
    address: "https://github.com/pypi/warehouse/blob/main/warehouse/utils/zipfiles.py",
  },
  glibcNews: { title: "glibc NEWS", address: "https://sourceware.org/glibc/wiki/Release" },
} as const satisfies Record<string, Source>;

/** A command that prints the version needs of a file, used by many explanations. */
export const READ_VERSIONS: SeeYourself = {
  command: "readelf --version-info FILE.so",
  shows: "Under “Version needs section”: each library that is asked for versions, and the versions.",
};

export const READ_DYNAMIC: SeeYourself = {
  command: "readelf --dynamic FILE.so",
  shows: "The lines NEEDED, RPATH and RUNPATH: what the file asks for and where it looks.",
};

export const AUDITWHEEL_SHOW: SeeYourself = {
  command: "auditwheel show FILE.whl",
  shows: "The tag that auditwheel would give, and the libraries it counts as external.",
};

export const WHEEL_PACK =
  "Repack it: wheel unpack FILE.whl, then wheel pack on the resulting directory writes RECORD and the archive anew.";
