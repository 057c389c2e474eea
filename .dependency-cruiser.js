/**
 * Which imports the compiler lets through and we do not: circles, also those of types alone. The walls between the folders of src are
 * TypeScript projects (tsconfig.json of each folder); test/walls tries them.
 */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "In a circle nothing can be read or moved by itself. Split the file that both ends need.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "cases-are-for-tests",
      comment: "The smallest wheels of a finding are read by tests alone and must not be bundled.",
      severity: "error",
      from: { path: "^src", pathNot: "/cases\\.ts$|^src/core/findings/case\\.ts$" },
      to: { path: "^src/core/findings/[^/]+/cases\\.ts$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
  },
};
