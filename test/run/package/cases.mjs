/**
 * The installed API, case by case, as a program that depends on it would use it. Copied beside the installed package
 * by package.mjs and run there; prints a line for each case. That it ends at all is a case too: workers that wait for the
 * next file must not keep a program alive.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { assess, errorText, inspect, knowledge, plainText, toJson } from "wheelscope";

const tooNew = "glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const fine = "tiny_ok-1.0-cp312-cp312-manylinux_2_17_x86_64.whl";
const bytes = await readFile(tooNew);

/** The facts, of an outcome that has to be one. */
async function factsOf(...args) {
  const outcome = await inspect(...args);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}
async function errorOf(...args) {
  const outcome = await inspect(...args);
  assert.ok(!outcome.ok);
  return outcome.error;
}

const expected = await factsOf(tooNew);

const cases = {
  "a path": () => {
    assert.equal(expected.fileName, tooNew);
    assert.equal(expected.sizeBytes, bytes.length);
    assert.equal(expected.sha256, null);
  },
  "an address": async () => assert.deepEqual(await factsOf(pathToFileURL(tooNew)), expected),
  "bytes of Node": async () => assert.deepEqual(await factsOf(bytes, { fileName: tooNew }), expected),
  "part of a buffer": async () => {
    const larger = new Uint8Array(bytes.length + 20).fill(7);
    larger.set(bytes, 10);
    const part = larger.subarray(10, 10 + bytes.length);
    assert.deepEqual(await factsOf(part, { fileName: tooNew }), expected);
  },
  "a buffer": async () => {
    const { buffer } = new Uint8Array(bytes);
    assert.deepEqual(await factsOf(buffer, { fileName: tooNew }), expected);
  },
  "a Blob and a File": async () => {
    assert.deepEqual(await factsOf(new Blob([bytes]), { fileName: tooNew }), expected);
    const { File } = await import("node:buffer");
    assert.deepEqual(await factsOf(new File([bytes], tooNew)), expected);
  },
  "bytes without a name, and what is no file": async () => {
    await assert.rejects(() => inspect(bytes), TypeError);
    await assert.rejects(() => inspect(42, { fileName: tooNew }), TypeError);
  },
  "the SHA-256": async () => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    assert.equal((await factsOf(tooNew, { sha256: true })).sha256, sha256);
    assert.equal((await factsOf(bytes, { fileName: tooNew, sha256: true })).sha256, sha256);
  },
  "errors as data": async () => {
    assert.equal((await errorOf("not-there.whl")).id, "read-failed");
    const error = await errorOf(new Uint8Array(100), { fileName: "x-1.0-py3-none-any.whl" });
    assert.equal(error.id, "not-a-zip");
    assert.match(errorText(error).sentence, /\.$/);
  },
  cancelling: async () => {
    assert.equal((await errorOf(tooNew, { signal: AbortSignal.abort() })).id, "cancelled");
    const controller = new AbortController();
    const outcome = inspect(tooNew, { signal: controller.signal });
    controller.abort();
    assert.equal((await outcome).error.id, "cancelled");
    assert.deepEqual(await factsOf(tooNew), expected);
  },
  progress: async () => {
    const seen = [];
    await factsOf(tooNew, { onProgress: (progress) => seen.push(progress) });
    assert.ok(seen.length > 0);
    assert.equal(seen.at(-1).librariesDone, expected.libraries.length);
  },
  "many files at a time": async () => {
    const all = await Promise.all(Array.from({ length: 12 }, (_, i) => factsOf(i % 2 ? fine : tooNew)));
    for (const [i, facts] of all.entries()) assert.equal(facts.fileName, i % 2 ? fine : tooNew);
  },
  "verdict, findings, document": async () => {
    const report = assess(expected, knowledge);
    assert.equal(report.verdict.outcome, "fails");
    assert.match(plainText(report.verdict.headline), /2\.34|2_34/);
    assert.ok(report.findings.some(({ id }) => id === "symbol-version-too-new"));
    const document = toJson(report);
    assert.equal(document.version, 1);
    assert.equal(document.complies, false);
    const { version } = JSON.parse(await readFile("node_modules/wheelscope/package.json", "utf8"));
    assert.deepEqual(document.tool, { name: "wheelscope", version, policies: knowledge.policyDate });
    assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  },
  "knowledge of one's own": async () => {
    const none = {
      ...knowledge,
      policies: knowledge.policies.filter(({ name }) => name !== "manylinux_2_17"),
    };
    const report = assess(await factsOf(fine, { knowledge: none }), none);
    assert.ok(report.ladder.length < assess(await factsOf(fine), knowledge).ladder.length);
  },
};

for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`FAILED ${name}: ${error.stack}`);
    process.exitCode = 1;
  }
}
