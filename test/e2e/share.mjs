/** Sharing: the link, opened by somebody else and verified; saved documents; hostile links; print and the picture. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { choose, drop, openReport, wheel } from "./browser.mjs";
import { openRelease, sideBySide } from "./release.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const three = [sideBySide.x86, sideBySide.arm, sideBySide.musl];

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

/** The banner's file button. */
export const verifyWith = (page, ...names) =>
  page.locator(".shared-verify input[type=file]").setInputFiles(names.map(wheel));

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

const banner = (page) => page.locator(".shared-card");
const verdictOf = (page) => page.locator(".verdict h1").innerText();

/** The rows of the three wheels, when all are there. */
async function rowsOf(page) {
  const rows = page.locator(".release-table tbody tr");
  await rows.nth(three.length - 1).waitFor();
  return (await rows.allInnerTexts()).toSorted();
}

/** Waits until a locator's text matches: what comes of workers takes a moment. */
async function says(locator, pattern) {
  await locator.waitFor();
  for (let tries = 0; tries < 100; tries += 1) {
    if (pattern.test(await locator.innerText())) return;
    await locator.page().waitForTimeout(50);
  }
  assert.match(await locator.innerText(), pattern);
}

/** What the clipboard holds as soon as it is what is waited for. */
async function clipboard(page, isMeant) {
  for (let tries = 0; tries < 200; tries += 1) {
    const text = await page.evaluate(() => navigator.clipboard.readText());
    if (isMeant(text)) return text;
    await page.waitForTimeout(50);
  }
  assert.fail("the clipboard never held what was meant");
}

