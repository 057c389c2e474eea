/** `npm run e2e:firefox`: the built page in a real Firefox (test/e2e/firefox.mjs). Build first. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./browsers.mjs";

const page = fileURLToPath(new URL("../../dist/page/index.html", import.meta.url));

try {
  if (!existsSync(page)) throw new Error("There is no built page to test: npm run build makes it.");
  const program = ensureBrowser("firefox");
  const { run } = await import("../e2e/firefox.mjs");
  const { passed, failed } = await run(program, process.argv[2]);
  console.log(`\n${passed} passed, ${failed} failed`);
  // A run that tested nothing is a failure too. Exit: a browser left behind must not hold the process.
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
