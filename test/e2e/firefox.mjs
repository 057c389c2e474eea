/**
 * The page in Firefox, driven by WebDriver BiDi (puppeteer-core): the way from a wheel to a symbol, what an error message means, the
 * explanations, and offline. Verdicts are compared with what the core says of the same wheel (test/expected), as are Chromium's.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { built, wheel } from "./browser.mjs";
import { startHost } from "./host.mjs";
import { runCases } from "./lanes.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const damaged = "not_a_zip-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

/** What stands in the element, as a reader sees it, once it is there. */
const text = async (page, selector) =>
  (await page.waitForSelector(selector)).evaluate((node) => node.innerText);

async function choose(page, name) {
  await page.waitForSelector("input[type=file]");
  await (await page.$$("input[type=file]")).at(-1).uploadFile(wheel(name));
}

const go = (page, hash) => page.evaluate((to) => void (location.hash = to), hash);

/** Three wheels: one that keeps its tag, one that does not, one with several findings. */
const judged = [
  "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
  tooNew,
  "string_abi_mixed-1.0-cp312-cp312-manylinux_2_28_x86_64.whl",
];

const cases = {
  "verdicts are those of the core, word by word": async (page) => {
    for (const name of judged) {
      const [project] = name.split("-");
      const expected = JSON.parse(
        await readFile(new URL(`../expected/${project}.json`, import.meta.url), "utf8"),
      );
      await choose(page, name);
      await page.waitForFunction((part) => document.title.includes(part), {}, project);
      const heading = await text(page, ".verdict h1");
      assert.ok(heading.includes(expected.headline), `${heading} / ${expected.headline}`);
    }
  },

  "from a wheel to the symbol that decides": async (page) => {
    await choose(page, tooNew);
    assert.match(await text(page, ".verdict"), /manylinux_2_17.*2\.34.*pthread_create/s);
    await (await page.waitForSelector(".rung.claimed button")).click();
    assert.match(await text(page, ".blockers"), /GLIBC_2\.34/);
    await (await page.waitForSelector("[data-library]")).click();
    await page.waitForSelector(".symbol-row");
    await page.type('.library input[type="search"], .detail input[type="search"]', "pthread_cr");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".symbol-row")].every((row) =>
        row.textContent.includes("pthread_create"),
      ),
    );
  },

  "a dropped file is read": async (page) => {
    const bytes = [...(await readFile(wheel(tooNew)))];
    await page.waitForSelector("h1");
    await page.evaluate(
      (bytes, name) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name));
        for (const type of ["dragenter", "dragover", "drop"]) {
          const about = { bubbles: true, cancelable: true, dataTransfer: transfer };
          document.querySelector("h1").dispatchEvent(new DragEvent(type, about));
        }
      },
      bytes,
      tooNew,
    );
    assert.match(await text(page, ".verdict .state-word"), /Does not comply/);
  },

  "a file that is no wheel is refused in words": async (page) => {
    await choose(page, damaged);
    assert.match(await text(page, ".failure h1"), /\w{3}/);
    assert.match(await text(page, ".failure"), /not_a_zip/);
  },

  "an error message is explained": async (page) => {
    await go(page, "#/error");
    const message = "ImportError: /lib64/libc.so.6: version `GLIBC_2.34' not found (required by /x/a.so)";
    await page.type(".error-screen textarea", message);
    await page.waitForFunction(() => /Ubuntu|Debian/.test(document.querySelector("main").innerText));
  },

  "explanations open under their headings": async (page) => {
    await go(page, "#/learn/symbol-version-too-new");
    const headings = await page
      .waitForSelector(".explanation")
      .then(() => page.$$eval(".explanation h2", (all) => all.map((one) => one.innerText)));
    for (const heading of ["What it is", "Why it breaks", "How to fix it", "Sources"]) {
      assert.ok(headings.includes(heading), `${heading}: ${headings}`);
    }
  },

  "without its server the page opens and reads": async (page, host) => {
    await page.waitForSelector("h1");
    await page.waitForFunction(() => navigator.serviceWorker?.controller?.state === "activated");
    await host.stop();
    await page.reload();
    await choose(page, tooNew);
    assert.match(await text(page, ".verdict h1"), /manylinux_2_17.*2\.34/s);
    await go(page, "#/learn/symbol-version-too-new");
    await page.waitForSelector(".explanation");
  },
};

/** Runs the cases whose name contains `only` in the Firefox at `program`, one at a time: a tab in the background stands still. */
export async function run(program, only = "") {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program });
  console.log(`  ${await browser.version()}`);

  async function attempt(test, late) {
    // One of them takes its host off the net.
    const host = await startHost(built);
    const context = await browser.createBrowserContext();
    try {
      const complaints = [];
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      page.on("console", (message) => {
        if (["error", "warn"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      await page.goto(host.url);
      await Promise.race([test(page, host), late]);
      if (complaints.length > 0) throw new Error(`the console says: ${complaints.join("; ")}`);
    } finally {
      await context.close();
      await host.stop();
    }
  }

  try {
    return await runCases(cases, { attempt, only, lanes: 1, prefix: "Firefox: " });
  } finally {
    await browser.close();
  }
}
