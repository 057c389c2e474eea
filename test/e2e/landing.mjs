/** Ways in: button, drop, paste, samples; and what is said when something else comes. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { choose, drop, wheel } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

const verdict = (page) => page.locator(".verdict h1");

export const cases = {
  "landing: the file button opens a wheel": async ({ open }) => {
    const page = await open();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a wheel" }).click();
    await (await chooser).setFiles(wheel(tooNew));
    await verdict(page).waitFor();
    assert.match(await verdict(page).innerText(), /manylinux_2_17.*2\.34/s);
    assert.match(await page.locator(".verdict .state-word").innerText(), /Does not comply/);
    assert.match(await page.title(), /^✗ glibc_too_new 1\.0/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "verdict");
    assert.match(page.url(), /#\/local$/);
  },

  "landing: a wheel can be dropped anywhere, and the overlay does not stay": async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "a.whl"));
      const enter = (target) =>
        target.dispatchEvent(
          new DragEvent("dragenter", { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
      enter(document.body);
      enter(document.querySelector("h1"));
      // Into a child, out of its parent: still over the window.
      document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true, dataTransfer: transfer }));
    });
    await page.getByText("Drop to inspect").waitFor();
    await drop(page, wheel(tiny));
    await verdict(page).waitFor();
    assert.match(await page.locator(".verdict .state-word").innerText(), /Complies/);
    assert.equal(await page.locator(".drop-overlay").count(), 0);
  },

  "landing: a drag of a picture is refused before the drop": async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "a.png", { type: "image/png" }));
      document.body.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer: transfer }));
    });
    await page.getByText("Only wheels, libraries and folders of wheels can be read").waitFor();
  },

  "landing: a wheel can be pasted": async ({ open }) => {
    const page = await open();
    const bytes = [...(await readFile(wheel(tiny)))];
    await page.evaluate(
      ({ bytes, name }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name));
        window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, cancelable: true }));
      },
      { bytes, name: tiny },
    );
    await verdict(page).waitFor();
  },

  "landing: each sample opens and shows what it promises": async ({ open }) => {
    const expected = {
      "tiny-ok": "Complies",
      "glibc-too-new": "Does not comply",
      "missing-library": "Does not comply",
    };
    for (const [label, word] of Object.entries(expected)) {
      const page = await open();
      await page.getByRole("button", { name: new RegExp(`^${label}`) }).click();
      await verdict(page).waitFor();
      assert.match(await page.locator(".verdict .state-word").innerText(), new RegExp(word));
    }
  },

  "landing: the same file can be chosen twice": async ({ open }) => {
    const page = await open();
    for (let time = 0; time < 2; time += 1) {
      await choose(page, wheel(tiny));
      await verdict(page).waitFor();
      await page.goBack();
      await page.getByRole("heading", { name: "Will this wheel run elsewhere?" }).waitFor();
    }
  },

  "landing: a reload says that local files are not kept, by name": async ({ open }) => {
    const page = await open();
    await choose(page, wheel(tiny));
    await verdict(page).waitFor();
    await page.reload();
    await page.getByText(`Drop ${tiny} again`).waitFor();
  },

  "landing: Back leads here, forward to the report still open": async ({ open }) => {
    const page = await open();
    await choose(page, wheel(tooNew));
    await verdict(page).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Will this wheel run elsewhere?" }).waitFor();
    await page.getByRole("link", { name: /^Back to the report of glibc_too_new/ }).click();
    await verdict(page).waitFor();
  },

  "landing: without JavaScript the page says what it is": async ({ open }) => {
    const page = await open({ javaScriptEnabled: false });
    assert.match(await page.locator("body").innerText(), /needs JavaScript/);
  },

  "landing: the theme can be chosen and is kept": async ({ open }) => {
    const page = await open();
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.getByLabel("Dark", { exact: true }).check({ force: true });
    const dark = await background();
    assert.notEqual(light, dark);
    await page.reload();
    await page.locator("h1").waitFor();
    assert.equal(await background(), dark);
  },

  "landing: painted before the script is here; other screens are not mistaken for it": async ({
    open,
    url,
  }) => {
    const page = await open();
    let arrive;
    const held = new Promise((done) => (arrive = done));
    const [early, elsewhere] = await Promise.all(
      ["#/", "#/learn"].map(async (address) => {
        const tab = await page.context().newPage();
        await tab.route(/\/index-[^/]*\.js$/, async (route) => {
          await held;
          await route.continue();
        });
        await tab.goto(`${url}${address}`, { waitUntil: "commit" });
        await tab.locator("#root[inert] h1").waitFor({ state: "attached" });
        return tab;
      }),
    );
    await early.locator("h1").waitFor();
    assert.equal(await elsewhere.locator("h1").isVisible(), false);
    const before = await early.locator("#root").innerText();
    arrive();
    await early.locator("#root:not([inert])").waitFor({ state: "attached" });
    assert.equal(await early.locator("#root").innerText(), before);
    await elsewhere.getByRole("heading", { level: 1 }).waitFor();
    assert.doesNotMatch(await elsewhere.locator("h1").innerText(), /run elsewhere/);
  },

  "learn: every explanation opens under its fixed headings": async ({ open }) => {
    const page = await open({ path: "#/learn" });
    const links = await page
      .locator(".learn-list a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.length > 40, `${links.length} explanations`);
    for (const link of links) {
      await page.evaluate((hash) => (location.hash = hash), link);
      await page.waitForFunction(
        (id) => document.querySelector(".explanation > p")?.textContent === id,
        link.slice(8),
      );
      const headings = await page.locator(".explanation h2").allInnerTexts();
      for (const heading of ["What it is", "Why it breaks", "How to fix it", "Sources"]) {
        assert.ok(headings.includes(heading), `${link}: ${headings}`);
      }
    }
  },

  "learn: an unknown id is said to be unknown": async ({ open }) => {
    const page = await open({ path: "#/learn/no-such-thing" });
    await page.getByText("There is no explanation called “no-such-thing”.").waitFor();
  },
};
