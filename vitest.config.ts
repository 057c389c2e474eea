import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The program as it is built: a suite of its own, for `npm test` (test/run/all.mjs). */
const built = "test/cli/built.test.ts";

export default defineConfig({
  // As in the build of the command line.
  define: { __VERSION__: JSON.stringify(version) },
  test: {
    setupFiles: ["test/setup.ts"],
    // Files of one worker share its modules: loading them again for each file took a quarter of the time. No test replaces a module.
    isolate: false,
    // Only for what hangs: on a machine busy with other things anything takes a while. What must be quick is measured by
    // test/cpu-time.ts.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.{ts,mjs}"], exclude: [built] } },
      {
        // Parts of the page, rendered in a document without a browser.
        extends: true,
        test: { name: "screens", include: ["test/**/*.test.tsx"], environment: "happy-dom" },
      },
      { extends: true, test: { name: "built", include: [built] } },
    ],
  },
});
