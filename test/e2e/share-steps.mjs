/** What the cases about sharing have in common: the link of what is open, somebody else's link, saved files. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { idle, openReport, wheel } from "./browser.mjs";
import { sideBySide } from "./release.mjs";

export const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
export const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
export const three = [sideBySide.x86, sideBySide.arm, sideBySide.musl];

/** The link of what is open, from the dialog, which stays up. */
export async function linkOf(page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.locator(".share-link").waitFor();
  return page.locator(".share-link").inputValue();
}

/** Everything from `#` on: the part that no server sees. */
export const fragment = (link) => link.slice(link.indexOf("#"));

/** Somebody else's link, in the same tab. */
export async function openLink(page, link) {
  await page.evaluate((hash) => (location.hash = hash), fragment(link));
  await page.locator(".shared-card").waitFor();
  await page.locator(".verdict").waitFor();
}

/** The banner's file button, once what came with the link has been judged: the banner is made anew with it. */
export async function verifyWith(page, ...names) {
  await idle(page);
  await page.locator(".shared-verify input[type=file]").setInputFiles(names.map(wheel));
}

/** A saved report that was judged otherwise at its time, with older policies. */
export async function openEarlier(page) {
  await openReport(page, tooNew);
  const { name, bytes } = await saved(page, () =>
    page.getByRole("button", { name: "Download JSON" }).click(),
  );
  const document = JSON.parse(bytes.toString());
  document.facts.policies = "2020-01-01";
  for (const wheel of document.facts.wheels) wheel[1] = [0, "manylinux_2_17_x86_64"];
  const buffer = Buffer.from(JSON.stringify(document));
  await page.locator(".header input[type=file]").setInputFiles({ name, mimeType: "", buffer });
  await page.locator(".shared-changes").waitFor();
}

export const banner = (page) => page.locator(".shared-card");
export const verdictOf = (page) => page.locator(".verdict h1").innerText();

/** The rows of the three wheels, when all are there. */
export async function rowsOf(page) {
  const rows = page.locator(".release-table tbody tr");
  await rows.nth(three.length - 1).waitFor();
  return (await rows.allInnerTexts()).toSorted();
}

/** Waits until a locator's text matches: what comes of workers takes a moment. */
export async function says(locator, pattern) {
  await locator.waitFor();
  for (let tries = 0; tries < 100; tries += 1) {
    if (pattern.test(await locator.innerText())) return;
    await locator.page().waitForTimeout(50);
  }
  assert.match(await locator.innerText(), pattern);
}

export async function saved(page, press) {
  const download = page.waitForEvent("download");
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
