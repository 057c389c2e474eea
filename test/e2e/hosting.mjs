/** The built folder on hosts that know little: any path, no media types, compression or none, no secure context. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { built, openReport } from "./browser.mjs";
import { startHost } from "./host.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

const deep = "/some/deep path/wheelscope/";

async function readsThere(page) {
  await openReport(page, tooNew);
  assert.match(await page.locator(".verdict h1").innerText(), /manylinux_2_17.*2\.34/s);
  await page.locator("[data-library]").first().click();
  await page.locator(".symbol-row").first().waitFor();
}

export const cases = {
  "hosting: in a folder of a host that knows no media types": async ({ open }) => {
    const host = await startHost(built, { path: encodeURI(deep) });
    try {
      const page = await open({ at: host.url, keeps: true });
      await readsThere(page);
      const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      assert.equal(scope, host.url);
      await page.getByRole("link", { name: "Wheelscope" }).first().click();
      await page.getByRole("button", { name: /^tiny-ok/ }).click();
      await page.waitForFunction(() => document.title.includes("✓ tiny_ok"));
      assert.deepEqual(
        host.asked.filter((path) => !path.startsWith(encodeURI(deep))),
        [],
      );
    } finally {
      await host.stop();
    }
  },

  "hosting: by the name of the file, compressed on the way": async ({ open }) => {
    const host = await startHost(built, { path: "/pages/", gzip: true });
    try {
      const page = await open({ at: host.url, path: "index.html", keeps: true });
      await readsThere(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
      await host.stop();
      await page.goto(`${host.url}index.html#/learn`);
      await page.reload();
      await page.locator("#content h1").waitFor();
    } finally {
      await host.stop();
    }
  },

  "hosting: plain http from another machine; no secure context, no service worker, no complaint": async ({
    open,
  }) => {
    const host = await startHost(built);
    try {
      const page = await open({ at: host.plainUrl, keeps: true });
      assert.equal(await page.evaluate(() => isSecureContext), false);
      await readsThere(page);
    } finally {
      await host.stop();
    }
  },

  "hosting: opened as a file, the page says that it has to be served": async ({ open }) => {
    const page = await open();
    await page.goto(pathToFileURL(join(built, "index.html")).href);
    await page.getByText("cannot run from a file").waitFor();
    assert.equal(await page.locator("#root").count(), 0);
    // The browser says itself what it refuses to load.
    page.seen.complaints.length = 0;
  },
};
