/** The report: verdict, ladder, findings, table, and what can be taken away. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { choose, openReport, wheel } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const names = (page) => page.locator(".library-name").allInnerTexts();

export const cases = {
  "report: a policy of the ladder tells what stands between, with library and symbol": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await page.getByRole("button", { name: /^manylinux_2_17_x86_64.*does not fit, claimed/ }).click();
    const text = await page.locator(".blockers").innerText();
    assert.match(text, /What stands between this wheel and manylinux_2_17_x86_64/);
    assert.match(text, /GLIBC_2\.34/);
    assert.match(text, /pthread_create/);
    assert.match(text, /\.so/);
    await page.waitForFunction(() => location.hash.includes("against=manylinux_2_17_x86_64"));
    await page.getByRole("button", { name: /^manylinux_2_34_x86_64.*fits, best/ }).click();
    assert.match(await page.locator(".blockers").innerText(), /Fits manylinux_2_34_x86_64/);
  },

  "report: a finding opens to its evidence, its advice and its explanation": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const finding = page.locator("[data-finding=symbol-version-too-new]");
    assert.equal(await finding.getAttribute("aria-expanded"), "false");
    await finding.click();
    const body = page.locator("#finding-symbol-version-too-new");
    assert.match(await body.innerText(), /pthread_create@GLIBC_2\.34/);
    assert.match(await body.innerText(), /libc\.so\.6|libpthread\.so\.0/);
    assert.match(await body.innerText(), /What to do/);
    await body.getByRole("link", { name: "Learn why" }).click();
    await page.getByRole("heading", { level: 1, name: "Symbol versions too new" }).waitFor();
    // The explanation quotes the open report, and Back returns to the finding, open.
    assert.match(await page.locator(".in-your-wheel").innerText(), /GLIBC_2\.34|2\.34/);
    await page.goBack();
    await body.waitFor();
  },

  "report: the state is shown by word, symbol and colour": async ({ open }) => {
    const states = {
      "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl": ["Complies", "✓"],
      "pure_python-1.0-py3-none-any.whl": ["Pure Python", "✓"],
      "for_macos-1.0-cp312-cp312-macosx_11_0_arm64.whl": ["Not for Linux", "i"],
      "no_claim-1.0-cp312-cp312-linux_x86_64.whl": ["No claim to check", "i"],
      "platform_without_native-1.0-cp312-cp312-manylinux_2_17_x86_64.whl": ["Nothing compiled", "!"],
      "on_musl_x86_64-1.0-cp312-cp312-musllinux_1_2_x86_64.whl": ["Complies", "✓"],
      "on_android-1.0-cp313-cp313-android_24_arm64_v8a.whl": ["Complies", "✓"],
    };
    const page = await open();
    for (const [name, [word, character]] of Object.entries(states)) {
      await choose(page, wheel(name));
      await page.waitForFunction((project) => document.title.includes(project), name.split("-")[0]);
      await page.locator(".verdict").waitFor();
      assert.equal((await page.locator(".verdict .state-word").innerText()).trim(), word, name);
      assert.ok((await page.title()).startsWith(character), `${name}: ${await page.title()}`);
      assert.equal(await page.locator(".verdict .disc svg").count(), 1);
    }
  },

  "report: the table sorts by its headings and says how": async ({ open }) => {
    const page = await open();
    await openReport(page, "record_mismatch-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    const column = page.getByRole("columnheader", { name: "Library" });
    assert.equal(await column.getAttribute("aria-sort"), null);
    await column.getByRole("button").click();
    assert.equal(await column.getAttribute("aria-sort"), "ascending");
    const ascending = await names(page);
    await column.getByRole("button").click();
    assert.equal(await column.getAttribute("aria-sort"), "descending");
    assert.ok(ascending.length > 1);
    assert.deepEqual(await names(page), [...ascending].reverse());
    await page.waitForFunction(() => location.hash.includes("sort=-library"));
  },

  "report: the table filters by path, soname, needed library and version": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const box = page.getByRole("searchbox", { name: /^Filter libraries/ });
    const all = await names(page);
    assert.equal(all.length, 2);
    await box.fill("glibc_2.34");
    assert.equal((await names(page)).length, 1);
    await page.waitForFunction(() => location.hash.includes("q=glibc_2.34"));
    await box.fill("nothing of the kind");
    await page.getByText("No library matches").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    assert.deepEqual(await names(page), all);
  },

  "report: only libraries with problems": async ({ open }) => {
    const page = await open();
    await openReport(page, "executable_stack-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    const before = (await names(page)).length;
    await page.getByLabel("Only with problems").check();
    const rows = page.locator(".library-table tbody tr");
    assert.ok((await rows.count()) >= 1 && (await rows.count()) <= before);
    await page.waitForFunction(() => location.hash.includes("show=problems"));
    await openReport(page, "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    await page.getByLabel("Only with problems").check();
    await page.getByText("No library has a problem.").waitFor();
  },

  "report: columns can be shown and hidden": async ({ open }) => {
    const page = await open();
    await openReport(page, "cxx_strings-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    assert.match(await page.locator(".library-table").innerText(), /GLIBCXX[\s\S]*3\.4\.29/);
    assert.match(await page.locator(".library-table").innerText(), /CXXABI[\s\S]*1\.3\.9/);
    await page.getByText("Columns", { exact: true }).click();
    await page.getByRole("checkbox", { name: "GLIBCXX" }).uncheck();
    assert.equal(await page.getByRole("columnheader", { name: "GLIBCXX" }).count(), 0);
    await page.getByRole("checkbox", { name: "Arch" }).check();
    await page.getByRole("columnheader", { name: "Arch" }).waitFor();
  },

  "report: SHA-256 on request, summary, command and JSON": async ({ open }) => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await openReport(page, tooNew);
    const hash = createHash("sha256")
      .update(await readFile(wheel(tooNew)))
      .digest("hex");
    await page.getByRole("button", { name: "Compute" }).click();
    await page.getByText(hash).waitFor();

    await page.getByRole("button", { name: "Copy summary" }).click();
    await page.getByText("Copied", { exact: true }).waitFor({ state: "attached" });
    const summary = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(summary, /glibc_too_new-1\.0.*\n✗ /);
    assert.match(summary, /pthread_create@GLIBC_2\.34/);

    await page.getByRole("button", { name: "Copy CLI command" }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).startsWith("wheelscope show "),
    );

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download JSON" }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), `${tooNew}.json`);
    const document = JSON.parse(await readFile(await file.path(), "utf8"));
    assert.equal(document.version, 1);
    assert.equal(document.overall_tag, "manylinux_2_34_x86_64");
    assert.equal(document.sha256, hash);
  },

  "report: what comes from other wheels is a state of its own": async ({ open }) => {
    const page = await open();
    await openReport(page, "other_wheel-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    await page
      .getByRole("button", { name: /^manylinux_2_17_x86_64.*but for libraries expected from elsewhere/ })
      .waitFor();
  },
};
