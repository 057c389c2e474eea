/** Chromium and the built page: opens pages that remember everything they asked for and complained about. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../run/serve.mjs";

/** The page under test; PAGE names another folder, so that a build does not disturb a run. */
export const built = process.env.PAGE ?? fileURLToPath(new URL("../../dist/page/", import.meta.url));

/** WHEELS names another folder, so that a rebuild of the fixtures does not disturb a run. */
export const wheels = process.env.WHEELS ?? fileURLToPath(new URL("../fixtures/wheels/", import.meta.url));

/** Full path of a fixture wheel, by the beginning of its name. */
export const wheel = (name) => `${wheels}${name}`;

/** Nothing but the page may use the network; what Chromium does for itself is switched off. */
const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A name of this machine that browsers do not take for a secure context, as `localhost` would be.
  "--host-resolver-rules=MAP plain-http.test 127.0.0.1",
];

/** No service worker, as in an insecure context: most cases look at the page as a first visit finds it. */
const withoutServiceWorker = () => delete Navigator.prototype.serviceWorker;

export async function startBrowser() {
  const server = await serve(built, 0);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: switches,
  });
  return {
    url: server.url,
    /**
     * A page of its own context: no storage, no history from before. `init` runs in the page before its own script; `keeps`: it
     * may install its service worker; `at`: another host than the usual one.
     */
    async open({
      width = 1280,
      height = 900,
      scheme = "light",
      path = "",
      at = server.url,
      keeps = false,
      init,
      ...context
    } = {}) {
      const own = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, ...context });
      // Only for what never comes: on a busy machine anything may take a while.
      own.setDefaultTimeout(120_000);
      const page = await own.newPage();
      // Armed for the whole visit: turned on by the case itself it may come later than the key that opens the dialog.
      page.on("filechooser", () => {});
      const seen = { requests: [], complaints: [], underWay: 0 };
      own.on("request", (request) => {
        seen.requests.push(request.url());
        seen.underWay += 1;
      });
      for (const end of ["requestfinished", "requestfailed"]) own.on(end, () => (seen.underWay -= 1));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") seen.complaints.push(message.text());
      });
      page.on("pageerror", (error) => seen.complaints.push(`${error.name}: ${error.message}`));
      if (!keeps) await page.addInitScript(withoutServiceWorker);
      if (init !== undefined) await page.addInitScript(init);
      await page.goto(`${at}${path}`);
      await page.locator("h1").first().waitFor();
      return Object.assign(page, { seen, done: () => own.close() });
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Until the page has nothing left to do: no request is under way, nothing waits for a frame, a timer of no length or idle time. */
export async function idle(page) {
  for (let [before, quiet] = [-1, 0]; quiet < 3;) {
    await page.evaluate(
      () =>
        new Promise((done) =>
          requestAnimationFrame(() =>
            setTimeout(() => requestIdleCallback(() => done(), { timeout: 5000 }), 0),
          ),
        ),
    );
    const asked = page.seen.requests.length;
    quiet = page.seen.underWay === 0 && asked === before ? quiet + 1 : 0;
    before = asked;
  }
}

/** Until what moves has come to rest; what turns for ever does not count. */
export const atRest = (page) =>
  page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => {
          return playState !== "finished" && Number.isFinite(effect?.getComputedTiming().endTime);
        })
        .map((animation) => animation.finished.catch(() => undefined));
    for (let all = moving(); all.length > 0; all = moving()) await Promise.all(all);
  });

/** Chooses files as the file button would. */
export async function choose(page, ...paths) {
  await page.locator("input[type=file]").last().setInputFiles(paths);
}

/** Opens a fixture and waits for its report. */
export async function openReport(page, name) {
  await choose(page, wheel(name));
  // The verdict stands a few frames before the rest.
  await page.locator(".report[aria-busy=false], .failure").waitFor();
  if (await page.locator(".failure").isVisible()) throw new Error(await page.locator(".failure").innerText());
}

/** Drops a file from disk on the page, with the events that a real drag sends. */
export async function drop(page, path, name = path.split("/").at(-1)) {
  const bytes = [...(await readFile(path))];
  await page.evaluate(
    ({ bytes, name }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      const target = document.querySelector("h1");
      for (const type of ["dragenter", "dragover", "drop"]) {
        target.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
      }
    },
    { bytes, name },
  );
}

/** For `open({ init })`: every read of the opened file waits, so that the reading screen can be looked at. */
export const slowReading = () => {
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = async function () {
    await new Promise((done) => setTimeout(done, 30_000));
    return arrayBuffer.call(this);
  };
};

/** For `open({ init })`: a service worker as the page sees it, with a newer version that waits. */
export const updateWaits = () => {
  const waiting = Object.assign(new EventTarget(), { state: "installed", postMessage: () => {} });
  const registration = Object.assign(new EventTarget(), {
    installing: null,
    waiting,
    update: async () => {},
  });
  const workers = Object.assign(new EventTarget(), { controller: {}, register: async () => registration });
  Object.defineProperty(Navigator.prototype, "serviceWorker", { configurable: true, get: () => workers });
};
