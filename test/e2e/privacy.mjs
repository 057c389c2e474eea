/** What leaves the page (nothing), and what could (the policy). */
import assert from "node:assert/strict";
import { choose, openReport, wheel } from "./browser.mjs";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

export const cases = {
  "privacy: a whole visit asks nothing of any other origin, and sends nothing": async ({ open, url }) => {
    const page = await open({ keeps: true });
    const bodies = [];
    page.context().on("request", (request) => {
      if (request.postData() !== null || request.method() !== "GET") bodies.push(request.url());
    });
    await openReport(page, tooNew);
    await page.getByRole("button", { name: "Compute" }).click();
    await page.locator("[data-library]").first().click();
    await page.locator(".symbol-row").first().waitFor();
    await page.evaluate(() => (location.hash = "#/learn/symbol-version-too-new"));
    await page.locator(".explanation").waitFor();
    // What the service worker asks for counts as well.
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    const { origin } = new URL(url);
    const foreign = page.seen.requests.filter(
      (address) => new URL(address).origin !== origin && !address.startsWith(`blob:${origin}`),
    );
    assert.deepEqual(foreign, []);
    assert.deepEqual(bodies, []);
    assert.ok(page.seen.requests.length > 3);
  },

  "privacy: once a file has been read, another opens without any request": async ({ open }) => {
    const page = await open();
    await openReport(page, tooNew);
    const before = page.seen.requests.length;
    await choose(page, wheel("tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"));
    await page.waitForFunction(() => document.title.includes("✓ tiny_ok"));
    // A worker may have to be started again: its script and nothing else.
    const asked = page.seen.requests
      .slice(before)
      .filter((address) => !/\/assets\/worker-[\w-]+\.js$/.test(address));
    assert.deepEqual(asked, []);
  },

  "privacy: the page carries a policy that forbids everything but its own files": async ({ open }) => {
    const page = await open();
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy ?? "", /default-src 'none'/);
    assert.doesNotMatch(policy ?? "", /unsafe-inline|'unsafe-eval'|https?:|\*/);
    // And it holds: a request elsewhere and a script in the page are refused.
    const refused = await page.evaluate(async () => {
      const violations = [];
      const both = new Promise((done) =>
        document.addEventListener("securitypolicyviolation", (event) => {
          violations.push(event.effectiveDirective);
          if (violations.length === 2) done();
        }),
      );
      await fetch("https://example.invalid/").catch(() => undefined);
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      await both;
      return { violations, ran: window.ran === true };
    });
    assert.deepEqual(refused.violations.toSorted(), ["connect-src", "script-src-elem"]);
    assert.equal(refused.ran, false);
    page.seen.complaints.length = 0;
  },
};
