/** The names of the concept pages, to which findings lead. Their texts are in the pages themselves. */

/** All concepts with their titles, in the order of the pages: each needs only those before it. */
export const conceptTitles = {
  "wheel-contents": "What is inside a wheel",
  "loading-libraries": "How a library is loaded",
  "symbol-versions": "Symbol versions",
  "glibc-floor": "glibc, and how a floor arises",
  manylinux: "manylinux, from 1 to perennial",
  musllinux: "musllinux",
  bundling: "RPATH, bundling and auditwheel repair",
  "libstdcxx-versions": "Versions of libstdc++",
  "string-abi": "The two ABIs of std::string",
  "hybrid-linking": "Toolsets and hybrid linking",
  "own-cxx-runtime": "libc++ and other runtimes of one’s own",
  "stable-abi": "Python’s stable ABI",
  architectures: "Other architectures",
  "cuda-in-wheels": "CUDA in wheels",
  "libraries-across-wheels": "Libraries across wheels",
  "wheel-size": "Wheel size and the index’s limits",
  "wheel-variants": "Wheel variants",
  "debate-of-2019": "The debate of 2019, and what became of it",
  "other-tools": "Other tools, and what they do",
} as const;

/** The concept's name in addresses (`#/learn/glibc-floor`) and on the command line. None is also a finding or an error. */
export type ConceptId = keyof typeof conceptTitles;

/** In the order of the pages. */
export const conceptIds = Object.keys(conceptTitles) as readonly ConceptId[];

export function isConceptId(text: string): text is ConceptId {
  return Object.hasOwn(conceptTitles, text);
}
