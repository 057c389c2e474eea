/** The page keeps itself: without its server it opens, reads and explains; a newer version waits until nothing is lost. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, choose, idle, openReport, slowReading, wheel } from "./browser.mjs";
import { startHost } from "./host.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

const question = (page) => page.getByRole("heading", { name: "Will this wheel run elsewhere?" });
const notice = (page) => page.locator(".update-card");
const generation = (page) => page.locator("meta[name=generation]").getAttribute("content");

/** Until every file of the page is kept, and the page is answered from there. */
async function kept(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** Asks the server for a newer version and waits until one is here. */
async function fetchUpdate(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
  });
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration.waiting !== null;
  });
}

/** For `open({ init })`: the reader arrives when the case says so, and then every read of the opened file waits. */
const heldReader = () => {
  const { fetch } = window;
  const arrival = new Promise((done) => (window.arrive = done));
  window.fetch = async (...asked) => {
    if (String(asked[0]).endsWith(".wasm")) await arrival;
    return fetch(...asked);
  };
  Blob.prototype.arrayBuffer = () => new Promise(() => {});
};

const hash = (bytes) => createHash("sha256").update(bytes).digest("base64");

/**
 * Runs `test` with a host and `publish`, which puts a next version of the page there: another index.html. `drop`: and a part
 * fewer; `spoil`: and a page that is not the one written down.
 */
