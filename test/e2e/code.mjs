/** What the code was built against and where it runs: systems, the pinned floor, GPUs, C++ symbols, Python. */
import assert from "node:assert/strict";
import { choose, idle, openReport, wheel } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

const system = (page, id) => page.locator(`[data-system="${id}"]`);
const panel = (page) => page.locator(".system-panel");

export const cases = {
  "systems: a reason by hovering, by the keyboard and by a tap": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await system(page, "debian-13").waitFor();
    assert.match(await page.locator(".systems .section-head").innerText(), /runs on \d+ of \d+ systems/);
    assert.match(await system(page, "rhel-8").innerText(), /needs newer glibc/);
    assert.match(await system(page, "rhel-9").innerText(), /runs/);

    await system(page, "rhel-8").hover();
    assert.match(await panel(page).innerText(), /RHEL 8[\s\S]*GLIBC_2\.34[\s\S]*pthread_create/);
    await page.mouse.move(0, 0);

    // One stop of Tab for all of them; arrows move, and the panel with its button comes next.
    await page.locator("[data-system][tabindex='0']").focus();
    await page.keyboard.press("Home");
    const first = await page.evaluate(() => document.activeElement?.dataset.system);
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement?.dataset.system);
    assert.notEqual(second, first);
    assert.equal(await page.locator("[data-system][tabindex='0']").count(), 1);
    const described = await page.evaluate(
      () => document.getElementById(document.activeElement?.getAttribute("aria-describedby"))?.textContent,
    );
    assert.ok((await panel(page).innerText()).replace(/\s+/g, " ").includes(described.slice(0, 20)));
    await page.keyboard.press("ArrowDown");
    const below = await page.evaluate(() => document.activeElement?.dataset.system);
    assert.ok(below !== second && below !== undefined);

    const narrow = await open({ width: 360, height: 740, hasTouch: true });
    await openReport(narrow, tooNew);
    await system(narrow, "debian-13").tap();
    assert.match(await panel(narrow).innerText(), /Debian 13/);
    assert.ok(
      await narrow.evaluate(
        () =>
          document.querySelector('[data-system="debian-13"]').closest(".system-group") ===
          document.querySelector(".system-panel").closest(".system-group"),
      ),
    );
  },

  "systems: releases out of support are there when asked for": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    assert.equal(await system(page, "debian-10").count(), 0);
    const more = page.getByRole("button", { name: /Show releases out of regular support/ });
    assert.equal(await more.getAttribute("aria-expanded"), "false");
    await more.click();
    assert.match(await system(page, "debian-10").innerText(), /out of support/);
    await page.getByRole("button", { name: /Hide releases out of regular support/ }).click();
    assert.equal(await system(page, "debian-10").count(), 0);
  },

  "systems: a pinned floor stands by the verdict, in the address, and holds for the next wheel": async ({
    open,
  }) => {
    const page = await open();
    await openReport(page, tooNew);
    assert.equal(await page.locator(".floor-line").count(), 0);
    await page.getByRole("button", { name: /Show releases out of regular support/ }).click();
    assert.match(await system(page, "ubuntu-20.04").innerText(), /extended support/);
    await system(page, "ubuntu-20.04").click();
    await page.getByRole("button", { name: "Make it my floor" }).click();
    const line = page.locator(".floor-line");
    assert.match(
      await line.innerText(),
      /My floor, Ubuntu 20\.04[^:]*:\s+needs newer glibc[\s\S]*GLIBC_2\.34/,
    );
    await page.waitForFunction(() => location.hash.includes("floor=ubuntu-20.04"));

    await choose(page, wheel(tiny));
    await page.waitForFunction(() => document.title.includes("tiny_ok"));
    assert.match(await line.innerText(), /My floor, Ubuntu 20\.04[^:]*:\s+runs/);

    // The address of somebody else comes before what this browser remembers.
    await page.evaluate(() => (location.hash = "#/local?floor=debian-13"));
    await page.waitForFunction(() =>
      document.querySelector(".floor-line")?.textContent.includes("Debian 13"),
    );

    await line.getByRole("button", { name: "Let go" }).click();
    await line.waitFor({ state: "detached" });
    await page.waitForFunction(() => !location.hash.includes("floor"));
    assert.equal(await page.evaluate(() => localStorage.getItem("wheelscope.floor")), null);
  },

  "systems: an unknown floor in the address says nothing": async ({ open }) => {
    const page = await open();
    await openReport(page, tiny);
    await page.evaluate(() => (location.hash = "#/local?floor=no-such-system"));
    await idle(page);
    assert.equal(await page.locator(".floor-line").count(), 0);
    assert.ok(await page.locator(".verdict").isVisible());
  },

  "sections: the bar leads to each, and a pure wheel has none of them": async ({ open }) => {
    const page = await open();
    await openReport(page, "string_abi_mixed-1.0-cp312-cp312-manylinux_2_28_x86_64.whl");
    const bar = page.getByRole("navigation", { name: "Sections of the report" });
    await bar.getByRole("button", { name: "C++ ABI" }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "cxx");
    assert.ok(await page.locator("#cxx").evaluate((heading) => heading.getBoundingClientRect().top >= 40));
    const section = page.locator(".cxx-abi");
    assert.match(await section.innerText(), /Old ABI[\s\S]*New ABI/);
    const link = section.locator(".group-libraries .link-button").first();
    const path = await link.innerText();
    await link.click();
    await page.locator(".detail").waitFor();
    assert.equal(new URLSearchParams(page.url().split("?")[1]).get("lib"), path);

    await openReport(page, "pure_python-1.0-py3-none-any.whl");
    await page.waitForFunction(() => document.title.includes("pure_python"));
    assert.equal(await page.locator(".section-nav, .systems, .cxx-abi, .gpu-code, .toolchain").count(), 0);
  },

  "cxx: the class of a library's names leads to its symbols": async ({ open }) => {
    const page = await open();
    await openReport(page, "string_abi_mixed-1.0-cp312-cp312-manylinux_2_28_x86_64.whl");
    await page.getByRole("searchbox", { name: /^Filter libraries/ }).fill("new abi");
    await page.locator("[data-library]").first().click();
    const detail = page.locator(".detail");
    assert.match(await detail.innerText(), /C\+\+ ABI[\s\S]*new ABI/);
    await detail.getByRole("button", { name: "Show the symbols of the class new ABI" }).click();
    await detail.getByRole("button", { name: /^Only C\+\+, new ABI/ }).waitFor();
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll(".symbol-row")];
      return rows.length > 0 && rows.every((row) => /__cxx11|cxx11\]/.test(row.textContent));
    });
    await detail.getByRole("button", { name: /^Only C\+\+, new ABI/ }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".symbol-row")].some((row) => !/cxx11/.test(row.textContent)),
    );
  },

  "gpu: the matrix tells native, PTX and partly, its counts by hover and keyboard, and goes along as Markdown":
    async ({ open }) => {
      const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
      await openReport(page, "gpu_code_partly-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
      const cell = (sm) => page.locator(`.matrix [data-gpu$=" ${sm}"]`).first();
      await cell(80).waitFor();
      assert.match(await cell(80).innerText(), /native/);
      assert.match(await cell(90).innerText(), /partly/);
      const counts = page.locator(".matrix-text");
      await cell(80).hover();
      assert.match(await counts.innerText(), /Ampere 8\.0.*A100.*machine code in all 4 kernel groups/s);
      await page.mouse.move(0, 0);
      assert.equal(await page.locator("[data-gpu][tabindex='0']").count(), 1);
      await page.locator("[data-gpu][tabindex='0']").focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      assert.match(label, /^Ampere 8\.6: native; machine code in all 4 kernel groups; by sm_80$/);
      assert.match(await counts.innerText(), /Ampere 8\.6/);

      await page.locator(".gpu-code").getByRole("button", { name: "Copy as Markdown" }).click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("| library |"));
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /\| `_core.*\.so` \|.*✓.*3\/4/);
      assert.match(await page.locator(".gpu-code .bars").innerText(), /sm_80/);

      await page.locator("[data-library]").first().click();
      assert.match(await page.locator(".detail").innerText(), /GPU code[\s\S]*Containers[\s\S]*\.nv_fatbin/);
    },

  "accelerators: a library that no declared package brings is marked": async ({ open }) => {
    const page = await open();
    await openReport(page, "toolkit_undeclared-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    const section = page.locator(".accelerators");
    await section.waitFor();
    const text = await section.innerText();
    assert.match(text, /libcublas\.so\.\d+[\s\S]*cuBLAS/);
    assert.match(text, /nvidia-cublas/);
    assert.match(text, /\bno\b/);
  },

  "python: the section says what the tag claims and what the imports need": async ({ open }) => {
    const page = await open();
    await openReport(page, "abi3_floor-1.0-cp38-abi3-manylinux_2_17_x86_64.whl");
    const text = await page.locator(".python-abi").innerText();
    assert.match(text, /stable ABI \(abi3\) from Python 3\.8/);
    assert.match(text, /Really needs[\s\S]*stable ABI of Python 3\.\d+/);
    await page.locator("[data-library]").first().click();
    assert.match(await page.locator(".detail").innerText(), /Python ABI[\s\S]*abi3/);
  },
};
