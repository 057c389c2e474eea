/** Several wheels: rows, what differs, the matrix, the way to a report and back, the queue, folders. */
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, drop, wheel, wheels } from "./browser.mjs";

/** The wheels of one release: x86_64 and musl keep their claim, aarch64 needs glibc 2.34. */
export const sideBySide = {
  x86: "side_by_side-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
  arm: "side_by_side-1.0-cp312-cp312-manylinux_2_17_aarch64.whl",
  musl: "side_by_side-1.0-cp312-cp312-musllinux_1_2_x86_64.whl",
  newer: "side_by_side-1.0-cp313-cp313-manylinux_2_17_x86_64.whl",
};
const three = [sideBySide.x86, sideBySide.arm, sideBySide.musl];
const tiny = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";

const rows = (page) => page.locator(".release-table tbody tr");

/** Opens fixtures together and waits until each has its row. */
export async function openRelease(page, ...names) {
  await choose(page, ...names.map(wheel));
  await rowsAre(page, names.length);
}

const rowsAre = (page, count) =>
  page.waitForFunction(
    (count) => document.querySelectorAll(".release-table tbody tr").length === count,
    count,
  );

/** The wheels in the order of the table, by their tags. */
const order = (page) => page.locator(".release-table tbody th").allInnerTexts();

/** Every reading waits until the page's own `openGate` is called. */
const gated = () => {
  const { arrayBuffer } = Blob.prototype;
  const gate = new Promise((open) => (window.openGate = open));
  Blob.prototype.arrayBuffer = async function () {
    await gate;
    return arrayBuffer.call(this);
  };
};

const entry = (page, name) => page.locator(".reading-entry", { hasText: name });

