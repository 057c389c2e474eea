/**
 * `npm test`: everything that passes without a network. First what needs no built page, side by side; then the built program and the
 * page in its browsers. The last line is `N passed, N failed`, with `, N skipped` where the machine lacks something; the step's own
 * line says what.
 */
import { circles, format, lint, types } from "./lint.mjs";
import { closingLine, conclude, run, runOne, runSteps } from "./step.mjs";
import { crate, firefox, unit } from "./suites.mjs";

const node = async (script) => closingLine(await run("node", [script]));

conclude(
  await runSteps([
    // The longest first.
    [
      ["lint", () => lint({ cached: false })],
      ["unit", () => unit("--project", "!built")],
      ["format", format],
      ["circles", circles],
      ["crate", crate],
      ["types", types],
      ["build", () => runOne("npm", ["run", "--silent", "build"])],
      ["command line, bundled", () => unit("--project", "built")],
    ],
    [
      ["built command line", () => node("test/run/smoke.mjs")],
      ["npm package", () => node("test/run/package.mjs")],
    ],
    // Each runs pages side by side by itself.
    [["page in Chromium", () => node("test/run/e2e.mjs")]],
    [["page in Firefox", firefox]],
  ]),
);
