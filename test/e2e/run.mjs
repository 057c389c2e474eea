/** The end-to-end cases in Chromium. `node test/e2e/run.mjs [part of a case's name]` runs some. */
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { startBrowser } from "./browser.mjs";
import { all, alone } from "./cases.mjs";
import { runCases } from "./lanes.mjs";

/** Only one case at a time may look at the clipboard: all contexts of a browser share it. */
function oneAtATime() {
  let last = Promise.resolve();
  return () => {
    const before = last;
    let release;
    last = new Promise((done) => (release = done));
    return before.then(() => release);
  };
}

export async function run(only = "") {
  const browser = await startBrowser();
  const clipboard = oneAtATime();

  async function attempt(test, late) {
    const opened = [];
    let release = null;
    const open = async (options = {}) => {
      if (release === null && options.permissions?.some((name) => name.startsWith("clipboard")))
        release = await clipboard();
      const page = await browser.open(options);
      opened.push(page);
      return page;
    };
    try {
      await Promise.race([test({ open, url: browser.url }), late]);
      for (const { seen } of opened) {
        if (seen.complaints.length > 0) throw new Error(`the console says: ${seen.complaints.join("; ")}`);
      }
    } finally {
      await Promise.all(opened.map((page) => page.done()));
      release?.();
    }
  }

  try {
    return await runCases(all, { attempt, only, alone });
  } finally {
    await browser.close();
  }
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const { passed, failed } = await run(argv[2]);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