async function withHost(test) {
  const folder = await mkdtemp(join(tmpdir(), "wheelscope-versions-"));
  const host = await startHost(built);
  const publish = async ({ drop = false, spoil = false } = {}) => {
    const next = await mkdtemp(join(folder, "next-"));
    await cp(built, next, { recursive: true });
    const script = join(next, "service-worker.js");
    const before = await readFile(join(next, "index.html"));
    const after = Buffer.from(
      before.toString().replace("<title>", '<meta name="generation" content="2" /><title>'),
    );
    const dropped = (await readdir(join(next, "assets"))).find((name) => name.startsWith("ErrorScreen-"));
    let text = await readFile(script, "utf8");
    const [entry] = text.match(new RegExp(`\\{path:.assets/${dropped}.,sha256:.[^}]*\\},`)) ?? [];
    const [version] = text.match(/(?<=version:.)[0-9a-f]{16}/) ?? [];
    assert.ok(entry && version && text.includes(hash(before)), "the list of files is as the build writes it");
    text = text.replace(version, "f".repeat(16)).replace(hash(before), hash(after));
    if (drop) {
      text = text.replace(entry, "");
      await rm(join(next, "assets", dropped));
    }
    await writeFile(script, text);
    await writeFile(join(next, "index.html"), spoil ? `${after} ` : after);
    host.publish(next);
    return `assets/${dropped}`;
  };
  try {
    await test({ host, publish });
  } finally {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const cases = {
  "offline: after one visit the page opens, reads and explains without its server": ({ open }) =>
    withHost(async ({ host }) => {
      const page = await open({ at: host.url, keeps: true });
      await kept(page);
      await host.stop();
      await page.reload();
      await question(page).waitFor();
      await openReport(page, tooNew);
      assert.match(await page.locator(".verdict h1").innerText(), /manylinux_2_17.*2\.34/s);
      await page.locator("[data-library]").first().click();
      await page.locator(".symbol-row").first().waitFor();
      await page.goto(`${host.url}#/learn/symbol-version-too-new`);
      await page.locator("#content h1").waitFor();
      await page.goto(`${host.url}index.html#/`);
      await question(page).waitFor();
      await page.getByRole("button", { name: /^tiny-ok/ }).click();
      await page.locator(".verdict h1").waitFor();
      assert.match(await page.locator(".verdict .state-word").innerText(), /Complies/);
    }),

  "offline: nothing is kept but the page's own files": ({ open }) =>
    withHost(async ({ host }) => {
      const page = await open({ at: host.url, keeps: true });
      await openReport(page, tooNew);
      await kept(page);
      const held = await page.evaluate(async () => {
        const names = await caches.keys();
        const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname.slice(1)) };
      });
      assert.equal(held.names.length, 1);
      const files = (await readdir(built, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(built, "/").length))
        // The worker itself, the picture of the README, and what nobody opens by way of the page.
        .filter((name) => !["service-worker.js", "wheelscope.png", "THIRD-PARTY-NOTICES.txt"].includes(name));
      assert.deepEqual(held.paths.sort(), files.sort());
    }),

  "offline: installing waits until the reading is over": ({ open }) =>
    withHost(async ({ host }) => {
      const page = await open({ keeps: true, init: heldReader, at: host.url });
      await choose(page, wheel(tiny));
      await page.evaluate(() => window.arrive());
      await page.locator(".update").waitFor({ state: "attached" });
      const registrations = () =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
      await idle(page);
      assert.equal(await registrations(), 0);
      await page.keyboard.press("Escape");
      await question(page).waitFor();
      await kept(page);
      assert.equal(await registrations(), 1);
    }),

  "offline: a newer version says so beside an idle report, and what a reload costs": ({ open }) =>
    withHost(async ({ host, publish }) => {
      const page = await open({ at: host.url, keeps: true });
      await kept(page);
      await openReport(page, tiny);
      await publish();
      await fetchUpdate(page);
      await notice(page).waitFor();
      assert.match(await notice(page).innerText(), /closes the report of tiny_ok-1\.0.*open it again/s);
      assert.equal(await page.locator(".verdict").count(), 1);
      await notice(page).getByRole("button", { name: "Reload" }).click();
      await page.waitForFunction(() => document.querySelector("meta[name=generation]") !== null);
      await page.getByText(`Drop ${tiny} again`).waitFor();
      // The version before is gone, and the notice with it.
      await page.waitForFunction(async () => (await caches.keys()).length === 1);
      assert.equal(await notice(page).count(), 0);
      await host.stop();
      await page.reload();
      await question(page).waitFor();
      assert.equal(await generation(page), "2");
    }),

  "offline: the notice never comes while a wheel is read": ({ open }) =>
    withHost(async ({ host, publish }) => {
      const page = await open({ at: host.url, keeps: true, init: slowReading });
      await kept(page);
      await publish();
      await choose(page, wheel(tiny));
      await page.waitForFunction(() => /^#\/local/.test(location.hash));
      await fetchUpdate(page);
      await idle(page);
      assert.equal(await notice(page).count(), 0);
      await page.keyboard.press("Escape");
      await notice(page).waitFor();
      assert.match(await notice(page).innerText(), /nothing is lost/);
      await notice(page).getByRole("button", { name: "Later" }).click();
      assert.equal(await notice(page).count(), 0);
    }),

  "offline: a tab that stays on the old version keeps its parts": ({ open }) =>
    withHost(async ({ host, publish }) => {
      const page = await open({ at: host.url, keeps: true });
      await kept(page);
      await openReport(page, tiny);
      const dropped = await publish({ drop: true });
      const other = await page.context().newPage();
      await other.goto(host.url);
      await question(other).waitFor();
      await fetchUpdate(other);
      await notice(other).getByRole("button", { name: "Reload" }).click();
      await other.waitForFunction(() => document.querySelector("meta[name=generation]") !== null);
      assert.equal(await page.locator(".verdict").count(), 1, "the other tab is not reloaded");
      await notice(page).waitFor();
      const part = await page.evaluate(async (path) => (await fetch(path)).ok, dropped);
      assert.ok(part, "a part that only the old version has");
    }),

  "offline: half a publication is not let in": ({ open }) =>
    withHost(async ({ host, publish }) => {
      const page = await open({ at: host.url, keeps: true });
      await kept(page);
      await publish({ spoil: true });
      const state = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update();
        const { installing } = registration;
        if (installing === null) return "none";
        return new Promise((done) =>
          installing.addEventListener("statechange", () => done(installing.state)),
        );
      });
      assert.equal(state, "redundant");
      assert.equal(await notice(page).count(), 0);
      await page.reload();
      await question(page).waitFor();
      assert.equal(await page.locator("meta[name=generation]").count(), 0, "the old version still");
      page.seen.complaints.length = 0;
    }),

  "install: the manifest has no errors, and all its icons are there": async ({ open }) => {
    const page = await open({ keeps: true });
    await kept(page);
    const session = await page.context().newCDPSession(page);
    const { errors, data } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const manifest = JSON.parse(data);
    assert.deepEqual(Object.values(manifest.file_handlers[0].accept), [[".whl"]]);
    for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
      const bytes = await readFile(join(built, src));
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
    }
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A context of its own counts as a private window.
    assert.deepEqual(
      installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
      [],
    );
  },

  "install: a wheel opened from the system is read": async ({ open }) => {
    const bytes = [...(await readFile(wheel(tiny)))];
    const init = () => {
      const value = { setConsumer: (consumer) => (window.launch = consumer) };
      Object.defineProperty(window, "launchQueue", { value });
    };
    const page = await open({ init });
    await page.waitForFunction(() => window.launch !== undefined);
    await page.evaluate(
      ({ bytes, name }) => {
        const file = new File([new Uint8Array(bytes)], name);
        window.launch({ files: [{ kind: "file", getFile: async () => file }] });
      },
      { bytes, name: tiny },
    );
    await page.locator(".verdict h1").waitFor();
    assert.match(await page.title(), /tiny_ok/);
  },
};
