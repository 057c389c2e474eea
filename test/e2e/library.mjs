/** One library in detail: address, contents, symbols; beside the table or alone. */
import assert from "node:assert/strict";
import { openReport } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const strings = "cxx_strings-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

/** Waits until there are rows of symbols, and each has the text. */
const everyRow = (page, text) =>
  page.waitForFunction((text) => {
    const rows = [...document.querySelectorAll(".symbol-row")];
    return rows.length > 0 && rows.every((row) => row.textContent.includes(text));
  }, text);

export const cases = {
  "library: opens beside the table, has an address, Back and Escape close it": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const first = page.locator("[data-library]").first();
    const path = await first.getAttribute("data-library");
    await first.click();
    await page.locator(".detail").waitFor();
    assert.equal(new URLSearchParams(page.url().split("?")[1]).get("lib"), path);
    assert.ok(await page.locator(".library-table").isVisible());
    assert.equal(await page.evaluate(() => document.activeElement?.id), "detail");
    await page.goBack();
    await page.locator(".detail").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.library), path);
    await page.goForward();
    await page.locator(".detail").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".detail").waitFor({ state: "detached" });
  },

  "library: takes the whole screen where it is narrow": async ({ open }) => {
    const page = await open({ width: 360, height: 740 });
    await openReport(page, tooNew);
    await page.locator("[data-library]").first().click();
    await page.locator(".detail").waitFor();
    assert.equal(await page.locator(".library-table").count(), 0);
    await page.getByRole("button", { name: "All libraries" }).click();
    await page.locator(".library-table").waitFor();
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute("data-library")));
  },

  "library: says why it fits, what it needs and what it is": async ({ open }) => {
    const page = await open();
    await openReport(page, "bundled_rpath-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    const row = page.locator("[data-library]").filter({ hasText: "cpython" }).first();
    await ((await row.count()) > 0 ? row : page.locator("[data-library]").first()).click();
    const detail = page.locator(".detail");
    await detail.waitFor();
    const text = await detail.innerText();
    assert.match(text, /By itself it fits manylinux_2_/);
    assert.match(text, /in the wheel/);
    assert.match(text, /RPATH/);
    assert.match(text, /\$ORIGIN/);
    assert.match(text, /GLIBC_2\./);
    assert.match(text, /RELRO/);
    assert.match(text, /not executable/);
  },

  "library: its symbols are filtered by side, text and version, demangled, copied": async ({ open }) => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await openReport(page, strings);
    await page.locator("[data-library]").first().click();
    const symbols = page.locator(".symbols");
    const rows = symbols.locator(".symbol-row");
    await rows.first().waitFor();
    const shown = symbols.getByRole("status").first();
    await page.waitForFunction(() =>
      /\d+ shown/.test(document.querySelector(".symbols [role=status]")?.textContent ?? ""),
    );
    assert.match(await symbols.innerText(), /std::/);

    await symbols.getByLabel(/^Exported/).check({ force: true });
    await symbols
      .getByText(/PyInit/)
      .first()
      .waitFor();
    await symbols.getByLabel(/^Imported/).check({ force: true });

    await symbols.getByRole("searchbox").fill("std::");
    await everyRow(page, "std::");
    await symbols.getByRole("searchbox").fill("no such symbol");
    await symbols.getByText("No symbol matches.").waitFor();
    await symbols.getByRole("searchbox").fill("");
    await rows.first().waitFor();

    const needs = page.locator(".version-list details").filter({ hasText: "GLIBCXX_3.4.29" });
    await needs.locator("summary").click();
    await needs.getByRole("button").click();
    await symbols.getByRole("button", { name: /Only GLIBCXX_3\.4\.29/ }).waitFor();
    await everyRow(page, "GLIBCXX_3.4.29");
    await symbols.getByRole("button", { name: "Copy list" }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).includes("@GLIBCXX_3.4.29"),
    );
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\n");
    assert.ok(copied.every((line) => line.includes("@GLIBCXX_3.4.29")));
    assert.match(await shown.innerText(), new RegExp(`^${copied.length} shown`));
    await symbols.getByRole("button", { name: /Only GLIBCXX_3\.4\.29/ }).click();
  },

  "library: an address with a library and a policy opens both": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const path = await page.locator("[data-library]").first().getAttribute("data-library");
    await page.evaluate(
      (path) => (location.hash = `#/local?lib=${path}&against=manylinux_2_5_x86_64&sort=-glibc&q=so`),
      path,
    );
    await page.locator(".detail").waitFor();
    assert.match(await page.locator(".blockers").innerText(), /manylinux_2_5_x86_64/);
    assert.equal(
      await page.getByRole("columnheader", { name: "GLIBC", exact: true }).getAttribute("aria-sort"),
      "descending",
    );
    assert.equal(await page.getByRole("searchbox", { name: /^Filter libraries/ }).inputValue(), "so");
  },
};
