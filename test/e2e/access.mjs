/** axe on every screen, light and dark, wide and narrow; and no sideways scrolling down to 320 pixels. */
import assert from "node:assert/strict";
import axe from "axe-core";
import { atRest, choose, openReport, slowReading, updateWaits, wheel } from "./browser.mjs";
import { linkOf, openEarlier, openLink, verifyWith } from "./share-steps.mjs";
import { openRelease, sideBySide } from "./release.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

/** Two messages: one about a library of that wheel, one about a symbol. */
const errors = `Traceback (most recent call last):
ImportError: /lib64/libc.so.6: version \`GLIBC_2.34' not found (required by /x/glibc_too_new/_pool.cpython-312-x86_64-linux-gnu.so)
ImportError: /x/_native.so: undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE`;

/** Every screen of the page: how to get there. The screenshots use the same list. */
export const screens = {
  landing: async () => undefined,
  reading: async (page) => {
    await choose(page, wheel(tooNew));
    await page.getByRole("progressbar").waitFor();
    // It fades in; contrast is measured when it stands.
    await atRest(page);
  },
  report: (page) => openReport(page, tooNew),
  "report-open": async (page) => {
    await openReport(page, tooNew);
    await page.locator(".rung.claimed button").click();
    for (const finding of await page.locator("[data-finding]").all()) await finding.click();
    await page.getByText("Columns", { exact: true }).click();
  },
  "report-good": (page) => openReport(page, "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"),
  "report-missing": (page) => openReport(page, "missing_library-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"),
  "report-driver": (page) => openReport(page, "driver_library-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"),
  "report-pure": (page) => openReport(page, "pure_python-1.0-py3-none-any.whl"),
  library: async (page) => {
    await openReport(page, "cxx_strings-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    await page.locator("[data-library]").first().click();
    await page.locator(".symbol-row").first().waitFor();
    await page.locator(".version-list summary").first().click();
  },
  "report-code": async (page) => {
    await openReport(page, "string_abi_mixed-1.0-cp312-cp312-manylinux_2_28_x86_64.whl");
    await page.locator("[data-system=ubuntu-24\\.04]").click();
    await page.getByRole("button", { name: "Make it my floor" }).click();
    for (const fold of await page.locator(".system-more button").all()) await fold.click();
    for (const group of await page.locator(".library-groups summary").all()) await group.click();
  },
  "report-musl": (page) => openReport(page, "on_musl_x86_64-1.0-cp312-cp312-musllinux_1_2_x86_64.whl"),
  "report-accelerators": (page) =>
    openReport(page, "toolkit_undeclared-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"),
  "report-gpu": async (page) => {
    await openReport(page, "gpu_code_partly-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    await page.locator(".matrix").waitFor();
  },
  "library-gpu": async (page) => {
    await openReport(page, "gpu_code_partly-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    await page.locator("[data-library]").first().click();
    await page.locator(".coverage-list").waitFor();
  },
  "library-cxx": async (page) => {
    await openReport(page, "string_abi_mixed-1.0-cp312-cp312-manylinux_2_28_x86_64.whl");
    await page.locator("[data-library]").first().click();
    await page.locator(".symbol-row").first().waitFor();
  },
  "library-python": async (page) => {
    await openReport(page, "abi3_floor-1.0-cp38-abi3-manylinux_2_17_x86_64.whl");
    await page.locator("[data-library]").first().click();
    await page.locator(".symbol-row").first().waitFor();
  },
  error: async (page) => {
    await page.evaluate(() => (location.hash = "#/error"));
    await page.locator(".error-screen").waitFor();
  },
  "error-answers": async (page) => {
    await openReport(page, tooNew);
    await page.evaluate(() => (location.hash = "#/error"));
    await page.getByRole("textbox", { name: "Error message" }).fill(errors);
    await page.locator(".in-open-wheel").waitFor();
    // The reader's names come last.
    await page.getByText("c10::Error").first().waitFor();
  },
  release: async (page) => {
    await openRelease(page, ...Object.values(sideBySide));
    await page.getByRole("button", { name: /^Show all \d+ policies$/ }).click();
  },
  "release-others": async (page) => {
    await openRelease(
      page,
      sideBySide.x86,
      sideBySide.arm,
      tooNew,
      "pure_python-1.0-py3-none-any.whl",
      "toolkits_mixed-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
      "not_a_zip-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
    );
    await page.locator(".release-table th button", { hasText: "Verdict" }).first().click();
  },
  "release-reading": async (page) => {
    await choose(page, ...Object.values(sideBySide).map(wheel));
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: `Cancel: ${sideBySide.musl}` }).click();
  },
  failure: async (page) => {
    await choose(page, wheel("not_a_zip-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"));
    await page.locator(".failure summary").click();
  },
  "share-dialog": async (page) => {
    await openReport(page, tooNew);
    await linkOf(page);
  },
  shared: async (page) => {
    await openReport(page, tooNew);
    await openLink(page, await linkOf(page));
  },
  "shared-verified": async (page) => {
    await openReport(page, tooNew);
    await openLink(page, await linkOf(page));
    await verifyWith(page, tooNew);
    await page.getByText("byte for byte").waitFor();
  },
  "shared-release": async (page) => {
    await openRelease(page, sideBySide.x86, sideBySide.arm, sideBySide.musl);
    await openLink(page, await linkOf(page));
    await verifyWith(page, sideBySide.arm);
    await page.getByText("byte for byte").waitFor();
  },
  "shared-earlier": (page) => openEarlier(page),
  "link-damaged": async (page) => {
    await page.evaluate(() => (location.hash = "#/r/1.d.AAAA.00000000"));
    await page.locator(".failure").waitFor();
  },
  "link-too-new": async (page) => {
    await page.evaluate(() => (location.hash = "#/r/7.d.AAAA.00000000"));
    await page.getByText("No newer version").waitFor();
  },
  keys: async (page) => {
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog").waitFor();
  },
  update: async (page) => {
    await openReport(page, tooNew);
    await page.locator(".update-card").waitFor();
  },
  "learn-index": async (page) => {
    await page.evaluate(() => (location.hash = "#/learn"));
    await page.locator(".learn-list").first().waitFor();
  },
  learn: async (page) => {
    await page.evaluate(() => (location.hash = "#/learn/symbol-version-too-new"));
    await page.locator(".explanation").waitFor();
  },
  "learn-concept": async (page) => {
    await openReport(page, tooNew);
    await page.evaluate(() => (location.hash = "#/learn/glibc-floor"));
    await page.locator(".need-path").waitFor();
  },
  "learn-timeline": async (page) => {
    await page.evaluate(() => (location.hash = "#/learn/manylinux"));
    await page.locator(".timeline").waitFor();
    await page.getByText("The distributions as a table").click();
  },
  "learn-strings": async (page) => {
    await page.evaluate(() => (location.hash = "#/learn/string-abi"));
    await page.locator(".two-strings summary").click();
    await page.locator(".symbol-class").first().waitFor();
  },
  "learn-history": async (page) => {
    await page.evaluate(() => (location.hash = "#/learn/debate-of-2019"));
    await page.locator(".concept-table").waitFor();
  },
};

const inits = { reading: slowReading, "release-reading": slowReading, update: updateWaits };

/** What a screen needs in the page before its script. */
export const needsSlowReading = (name) => (name in inits ? { init: inits[name] } : {});

/** Each is opened once; light turns into dark on the page as it does when the system's setting changes. */
const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const rulesOfColour = ["color-contrast", "link-in-text-block"];

async function violations(page, runOnly) {
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"] }),
    runOnly,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join(" | ")}`,
  );
}

/** All of a page that is not colour: its markup, and where each element stands and whether it is to be seen. */
const shapeOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")].reduce((text, element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { display, visibility, opacity } = getComputedStyle(element);
      return `${text}\n${[x, y, width, height, display, visibility, opacity].join(" ")}`;
    }, document.documentElement.outerHTML),
  );

const access = Object.entries(screens).map(([name, arrive]) => [
  `access: axe finds nothing on ${name}, light and dark, wide and narrow`,
  async ({ open }) => {
    for (const size of sizes) {
      const page = await open({ ...size, ...needsSlowReading(name), reducedMotion: "reduce" });
      await arrive(page);
      await atRest(page);
      await page.evaluate(axe.source);
      assert.deepEqual(await violations(page, everyRule), [], `light, ${size.width} px`);
      const light = await shapeOf(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await atRest(page);
      // Where nothing but colours is another, nothing but the rules about colours can find anything else.
      const rules = (await shapeOf(page)) === light ? rulesOfColour : everyRule;
      assert.deepEqual(await violations(page, rules), [], `dark, ${size.width} px`);
      await page.done();
    }
  },
]);

/** In four parts, so that they are not all one after the other. */
const PARTS = 4;
const sideways = Array.from({ length: PARTS }, (_, part) => [
  `access: no screen scrolls sideways at 320 pixels (${part + 1} of ${PARTS})`,
  async ({ open }) => {
    for (const [name, arrive] of Object.entries(screens).filter((_, index) => index % PARTS === part)) {
      const page = await open({ width: 320, height: 640, ...needsSlowReading(name) });
      await arrive(page);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(widths[0] <= widths[1], `${name}: ${widths[0]} wide`);
      await page.done();
    }
  },
]);

const others = {
  "access: targets are at least 24 pixels": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    await page.locator(".system-cell").first().waitFor();
    const small = await page.locator("button, summary, label:has(input)").evaluateAll((all) =>
      all
        // Links within a sentence are excepted (WCAG 2.5.8).
        .filter((element) => !element.matches(".link-button") && element.checkVisibility())
        .map((element) => [element.textContent, element.getBoundingClientRect()])
        .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(([text, box]) => `${text}: ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
  },

  "access: forced colours and reduced motion keep everything visible": async ({ open }) => {
    const page = await open({ forcedColors: "active", reducedMotion: "reduce" });
    await openReport(page, tooNew);
    for (const selector of [
      ".system-cell .disc",
      ".verdict .disc",
      ".rung.best .rung-node",
      ".rung.claimed .rung-marks span",
    ]) {
      const border = await page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
      assert.notEqual(border, "0px", selector);
    }
  },
};

export const cases = { ...Object.fromEntries([...access, ...sideways]), ...others };
