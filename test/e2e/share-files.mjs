/** What is taken away from a report: saved documents, opened again; the picture of the verdict; paper. */
import assert from "node:assert/strict";
import { choose, openReport } from "./browser.mjs";
import { openRelease } from "./release.mjs";
import {
  banner,
  linkOf,
  openEarlier,
  rowsOf,
  saved,
  says,
  three,
  tooNew,
  verdictOf,
} from "./share-steps.mjs";

export const cases = {
  "share: saved documents open by button and by drop, one wheel or several": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const verdict = await verdictOf(page);
    const one = await saved(page, () => page.getByRole("button", { name: "Download JSON" }).click());
    assert.equal(one.name, `${tooNew}.json`);
    const reader = await open();
    await choose(reader, { name: one.name, mimeType: "application/json", buffer: one.bytes });
    await says(banner(reader), /Shared report, not checked/);
    assert.equal(await verdictOf(reader), verdict);

    await openRelease(page, ...three);
    const rows = await rowsOf(page);
    const several = await saved(page, () => page.getByRole("button", { name: "Download JSON" }).click());
    assert.equal(several.bytes.toString().trim().split("\n").length, 3);
    await reader.goto(reader.url().replace(/#.*/, "#/"));
    await choose(reader, { name: several.name, mimeType: "application/json", buffer: several.bytes });
    await reader.locator(".release-table").waitFor();
    assert.deepEqual(await rowsOf(reader), rows);

    await reader.locator(".header input[type=file]").setInputFiles({
      name: "other.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"a":1}'),
    });
    await reader.getByRole("heading", { name: "The report cannot be opened" }).waitFor();
  },

  "share: what was said then and what is said now stand side by side where they differ": async ({ open }) => {
    const page = await open();
    await openEarlier(page);
    await says(
      banner(page),
      /Judged otherwise[\s\S]*policies of 2020-01-01: Complies, best tag manylinux_2_17_x86_64\. With today’s policies \(\d{4}-\d\d-\d\d\): Does not comply, best tag manylinux_2_34_x86_64\./,
    );
    assert.match(await verdictOf(page), /needs glibc 2\.34/);
  },

  "share: the picture of the verdict, as SVG and as PNG": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await linkOf(page);
    const svg = await saved(page, () => page.getByRole("button", { name: "Picture (SVG)" }).click());
    assert.equal(svg.name, "glibc_too_new-1.0.svg");
    const title = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
      return documentElement.querySelector("title")?.textContent;
    }, svg.bytes.toString());
    assert.match(title, /^glibc_too_new 1\.0: Does not comply\. Claims manylinux_2_17_x86_64/);
    const png = await saved(page, () => page.getByRole("button", { name: "Picture (PNG)" }).click());
    assert.equal(png.bytes.toString("latin1", 1, 4), "PNG");
    assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [2400, 1260]);
  },

  "share: on paper every finding is open, the ground is white, and what is for use is gone": async ({
    open,
  }) => {
    const page = await open({ scheme: "dark" });
    await openReport(page, tooNew);
    await page.locator(".library-table").waitFor();
    const count = await page.locator("[data-finding]").count();
    assert.equal(await page.locator(".finding.open").count(), 0);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator(".finding.open").count(), count);
    assert.ok(await page.getByText("What to do").first().isVisible());
    for (const gone of [".header", ".actions", ".section-nav", ".table-tools"]) {
      assert.ok(!(await page.locator(gone).first().isVisible()), gone);
    }
    assert.match(await page.locator(".print-end").innerText(), /Wheelscope, policies of \d{4}-\d\d-\d\d/);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(ground, "rgb(255, 255, 255)");
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator(".finding.open").count(), 0);
  },
};
