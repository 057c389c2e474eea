/** Reading: progress, cancelling, and every way in which it can fail without leaving a blank page. */
import assert from "node:assert/strict";
import { choose, drop, idle, slowReading, wheel } from "./browser.mjs";

const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const question = { name: "Will this wheel run elsewhere?" };

const atOnce = "reading: progress is shown, the button cancels at once";

/** Cases that take the time of something. */
export const measured = [atOnce];

export const cases = {
  [atOnce]: async ({ open }) => {
    const page = await open({ init: slowReading });
    await choose(page, wheel(tiny));
    const bar = page.getByRole("progressbar");
    await bar.waitFor();
    assert.match((await bar.getAttribute("aria-valuetext")) ?? "", /\w/);
    assert.match(await page.title(), /^Reading tiny_ok/);
    // Taken within the page: the test driver has its share of what a clock out here would say.
    const took = page.evaluate(
      () =>
        new Promise((done) => {
          let pressed = 0;
          addEventListener("click", () => (pressed = performance.now()), { capture: true });
          const isGone = () => document.querySelector("[role=progressbar], progress") === null;
          new MutationObserver(() => {
            if (pressed > 0 && isGone()) done(performance.now() - pressed);
          }).observe(document, { childList: true, subtree: true });
        }),
    );
    await page.getByRole("button", { name: /Cancel/ }).click();
    await page.getByRole("heading", question).waitFor();
    // 200 ms by design.
    const ms = await took;
    assert.ok(ms < 1000, `${ms} ms`);
    assert.match(page.url(), /#\/$/);
  },

  "reading: Escape cancels, Back cancels": async ({ open }) => {
    const page = await open({ init: slowReading });
    await choose(page, wheel(tiny));
    await page.getByRole("progressbar").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", question).waitFor();
    await choose(page, wheel(tiny));
    await page.getByRole("progressbar").waitFor();
    await page.goBack();
    await page.getByRole("heading", question).waitFor();
  },

  "reading: a new drop replaces the reading, and nothing late arrives": async ({ open }) => {
    // Only the first file is slow: it arrives when the second one's report stands.
    const page = await open({
      init: () => {
        const { arrayBuffer } = Blob.prototype;
        const arrival = new Promise((done) => (window.arrive = done));
        window.held = 0;
        window.isHeld = true;
        Blob.prototype.arrayBuffer = async function () {
          if (window.isHeld) {
            window.held += 1;
            await arrival;
          }
          return arrayBuffer.call(this);
        };
      },
    });
    await choose(page, wheel(tiny));
    await page.getByRole("progressbar").waitFor();
    await page.waitForFunction(() => window.held > 0);
    await page.evaluate(() => (window.isHeld = false));
    await drop(page, wheel("glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"));
    await page.waitForFunction(() => document.title.includes("✗ glibc_too_new"));
    await page.evaluate(() => window.arrive());
    await idle(page);
    assert.match(await page.title(), /✗ glibc_too_new/);
  },

  "failure: a text file with a wheel's name": async ({ open }) => {
    const page = await open();
    await choose(page, wheel("not_a_zip-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"));
    const heading = page.getByRole("heading", { name: "Not a wheel" });
    await heading.waitFor();
    assert.ok(await heading.evaluate((element) => element === document.activeElement));
    await page.getByText("Details", { exact: true }).click();
    await page.getByText("not-a-zip", { exact: true }).waitFor();
    await choose(page, wheel(tiny));
    await page.locator(".verdict").waitFor();
  },

  "failure: a wheel cut short, and the way back": async ({ open }) => {
    const page = await open();
    await choose(page, wheel("damaged-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"));
    await page.locator(".failure h1").waitFor();
    assert.match(await page.locator(".failure").innerText(), /archive|zip/i);
    await page.getByRole("button", { name: "Back to the start" }).click();
    await page.getByRole("heading", question).waitFor();
  },

  "failure: a source release is called by its name": async ({ open }) => {
    const page = await open();
    await drop(page, wheel("not_a_zip-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"), "example-1.0.tar.gz");
    await page.getByRole("heading", { name: "That is a source release" }).waitFor();
  },

  "failure: a fault in the page itself offers a new start": async ({ open }) => {
    // The judgement throws: JSON that the page cannot have been built for.
    const page = await open({
      init: () => {
        const { findIndex } = Array.prototype;
        window.breakRows = () => {
          Array.prototype.findIndex = function (...rest) {
            if (new Error().stack?.includes("ReportScreen") === true) throw new Error("broken on purpose");
            return findIndex.apply(this, rest);
          };
        };
      },
    });
    await page.evaluate(() => window.breakRows());
    await choose(page, wheel(tiny));
    await page.getByRole("heading", { name: "Something broke in Wheelscope" }).waitFor();
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByRole("heading", question).waitFor();
    assert.ok(page.seen.complaints.some((complaint) => complaint.includes("broken on purpose")));
    page.seen.complaints.length = 0;
  },
};