export const cases = {
  "release: three wheels become rows, what differs is said, and one sentence sums up": async ({ open }) => {
    const page = await open();
    await openRelease(page, ...three);
    assert.match(page.url(), /#\/local$/);
    assert.equal(await page.locator("h1").innerText(), "side_by_side 1.0");
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    assert.match(
      await page.locator(".verdict").innerText(),
      /Does not comply[\s\S]*Of 3 wheels, 1 does not keep its claim, 2 keep their claim\./,
    );
    const arm = rows(page).filter({ hasText: "aarch64" });
    assert.match(
      await arm.innerText(),
      /Does not comply[\s\S]*cp312[\s\S]*glibc[\s\S]*manylinux_2_17[\s\S]*2_34[\s\S]*2\.34/,
    );
    assert.match(await rows(page).filter({ hasText: "musl" }).innerText(), /Complies/);

    // The mark in the cell and the reason in the list have the same number.
    const number = (await arm.locator(".col-glibc .note").innerText()).match(/\d+/)[0];
    const reason = page.locator(".difference-list > li").nth(Number(number) - 1);
    assert.match(await reason.innerText(), /glibc needed: 2\.34 on aarch64[\s\S]*pthread_create/);
    assert.match(
      await arm.locator(".col-glibc .note").getAttribute("title"),
      /^glibc needed: 2\.34 on aarch64/,
    );
    assert.equal(await rows(page).filter({ hasText: "musl" }).locator(".note").count(), 0);
    assert.equal(await page.locator(".queue-section").count(), 0);
  },

  "release: from a cell to that wheel's report and back to the cell": async ({ open }) => {
    const page = await open({ height: 500 });
    await openRelease(page, ...three);
    const arm = rows(page).filter({ hasText: "aarch64" });
    const at = () => page.evaluate(() => document.activeElement?.dataset.place);

    await arm.getByRole("button", { name: /cp312-manylinux_2_17_aarch64/ }).click();
    await page.locator(".verdict h1", { hasText: "2.34" }).waitFor();
    assert.match(page.url(), /#\/local\?wheel=side_by_side-1\.0-cp312-cp312-manylinux_2_17_aarch64\.whl$/);
    await page.getByRole("button", { name: "All 3 wheels" }).click();
    await rowsAre(page, 3);
    assert.match(await at(), /^wheel .*aarch64/);

    // The version leads to the library that asks for it, and Back to where one was, scrolled as it was.
    const cell = arm.locator(".col-glibc button");
    await cell.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);
    assert.ok(scrolled > 0);
    await cell.click();
    await page.locator(".detail-name", { hasText: "_core" }).waitFor();
    assert.match(page.url(), /wheel=.*lib=side_by_side\/_core/);
    await page.goBack();
    await rowsAre(page, 3);
    assert.match(await at(), /^GLIBC .*aarch64/);
    assert.equal(await page.evaluate(() => window.scrollY), scrolled);

    // The findings lead to the worst of them.
    await arm.locator(".counts").click();
    await page.locator("[data-finding][aria-expanded=true]").waitFor();
    await page.keyboard.press("Escape");
    await rowsAre(page, 3);
    assert.match(await at(), /^findings .*aarch64/);
  },

  "release: headings sort, the sort is in the address and is kept over a report": async ({ open }) => {
    const page = await open();
    await openRelease(page, ...Object.values(sideBySide));
    const own = await order(page);
    assert.match(own[0], /cp312-[\s\S]*manylinux_2_17_x86_64/);
    const heading = page.getByRole("columnheader", { name: "glibc" });
    await heading.getByRole("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "descending");
    assert.match((await order(page))[0], /aarch64/);
    await page.waitForFunction(() => location.hash.endsWith("sort=-glibc"));
    await heading.getByRole("button").click();
    assert.equal(await heading.getAttribute("aria-sort"), "ascending");
    const sorted = await order(page);
    assert.match(sorted.at(-1), /aarch64/);
    await rows(page).last().getByRole("button").first().click();
    await page.getByRole("button", { name: "All 4 wheels" }).click();
    await rowsAre(page, 4);
    await page.waitForFunction(() => location.hash.endsWith("sort=glibc"));
    assert.deepEqual(await order(page), sorted);
  },

  "release: the matrix tells by keyboard which wheels fit which policy": async ({ open }) => {
    const page = await open();
    await openRelease(page, ...Object.values(sideBySide));
    const matrix = page.locator(".by-architecture").first();
    const cell = (name) => matrix.getByRole("button", { name });
    assert.match(await cell("manylinux_2_17, x86_64: all 2 fit claimed").innerText(), /all 2 fit\s+claimed/);
    // One stop of Tab, at the claim that is not kept.
    const stop = matrix.locator("[data-cell][tabindex='0']");
    assert.equal(await stop.count(), 1);
    assert.equal(await stop.getAttribute("aria-label"), "manylinux_2_17, aarch64: does not fit claimed");
    await stop.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.equal(label, "manylinux_2_34, x86_64: all 2 fit");
    assert.match(await matrix.locator(".matrix-text").innerText(), /cp313-manylinux_2_17_x86_64/);
    // The highest needs are cells as well.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    assert.match(
      await matrix.locator(".matrix-text").innerText(),
      /glibc, aarch64: GLIBC_2\.34 \(pthread_create\) is asked for by side_by_side\/_core/,
    );
    await cell("manylinux_2_17, aarch64: does not fit").click();
    await matrix.locator(".matrix-text button").first().click();
    await page.locator("#blockers", { hasText: "GLIBC_2.34" }).waitFor();
    assert.match(page.url(), /against=manylinux_2_17_aarch64/);

    await page.goBack();
    await rowsAre(page, 4);
    const all = page.getByRole("button", { name: /^Show all \d+ policies$/ });
    const before = await matrix.locator("tbody tr").count();
    await all.click();
    assert.ok((await matrix.locator("tbody tr").count()) > before);
  },

  "release: one is cancelled while it is read, those that wait go on, and it is read again": async ({
    open,
  }) => {
    const page = await open({ init: gated });
    await choose(page, ...three.map(wheel));
    await page.getByRole("progressbar", { name: `Reading ${sideBySide.x86}` }).waitFor();
    assert.match(await page.locator(".verdict").innerText(), /Reading[\s\S]*Still to be read: 3\./);
    assert.match(await entry(page, sideBySide.arm).innerText(), /waits/);
    assert.equal(await page.getByRole("progressbar").count(), 1);

    await page.getByRole("button", { name: `Cancel: ${sideBySide.x86}` }).click();
    await page.getByRole("progressbar", { name: `Reading ${sideBySide.arm}` }).waitFor();
    assert.match(await entry(page, sideBySide.x86).innerText(), /cancelled/);
    await page.evaluate(() => window.openGate());
    await rowsAre(page, 2);
    assert.match(await page.locator(".verdict").innerText(), /Of 2 wheels, 1 does not keep its claim/);
    await page.getByRole("heading", { name: "Not read" }).waitFor();

    // The button that had the focus goes with its entry; the focus does not get lost.
    await page.getByRole("button", { name: `Read again: ${sideBySide.x86}` }).focus();
    await page.keyboard.press("Enter");
    await rowsAre(page, 3);
    assert.equal(await page.locator(".queue-section").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    assert.match(await page.locator("[role=status].unseen").innerText(), /^(?:|\d of 3 read|All read.*)$/);
  },

  "release: all that wait are cancelled at once; one report after another may be looked at meanwhile":
    async ({ open }) => {
      const page = await open({ init: gated });
      await choose(page, ...Object.values(sideBySide).map(wheel));
      await page.getByRole("progressbar").waitFor();
      await page.getByRole("button", { name: "Cancel all that wait" }).click();
      assert.equal(await page.locator(".reading-entry.cancelled").count(), 3);
      await page.evaluate(() => window.openGate());
      await rowsAre(page, 1);
      await page.getByText("The only wheel read keeps its claim.").waitFor();
      await rows(page).getByRole("button").first().click();
      await page.locator(".verdict h1", { hasText: "Complies with" }).waitFor();
      await page.goBack();
      await rowsAre(page, 1);
    },

  "release: what cannot be read is a row with its reason, and does not stop the others": async ({ open }) => {
    const page = await open();
    await openRelease(page, "not_a_zip-1.0-cp312-cp312-manylinux_2_17_x86_64.whl", tiny);
    assert.match(await rows(page).filter({ hasText: "not_a_zip" }).innerText(), /Not read/);
    assert.match(await rows(page).filter({ hasText: "tiny_ok" }).innerText(), /Complies/);
    assert.match(await entry(page, "not_a_zip").innerText(), /Not a wheel/);
    // Of two projects there is nothing to compare.
    assert.equal(await page.locator(".matrix, .differences").count(), 0);
    assert.equal(await page.locator("h1").innerText(), "2 wheels");
    await rows(page).filter({ hasText: "not_a_zip" }).getByRole("button").first().click();
    await page.getByRole("heading", { name: "Not a wheel" }).waitFor();
  },

  "release: wheels dropped on a release are added, and the overlay says so": async ({ open }) => {
    const page = await open();
    await openRelease(page, sideBySide.x86, sideBySide.arm);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "a.whl"));
      document.body.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer: transfer }));
    });
    await page.getByText("Drop to add to these wheels").waitFor();
    await drop(page, wheel(sideBySide.musl));
    await rowsAre(page, 3);
    await page.locator(".actions input[type=file]").setInputFiles(wheel(sideBySide.newer));
    await rowsAre(page, 4);
    // On one wheel's report the next one takes its place.
    await rows(page).first().getByRole("button").first().click();
    await page.getByRole("button", { name: "All 4 wheels" }).waitFor();
    await drop(page, wheel(tiny));
    await page.waitForFunction(() => document.title.includes("tiny_ok"));
    assert.equal(await page.getByRole("button", { name: /^All \d/ }).count(), 0);
  },

  "release: a folder is looked through for wheels, and what else is there is counted": async ({ open }) => {
    const folder = await mkdtemp(join(tmpdir(), "release-"));
    try {
      await mkdir(join(folder, "dist", "musl"), { recursive: true });
      for (const name of [sideBySide.x86, sideBySide.arm])
        await cp(join(wheels, name), join(folder, "dist", name));
      await cp(wheel(sideBySide.musl), join(folder, "dist", "musl", sideBySide.musl));
      await writeFile(join(folder, "dist", "notes.txt"), "not a wheel\n");
      await mkdir(join(folder, "empty"));

      const page = await open();
      await dropPath(page, join(folder, "empty"));
      await page.getByText("There is no wheel in that folder.").waitFor();
      await dropPath(page, join(folder, "dist"));
      await rowsAre(page, 3);
      await page.getByText("1 other file in the folder was left aside.").waitFor();
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  "release: the JSON has one document a line": async ({ open }) => {
    const page = await open();
    await openRelease(page, ...three);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download JSON" }).click();
    const stream = await (await download).createReadStream();
    let text = "";
    for await (const chunk of stream) text += chunk;
    const documents = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      documents.map(({ wheel, outcome }) => [wheel, outcome]),
      [
        [sideBySide.x86, "complies"],
        [sideBySide.arm, "fails"],
        [sideBySide.musl, "complies"],
      ],
    );
  },
};

/** Drops a path as the system would: folders come as folders, which a made-up event cannot do. */
async function dropPath(page, path) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"])
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
  await session.detach();
}
