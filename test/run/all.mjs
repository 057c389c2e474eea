/**
 * `npm test`: everything that passes without a network, from cheap to dear. The last line is `N passed, N failed`, with
 * `, N skipped` where the machine lacks something; the step's own line says what.
 */
import { closingLine, run, runOne, runSteps } from "./step.mjs";
import { crate, firefox, unit } from "./suites.mjs";

await runSteps([
  ["types", () => runOne("npx", ["tsc", "-b"])],
  ["lint", () => runOne("npx", ["eslint", "."])],
  ["format", () => runOne("npx", ["prettier", "--check", "--log-level", "warn", "."])],
  ["build", () => runOne("npm", ["run", "--silent", "build"])],
  ["unit", unit],
  ["crate", crate],
  ["built command line", async () => closingLine(await run("node", ["test/run/smoke.mjs"]))],
  ["npm package", async () => closingLine(await run("node", ["test/run/package.mjs"]))],
  ["page in Chromium", async () => closingLine(await run("node", ["test/run/e2e.mjs"]))],
  ["page in Firefox", firefox],
]);
