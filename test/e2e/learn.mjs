/** Learn pages: the path, the open report's own values, and the pictures by keyboard alone. */
import assert from "node:assert/strict";
import { idle, openReport } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

const go = (page, id) => page.evaluate((hash) => (location.hash = hash), `#/learn/${id}`);
const title = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const panel = (page) => page.locator(".picture-panel");
const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** Tab until something that matches has the focus. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}

export const cases = {
  "learn: nothing of the concepts is loaded before somebody opens them": async ({ open }) => {
    const page = await open();
    // The last of the parts that are fetched once the landing page stands.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => /\/Offline-[\w-]+\.js$/.test(name)),
    );
    await idle(page);
    const loaded = () => page.seen.requests.filter((url) => /late-pages-.*\.js/.test(url)).length;
    assert.equal(loaded(), 0);
    await page.evaluate(() => (location.hash = "#/learn"));
    await page.locator(".learn-path").waitFor();
    assert.equal(loaded(), 1);
  },

  "learn: the path leads from the first page to the last": async ({ open }) => {
    const page = await open({ path: "#/learn" });
    const links = await page.locator(".learn-path a").allInnerTexts();
    assert.ok(links.length >= 17, `${links.length} concepts`);
    await page.locator(".learn-path a").first().click();
    for (const [index, link] of links.entries()) {
      await title(page, link);
      assert.equal(await focused(page), link, "the heading has the focus");
      assert.equal(await page.title(), `${link} – Wheelscope`);
      assert.ok((await page.locator(".explanation h2").count()) >= 3, link);
      const next = page.locator(".read-after");
      if (index < links.length - 1) await next.click();
      else assert.equal(await next.count(), 0);
    }
    await page.goBack();
    await title(page, links.at(-2));
  },

  "learn: every address within the pages leads to a page": async ({ open }) => {
    const page = await open({ path: "#/learn" });
    await page.locator(".learn-path").waitFor();
    const seen = new Set(
      await page
        .locator(".learn-list a, .picture-cards a")
        .evaluateAll((all) => all.map((a) => a.getAttribute("href"))),
    );
    const concepts = await page
      .locator(".learn-path a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    for (const concept of concepts) {
      await page.evaluate((hash) => (location.hash = hash), concept);
      await page.waitForFunction(
        (id) => document.querySelector(".explanation > p")?.textContent === id,
        concept.slice("#/learn/".length),
      );
      const links = await page
        .locator(".explanation a[href^='#']")
        .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      for (const link of links) assert.ok(seen.has(link), `${concept} leads to ${link}`);
    }
  },

  "learn: a finding names its background, and a page speaks of the open file": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await go(page, "symbol-version-too-new");
    await title(page, /.+/);
    const own = page.locator(".in-your-wheel");
    assert.match(await own.innerText(), /glibc_too_new[\s\S]*GLIBC_2\.34/);
    await page.getByRole("link", { name: "glibc, and how a floor arises" }).click();
    await title(page, "glibc, and how a floor arises");
    assert.match(await own.innerText(), /GLIBC_2\.34/);
    // The picture follows the need of this file.
    assert.ok(await page.getByRole("radio", { name: /The open file: _pool/ }).isChecked());
    assert.match(await page.locator(".need-path").innerText(), /manylinux_2_34_x86_64/);
    await page.getByRole("link", { name: /Report of glibc_too_new/ }).click();
    await page.locator(".verdict").waitFor();
  },

  "learn: the headings beside a page bring their part into view": async ({ open }) => {
    const page = await open({ path: "#/learn/manylinux" });
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("button", { name: "Sources" })
      .click();
    assert.equal(await focused(page), "Sources");
    const top = await page.locator("#sources").evaluate((heading) => heading.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 900, `${top}`);
    assert.match(page.url(), /#\/learn\/manylinux$/);
  },

  "picture: the timeline by keyboard": async ({ open }) => {
    const page = await open({ path: "#/learn/manylinux" });
    await page.locator(".timeline").waitFor();
    await page.getByRole("heading", { name: "glibc 2.28" }).waitFor();
    await tabTo(page, "[data-glibc]");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.glibc), "2.28");
    const has = () => page.locator(".timeline-system.has").count();
    const before = await has();
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "glibc 2.34" }).waitFor();
    assert.match(await panel(page).innerText(), /1 August 2021/);
    assert.match(await panel(page).innerText(), /RHEL 9 \(GCC 11/);
    assert.ok((await has()) < before, "fewer have a newer one");
    assert.deepEqual(
      await page.locator("[aria-pressed=true]").evaluateAll((all) => all.map(({ dataset }) => dataset.glibc)),
      ["2.34"],
    );
    // One stop of Tab for all of them.
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => "glibc" in document.activeElement.dataset), false);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowLeft");
    assert.match(await panel(page).innerText(), /auditwheel gives the next, manylinux_2_34/);
    // The same by pointer, on the picture itself; and as a table.
    await page.locator(".timeline-system", { hasText: "Debian 9" }).click();
    await page.getByRole("heading", { name: "glibc 2.24" }).waitFor();
    await page.getByText("The distributions as a table").click();
    assert.match(
      await page.getByRole("row", { name: /Ubuntu 20\.04/ }).innerText(),
      /2020-04-23.*2\.31.*9\.4\.0/s,
    );
  },

  "picture: the same call, linked on two systems": async ({ open }) => {
    const page = await open({ path: "#/learn/glibc-floor" });
    const path = page.locator(".need-path");
    assert.match(await path.innerText(), /pthread_create@@GLIBC_2\.34[\s\S]*manylinux_2_34_x86_64/);
    assert.match(await path.innerText(), /version `GLIBC_2\.34' not found/);
    await tabTo(page, "input[name=need-case]");
    await page.keyboard.press("ArrowLeft");
    assert.match(await path.innerText(), /GLIBC_2\.2\.5[\s\S]*libpthread\.so\.0[\s\S]*manylinux_2_5_x86_64/);
    assert.equal(await path.locator(".need-answers .bad, .need-systems .bad").count(), 0);
  },

  "picture: the two strings, and what differs": async ({ open }) => {
    const page = await open({ path: "#/learn/string-abi" });
    const differing = (which) =>
      page.locator(".one-string").nth(which).locator(".mangled .differs").allInnerTexts();
    assert.deepEqual(await differing(0), ["Ss"]);
    assert.equal((await differing(1)).join(""), "NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE");
    await tabTo(page, "input[name=string-case]");
    await page.keyboard.press("ArrowRight");
    assert.deepEqual([await differing(0), await differing(1)], [[], ["B5cxx11"]]);
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await differing(0), ["Ss", "Ss"]);
    assert.equal((await differing(1)).at(-1), "S6_");
    await page.keyboard.press("ArrowRight");
    assert.deepEqual([await differing(0), await differing(1)], [[], []]);
    assert.match(await page.locator(".two-strings").innerText(), /names are equal/);
  },

  "demangler: symbols by keyboard, read by the engine, explained piece by piece": async ({ open }) => {
    const page = await open({ path: "#/learn/string-abi" });
    await tabTo(page, "#symbols");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(
      "                 U _ZNSs4_Rep20_S_empty_rep_storageE@GLIBCXX_3.4 (2)\nmain\n_ZNSt3__14listIiNS_9allocatorIiEEE4sizeEv",
    );
    const status = page.locator(".demangler [role=status]");
    await page.waitForFunction(() =>
      /3 symbols read/.test(document.querySelector(".demangler [role=status]")?.textContent ?? ""),
    );
    assert.equal(await status.innerText(), "3 symbols read: 1 of the old ABI, 1 not C++, 1 of libc++.");
    const answers = page.locator(".symbol-answer");
    assert.equal(await answers.count(), 3);
    assert.match(await answers.nth(0).innerText(), /std::string::_Rep::_S_empty_rep_storage/);
    const old = answers.nth(0).locator("tr", { has: page.locator("code", { hasText: /^Ss$/ }) });
    assert.match(await old.innerText(), /always the old one/);
    await answers.nth(2).locator("summary").click();
    assert.match(await answers.nth(2).innerText(), /where libc\+\+ keeps its types/);
    await page.getByRole("button", { name: "An error message" }).click();
    await page.waitForFunction(() =>
      /1 symbol read: 1 of the new ABI/.test(
        document.querySelector(".demangler [role=status]")?.textContent ?? "",
      ),
    );
    assert.match(await answers.first().innerText(), /api::ret\[abi:cxx11\]\(\)/);
  },

  "demangler: hostile text stays text, and is bounded": async ({ open }) => {
    const page = await open({ path: "#/learn/string-abi" });
    const box = page.locator("#symbols");
    await box.fill(`_Z3foo<img src=x onerror=document.title='owned'>v\n${"_ZN".repeat(3000)}`);
    await page.waitForFunction(() =>
      /read:/.test(document.querySelector(".demangler [role=status]")?.textContent ?? ""),
    );
    assert.equal(await page.locator(".demangler img").count(), 0);
    assert.doesNotMatch(await page.title(), /owned/);
    await box.fill(Array.from({ length: 500 }, (_, index) => `_Z1f${index}v`).join("\n"));
    await page.waitForFunction(() =>
      /488 more symbols left out/.test(document.querySelector(".demangler [role=status]")?.textContent ?? ""),
    );
    assert.equal(await page.locator(".symbol-answer").count(), 12);
    await box.fill("");
    await page.getByText("No symbol yet.").waitFor();
    // Nothing of it is kept or shown in the address.
    assert.match(page.url(), /#\/learn\/string-abi$/);
  },
};