async function saved(page, press) {
  const download = page.waitForEvent("download");
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

export const cases = {
  "share: three wheels of a release, opened in a fresh profile: same verdicts; one dropped wheel is verified":
    async ({ open, url }) => {
      const sender = await open();
      await openRelease(sender, ...three);
      const sent = await rowsOf(sender);
      const link = await linkOf(sender);
      assert.ok(link.startsWith(`${url}#/r/1.d.`), link);
      assert.match(
        await sender.getByRole("dialog").innerText(),
        /Share these 3 reports[\s\S]*of 3 libraries/,
      );

      const receiver = await open({ path: fragment(link) });
      await receiver.locator(".release-table").waitFor();
      await says(banner(receiver), /Shared report, not checked against the files/);
      assert.deepEqual(await rowsOf(receiver), sent);
      assert.equal(fragment(receiver.url()), fragment(link));

      await drop(receiver, wheel(sideBySide.arm));
      await says(banner(receiver), /1 of 3 wheels verified[\s\S]*aarch64\.whl: The same file, byte for byte/);
      assert.deepEqual(await rowsOf(receiver), sent);
      await verifyWith(receiver, sideBySide.x86, sideBySide.musl);
      await says(banner(receiver), /Shared report, all 3 wheels verified/);
      assert.equal(fragment(receiver.url()), fragment(link));
      // Nothing but the page itself was asked for: what was shared never left the browser.
      const [page] = receiver.url().split("#");
      assert.ok(
        receiver.seen.requests.every((address) => address.startsWith(page) || address.startsWith("blob:")),
      );
      assert.ok(receiver.seen.requests.every((address) => !address.includes("/r/1.d.")));
    },

  "share: one wheel; the receiver sees the same, without lists of symbols until the file is there": async ({
    open,
  }) => {
    const sender = await open();
    await openReport(sender, tooNew);
    const sent = [await verdictOf(sender), await sender.locator(".findings").innerText()];
    const link = await linkOf(sender);

    const receiver = await open({ path: fragment(link) });
    await receiver.locator(".verdict").waitFor();
    await says(banner(receiver), /not checked against the file/);
    assert.deepEqual([await verdictOf(receiver), await receiver.locator(".findings").innerText()], sent);
    await receiver.locator("[data-library]").first().click();
    await says(receiver.locator(".detail"), /Lists of symbols come with the file only/);

    await verifyWith(receiver, tooNew);
    await says(
      banner(receiver),
      /verified against the file[\s\S]*The same file, byte for byte\. It gives the same verdict/,
    );
    await receiver.locator(".symbol-row").first().waitFor();
    assert.ok(fragment(receiver.url()).startsWith(fragment(link)), "the address stays the link");
    assert.equal(await receiver.locator(".shared-verify").count(), 0);

    // The same report gives the same link again.
    assert.equal(fragment(await linkOf(receiver)), fragment(link));
  },

  "share: another file is told from the one that was shared, a broken one leaves the report as it was":
    async ({ open }) => {
      const sender = await open();
      await openReport(sender, tooNew);
      const link = await linkOf(sender);
      const receiver = await open({ path: fragment(link) });
      await receiver.locator(".verdict").waitFor();
      const before = await verdictOf(receiver);

      const input = receiver.locator(".shared-verify input[type=file]");
      await input.setInputFiles({ name: tooNew, mimeType: "", buffer: Buffer.from("no archive") });
      await says(banner(receiver), /could not be read: Not a wheel\./);
      assert.equal(await verdictOf(receiver), before);

      await input.setInputFiles({ name: tooNew, mimeType: "", buffer: await readFile(wheel(tiny)) });
      await says(
        banner(receiver),
        /your file is another one[\s\S]*SHA-256 differs[\s\S]*gives another verdict/,
      );
      assert.notEqual(await verdictOf(receiver), before);

      // A copy under another name is the same file.
      await input.setInputFiles({
        name: "copy (1).whl",
        mimeType: "",
        buffer: await readFile(wheel(tooNew)),
      });
      await says(banner(receiver), /verified against the file/);
      assert.equal(await verdictOf(receiver), before);

      // Some other wheel that is dropped opens as always.
      await drop(receiver, wheel(tiny));
      await receiver.waitForFunction(() => document.title.includes("tiny_ok"));
      assert.equal(await banner(receiver).count(), 0);
      assert.match(receiver.url(), /#\/local/);
    },

  "share: from the file button to the copied link by keyboard alone": async ({ open }) => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    const tabTo = async (selector) => {
      for (let press = 0; press < 80; press += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
          return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`Tab never reached ${selector}`);
    };
    await tabTo(".drop-field button");
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(wheel(tooNew));
    await page.locator(".verdict").waitFor();

    await tabTo("[data-share]");
    await page.keyboard.press("Enter");
    const copy = page.getByRole("dialog").getByRole("button", { name: "Copy link" });
    await copy.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Copy link"));
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await page.locator(".share-link").inputValue());

    // The link with the title is copied even before typing has paused.
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("See <b>here</b>");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const titled = await clipboard(page, (text) => text !== copied);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(
      await clipboard(page, (text) => text.startsWith("[")),
      `[See \\<b\\>here\\</b\\>](${titled})`,
    );

    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.ok(await page.evaluate(() => document.activeElement?.matches("[data-share]")));
    await page.keyboard.press("s");
    await page.getByRole("dialog", { name: "Share this report" }).waitFor();

    const receiver = await open({ path: fragment(titled) });
    await says(receiver.locator(".shared-title"), /^See <b>here<\/b>$/);
  },

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

  "share: damaged, cut, newer and made-up links each have their page": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const link = fragment(await linkOf(page));
    const code = link.slice("#/r/".length);
    const visitor = await open();
    const goes = async (text, heading) => {
      await visitor.evaluate((hash) => (location.hash = hash), `#/r/${text}`);
      await visitor.getByRole("heading", { level: 1, name: heading }).waitFor();
    };
    await goes(code.slice(0, 200), "The link is damaged");
    assert.match(await visitor.locator("main").innerText(), /200 characters received/);
    await goes(code.replace("1.d.", "7.d."), "The link is from a newer version");
    await visitor.getByRole("button", { name: "Reload the page" }).waitFor();
    const made = [
      "1.d..",
      "1.d.AAAA.00000000",
      "0.d.AAAA.00000000",
      `${"9".repeat(400)}.d.AAAA.00000000`,
      "<img src=x onerror=alert(1)>",
      "1.j.W10.0d968f55",
      `1.d.${"A".repeat(60_000)}.00000000`,
      "%00%ff",
      "__proto__",
    ];
    for (const text of made) await goes(text, "The link is damaged");
    // One letter changed anywhere is noticed, and never more than noticed.
    for (let at = 4; at < code.length; at += 11) {
      const other = code[at] === "A" ? "B" : "A";
      await goes(code.slice(0, at) + other + code.slice(at + 1), "The link is damaged");
    }
    await visitor.evaluate((hash) => (location.hash = hash), link);
    await visitor.locator(".verdict").waitFor();
  },

  "share: names with markup stay text on both sides": async ({ open }) => {
    const page = await open();
    const name = "<img src=x onerror=alert(1)>-1.0-py3-none-any.whl";
    await choose(page, {
      name,
      mimeType: "",
      buffer: await readFile(wheel("pure_python-1.0-py3-none-any.whl")),
    });
    await page.locator(".verdict").waitFor();
    const link = await linkOf(page);
    const receiver = await open({ path: fragment(link) });
    await says(receiver.locator(".identity-name"), /^<img src=x onerror=alert\(1\)>-1\.0-py3-none-any\.whl$/);
    assert.equal(await receiver.locator("main img, aside img").count(), 0);
    await linkOf(receiver);
    const picture = await saved(receiver, () =>
      receiver.getByRole("button", { name: "Picture (SVG)" }).click(),
    );
    assert.ok(!picture.bytes.toString().includes("<img"));
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
