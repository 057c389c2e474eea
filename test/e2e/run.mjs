/** Runs the end-to-end cases one after the other and counts. `node test/e2e/run.mjs [part of a case's name]` runs some. */
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { startBrowser } from "./browser.mjs";
import { cases as access } from "./access.mjs";
import { cases as budgets } from "./budgets.mjs";
import { cases as code } from "./code.mjs";
import { cases as error } from "./error.mjs";
import { cases as hosting } from "./hosting.mjs";
import { cases as keyboard } from "./keyboard.mjs";
import { cases as landing } from "./landing.mjs";
import { cases as learn } from "./learn.mjs";
import { cases as library } from "./library.mjs";
import { cases as offline } from "./offline.mjs";
import { cases as privacy } from "./privacy.mjs";
import { cases as reading } from "./reading.mjs";
import { cases as release } from "./release.mjs";
import { cases as report } from "./report.mjs";
import { cases as share } from "./share.mjs";
import { cases as shareFiles } from "./share-files.mjs";

const all = {
  ...landing,
  ...reading,
  ...report,
  ...release,
  ...share,
  ...shareFiles,
  ...library,
  ...code,
  ...error,
  ...learn,
  ...keyboard,
  ...privacy,
  ...budgets,
  ...offline,
  ...hosting,
  ...access,
};

/** A case that hangs fails. Generous: the machine may be busy. */
const limitMs = 120_000;

export async function run(only = "") {
  const browser = await startBrowser();
  let [passed, failed] = [0, 0];
  try {
    for (const [name, test] of Object.entries(all).filter(([name]) => name.includes(only))) {
      const opened = [];
      const open = async (options) => {
        const page = await browser.open(options);
        opened.push(page);
        return page;
      };
      let timer;
      const late = new Promise((_, fail) => {
        timer = setTimeout(() => fail(new Error(`not done after ${limitMs / 1000} s`)), limitMs);
      });
      try {
        await Promise.race([test({ open, url: browser.url }), late]);
        for (const page of opened) {
          if (page.seen.complaints.length > 0)
            throw new Error(`the console says: ${page.seen.complaints.join("; ")}`);
        }
        passed += 1;
        console.log(`  ✓ ${name}`);
      } catch (error) {
        failed += 1;
        console.error(`  ✗ ${name}\n    ${String(error?.stack ?? error).replaceAll("\n", "\n    ")}`);
      } finally {
        clearTimeout(timer);
        await Promise.all(opened.map((page) => page.done()));
      }
    }
  } finally {
    await browser.close();
  }
  return { passed, failed };
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const { passed, failed } = await run(argv[2]);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
