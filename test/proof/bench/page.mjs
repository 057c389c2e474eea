/** The built page in Chromium: from the file's choice to the report on screen, and what its process grows by. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureBrowser } from "../../run/browsers.mjs";

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of its own for every run: nothing is warm but the file. */
async function withPage(address, use) {
  const profile = mkdtempSync(join(tmpdir(), "bench-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser("chromium"),
    headless: true,
    args: switches,
  });
  try {
    return await use(context.pages()[0] ?? (await context.newPage()), context, profile);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @returns seconds to the report, growth of the page's and the browser's process in MiB, longest task of the main thread in ms */
export function readInPage(address, wheel) {
  return withPage(address, async (page, _context, profile) => {
    await page.goto(address);
    await page.locator("input[type=file]").first().waitFor({ state: "attached" });
    await page.waitForTimeout(500);
    await page.evaluate(watchReading);
    const memory = createMemoryWatch(profile);
    await page.locator("input[type=file]").first().setInputFiles(wheel);
    const read = await page.evaluate(() => window.__reading);
    const grown = memory.growth();
    if (read.failed) throw new Error(`the page failed on ${wheel}: ${read.failed}`);
    return {
      seconds: read.ms / 1000,
      mebibytes: grown.renderer,
      browserMebibytes: grown.browser,
      longestTask: read.longestTask,
    };
  });
}

/** Runs in the page: the time from the input's change event to the first frame that shows the report. */
function watchReading() {
  let longestTask = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longestTask = Math.max(longestTask, task.duration);
  }).observe({ type: "longtask" });
  window.__reading = new Promise((done) => {
    document.addEventListener(
      "change",
      () => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          // The verdict stands a few frames before the table; all of it counts.
          const report = document.querySelector("main.report .libraries");
          const failure = document.querySelector("main.failure");
          if (report === null && failure === null) return;
          observer.disconnect();
          // The frame after the one that paints the change: by then it is on screen.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const ms = performance.now() - start;
              setTimeout(() => done({ ms, longestTask, failed: failure?.textContent ?? null }), 200);
            }),
          );
        });
        observer.observe(document.documentElement, { childList: true, subtree: true });
      },
      { capture: true, once: true },
    );
  });
}

/** Peak resident memory since now, of the page's process and of the browser's, from Linux's /proc. */
function createMemoryWatch(profile) {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, command: readCommand(pid) }))
    .filter(({ command }) => command.includes(profile));
  const renderers = processes.filter(({ command }) => command.includes("--type=renderer"));
  const browser = processes.filter(({ command }) => !command.includes("--type="));
  const before = new Map();
  for (const { pid } of [...renderers, ...browser]) {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
    before.set(pid, status(pid, "VmRSS"));
  }
  const grown = (list) =>
    Math.max(0, ...list.map(({ pid }) => status(pid, "VmHWM") - before.get(pid))) / 1024;
  return { growth: () => ({ renderer: grown(renderers), browser: grown(browser) }) };
}

function readCommand(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function status(pid, field) {
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
}

/** First paint in ms with a processor a quarter as fast and a line of 10 Mbit/s with 40 ms of delay. */
export function firstPaint(address) {
  return withPage(address, async (page, context) => {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await session.send("Network.enable");
    const bytesPerSecond = 10e6 / 8;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 40,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await page.goto(address);
    await page.locator("h1").first().waitFor();
    return page.evaluate(
      () =>
        new Promise((done) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName("first-contentful-paint")[0];
            if (paint) done(paint.startTime);
          }).observe({ type: "paint", buffered: true });
        }),
    );
  });
}
