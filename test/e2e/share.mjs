/** Sharing by link: opened by somebody else, verified, printed by the command line too; hostile links; by keyboard. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { choose, drop, openReport, wheel } from "./browser.mjs";
import { openRelease, sideBySide } from "./release.mjs";
import {
  banner,
  fragment,
  linkOf,
  rowsOf,
  saved,
  says,
  three,
  tiny,
  tooNew,
  verdictOf,
  verifyWith,
} from "./share-steps.mjs";

const commandLine = fileURLToPath(new URL("../../dist/cli/wheelscope.js", import.meta.url));

/** What the built command line prints for these fixtures. */
async function printedLink(...names) {
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine, "link", ...names.map(wheel)]);
  return stdout.trim();
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

  "share: the command line prints the same links, of one wheel and of a release in any order": async ({
    open,
  }) => {
    const page = await open();
    await openReport(page, tooNew);
    assert.equal(await printedLink(tooNew), fragment(await linkOf(page)));
    await page.done();
    const release = await open();
    await openRelease(release, ...three);
    assert.equal(await printedLink(...three.toReversed()), fragment(await linkOf(release)));
  },

  "share: another file is distinguished from the one that was shared, a broken one leaves the report as it was":
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
    // Closed, it has no role any more; the page takes it away a little later, and only then opens it anew.
    await page.locator(".share-dialog").waitFor({ state: "detached" });
    assert.ok(await page.evaluate(() => document.activeElement?.matches("[data-share]")));
    await page.keyboard.press("s");
    await page.getByRole("dialog", { name: "Share this report" }).waitFor();

    const receiver = await open({ path: fragment(titled) });
    await says(receiver.locator(".shared-title"), /^See <b>here<\/b>$/);
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
};
