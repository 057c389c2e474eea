/** Paste an error: without a wheel, with one open, by the clipboard; and what must never happen to the text. */
import assert from "node:assert/strict";
import { idle, openReport } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const missing = "ImportError: /lib64/libc.so.6: version `GLIBC_2.34' not found (required by /x/_pool.so)";
const withString =
  "ImportError: /x/_native.so: undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";

const box = (page) => page.getByRole("textbox", { name: "Error message" });
const answer = (page) => page.locator(".diagnosis");

/** Pastes text as the keyboard would, onto the element given. */
const paste = (page, text, selector = "body") =>
  page.evaluate(
    ({ text, selector }) => {
      const transfer = new DataTransfer();
      transfer.setData("text/plain", text);
      document
        .querySelector(selector)
        .dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: transfer, cancelable: true, bubbles: true }),
        );
    },
    { text, selector },
  );

export const cases = {
  "error: from the landing page, without any wheel": async ({ open }) => {
    const page = await open();
    await page.getByRole("textbox", { name: "Or paste an error message" }).fill(missing);
    await page.getByRole("button", { name: "Say what it means" }).click();
    await page.getByRole("heading", { level: 1, name: "What does this error mean?" }).waitFor();
    await answer(page).waitFor();
    const text = await answer(page).innerText();
    assert.match(text, /GLIBC_2\.34/);
    assert.match(text, /Ubuntu 22\.04/);
    assert.match(text, /What to do/);
    assert.match(await page.title(), /What an error means/);
    assert.equal(await box(page).inputValue(), missing);
    // Nowhere but on the page.
    assert.match(page.url(), /#\/error$/);
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.ok(!stored.includes("GLIBC"));
    await page.goBack();
    await page.getByRole("heading", { name: "Will this wheel run elsewhere?" }).waitFor();
  },

  "error: a symbol is read, its ABI named, its explanation linked": async ({ open }) => {
    const page = await open({ path: "#/error" });
    await page.getByRole("button", { name: /A symbol with std::string/ }).click();
    await answer(page).waitFor();
    await page.waitForFunction(() =>
      /c10::Error/.test(document.querySelector(".diagnosis")?.textContent ?? ""),
    );
    assert.match(await answer(page).innerText(), /new/i);
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(await answer(page).count(), 0);
    await box(page).fill("nothing of the kind");
    await page.getByText("Nothing in this text is an error that Wheelscope knows.").waitFor();
  },

  "error: with a wheel open it leads to the library": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await paste(
      page,
      missing.replace("/x/_pool.so", "/x/glibc_too_new/_pool.cpython-312-x86_64-linux-gnu.so"),
    );
    await answer(page).waitFor();
    assert.match(page.url(), /#\/error$/);
    const link = page.locator(".in-open-wheel .link-button").first();
    assert.match(await link.innerText(), /_pool/);
    await link.click();
    await page.locator(".detail").waitFor();
    assert.match(await page.locator("#detail").innerText(), /_pool/);
    await page.goBack();
    await answer(page).waitFor();
  },

  "error: text pasted elsewhere is let alone unless it is an error": async ({ open }) => {
    const page = await open();
    await paste(page, "a shopping list");
    await idle(page);
    assert.doesNotMatch(page.url(), /error/);
    // Into a field it goes as text does.
    await openReport(page, tooNew);
    await paste(page, missing, "[data-filter]");
    await idle(page);
    assert.doesNotMatch(page.url(), /error/);
    await paste(page, withString);
    await page.waitForFunction(() => location.hash === "#/error");
  },

  "error: markup in the text stays text": async ({ open }) => {
    const page = await open({ path: "#/error" });
    const hostile = `ImportError: /x/<img src=x onerror=document.title='owned'>.so: undefined symbol: _ZN3fooE<b>`;
    await box(page).fill(hostile);
    await answer(page).waitFor();
    assert.equal(await page.locator(".diagnosis img, .diagnosis b").count(), 0);
    assert.doesNotMatch(await page.title(), /owned/);
    assert.match(await page.locator(".diagnosis blockquote").first().innerText(), /<img src=x/);
  },

  "error: symbols are looked for in the open wheel on request": async ({ open }) => {
    const page = await open();
    await openReport(page, "string_abi_mixed-1.0-cp312-cp312-manylinux_2_28_x86_64.whl");
    // One of its libraries exports this.
    await paste(page, "ImportError: /x/elsewhere.so: undefined symbol: _ZN6shapes5sidesERKNS_5ShapeE");
    await answer(page).waitFor();
    await page.getByRole("button", { name: /^Look for it in \d+ librar/ }).click();
    await page.locator(".symbol-search li").first().waitFor();
    assert.match(await page.locator(".symbol-search").innerText(), /libshapes\.so\.1 defines it/);
  },
};
