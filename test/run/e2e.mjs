/** `npm run e2e`: the built page in a real Chromium (test/e2e/run.mjs). Build first. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./browsers.mjs";

const page = fileURLToPath(new URL("../../dist/page/index.html", import.meta.url));

try {
  if (!existsSync(page)) throw new Error("There is no built page to test: npm run build makes it.");
  process.env.CHROMIUM = ensureBrowser("chromium");
  const { run } = await import("../e2e/run.mjs");
  const { passed, failed } = await run(process.argv[2]);
  console.log(`\n${passed} passed, ${failed} failed`);
  // A run that tested nothing is a failure too. Exit: a browser left behind must not hold the process.
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
