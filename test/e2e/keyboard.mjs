/** A whole visit without a mouse, and the single keys. */
import assert from "node:assert/strict";
import { openReport, wheel } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? "");
const library = (page) => page.evaluate(() => document.activeElement?.dataset.library ?? null);

/** Presses Tab until the focus is where it should be; fails when it never gets there. */
async function tabTo(page, selector, most = 80) {
  for (let press = 0; press < most; press += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reached ${selector}`);
}

export const cases = {
  "keyboard: from the landing page to a symbol, Tab and Enter only": async ({ open }) => {
    const page = await open();
    await tabTo(page, ".drop-field button");
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(wheel(tooNew));
    await page.locator(".verdict").waitFor();

    await tabTo(page, ".rung.claimed button");
    await page.keyboard.press("Enter");
    await page.locator(".blockers").waitFor();
    await tabTo(page, "[data-finding=symbol-version-too-new]");
    await page.keyboard.press("Enter");
    await page.locator("#finding-symbol-version-too-new").waitFor();
    await tabTo(page, "[data-library]");
    await page.keyboard.press("ArrowDown");
    const second = await library(page);
    await page.keyboard.press("Home");
    assert.notEqual(await library(page), second);
    await page.keyboard.press("End");
    assert.equal(await library(page), second);
    await page.keyboard.press("Enter");
    await page.locator(".detail").waitFor();
    await tabTo(page, ".symbols input[type=search]");
    await page.keyboard.type("get");
    await page.waitForFunction(
      () => document.querySelector(".symbol-row")?.textContent.includes("get") === true,
    );
    await tabTo(page, ".symbol-scroller");
    await page.keyboard.press("Escape");
    await page.locator(".detail").waitFor({ state: "detached" });
    assert.equal(await library(page), second);
  },

  "keyboard: single keys, the list of them, and switching them off": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await page.keyboard.press("/");
    assert.ok(await page.evaluate(() => document.activeElement?.matches("[data-filter]")));
    // Typed, not obeyed.
    await page.keyboard.type("f?o");
    assert.equal(await page.locator("[data-filter]").inputValue(), "f?o");
    await page.locator("[data-filter]").fill("");
    await page.evaluate(() => document.activeElement?.blur());

    await page.keyboard.press("f");
    const first = await focused(page);
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute("data-finding")));
    await page.keyboard.press("f");
    assert.notEqual(await focused(page), first);
    await page.keyboard.press("Shift+F");
    assert.equal(await focused(page), first);

    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard" });
    await dialog.waitFor();
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press("Tab");
      // The browser's own bars may take a turn; the page behind the dialog never does.
      assert.ok(
        await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
        ),
      );
    }
    await dialog.getByLabel("Keys of a single letter").uncheck();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press("f");
    assert.ok(!(await page.evaluate(() => document.activeElement?.hasAttribute("data-finding"))));

    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    await chooser;
  },

  "keyboard: the first Tab offers to skip to the content": async ({ open }) => {
    const page = await open();
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Skip to content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
    assert.match(page.url(), /\/(#\/)?$/);
  },
};
