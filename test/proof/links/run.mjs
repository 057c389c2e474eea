/**
 * How long share links get, and that they say what was shared: `npm run links`. Every pinned wheel and every fixture is read, made into a
 * link, opened again and judged; so are releases, all wheels of one project and version in one link.
 *
 *   --quick   fixtures and wheels of up to 1 MB
 *   NAME…     only wheels whose file name contains one of these
 */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { ensureWheels, pinnedWheels } from "../wheels.mjs";
import { createReader, loadProduct } from "./facts.mjs";

const options = process.argv.slice(2);
const quick = options.includes("--quick");
const names = options.filter((option) => !option.startsWith("--"));
const fixtures = join(import.meta.dirname, "../../fixtures/wheels");
const QUICK_BYTES = 1e6;

const product = await loadProduct();
const { assess, knowledge, sharedReport, encodeLink, decodeLink, essenceOf, coreOf, droppedText } = product;
const judge = (facts) => assess(facts, knowledge);
const tool = { name: "wheelscope", version: "0.0.0" };

const pins = pinnedWheels().filter(({ size }) => !quick || size <= QUICK_BYTES);
const pinned = await ensureWheels(pins.map(({ name }) => name));
const files = [
  ...pinned.map(({ path }) => path),
  ...readdirSync(fixtures)
    .filter((name) => name.endsWith(".whl"))
    .map((name) => join(fixtures, name)),
].filter((path) => names.length === 0 || names.some((name) => basename(path).includes(name)));

const rows = [];
const releases = new Map();
let unread = 0;
const reader = await createReader(product);
for (const path of files) {
  const outcome = await reader.read(path);
  if (!outcome.ok) {
    unread += 1;
    continue;
  }
  const report = judge(outcome.value);
  rows.push({
    name: basename(path),
    kind: path.startsWith(fixtures) ? "fixture" : "wheel",
    ...tried([report]),
  });
  if (path.startsWith(fixtures)) continue;
  const release = basename(path).split("-").slice(0, 2).join("-");
  releases.set(release, [...(releases.get(release) ?? []), report]);
}
reader.end();
for (const [name, reports] of releases) {
  if (reports.length > 1)
    rows.push({ name: `${name} (${reports.length} wheels)`, kind: "release", ...tried(reports) });
}

/** A link made, opened, and judged again. `fault`: null, or what is wrong. */
function tried(reports) {
  const shared = sharedReport(reports, { title: null, tool });
  const made = encodeLink(shared, { judge });
  const again = encodeLink(shared, { judge });
  const libraries = reports.reduce((sum, { facts }) => sum + facts.libraries.length, 0);
  if (JSON.stringify(made) !== JSON.stringify(again))
    return { libraries, length: 0, fault: "not the same twice" };
  if (made.kind === "too-long") return { libraries, length: made.length, leftOut: "no link", fault: null };
  const row = { libraries, length: made.text.length, leftOut: made.dropped.map(droppedText).join(", ") };
  const opened = decodeLink(made.text);
  if (!opened.ok) return { ...row, fault: `${opened.error.id}: ${opened.error.detail}` };
  // A link has its wheels in the order of their names.
  const byFile = new Map(reports.map((report) => [report.facts.fileName, report]));
  const before = shared.wheels.map(({ facts }) => byFile.get(facts.fileName));
  const after = opened.value.wheels.map(({ facts }) => judge(facts));
  const differs = (essence) =>
    after.length !== before.length || after.some((one, at) => essence(one) !== essence(before[at]));
  // Build ids are in no report's sentences; whoever leaves out more must say so, and may change no decision.
  const lossy = made.dropped.some(({ kind }) => kind !== "build-ids");
  if (differs(coreOf)) return { ...row, fault: "another decision" };
  if (!lossy && differs(essenceOf))
    return { ...row, fault: "another report, and nothing said to be left out" };
  if (made.text.length > 32_000) return { ...row, fault: "longer than browsers keep" };
  return { ...row, fault: null };
}

const number = (value) => value.toLocaleString("en");
console.log("The longest, and whatever left out more than build ids:\n");
const longest = rows.toSorted((a, b) => b.length - a.length);
for (const row of longest.filter(
  (each, at) => at < 25 || (each.leftOut && !/^(the )?build ids?\b[^,]*$/.test(each.leftOut)),
)) {
  console.log(
    `${number(row.length).padStart(8)}  ${String(row.libraries).padStart(4)} libraries  ${row.name}`,
  );
  if (row.leftOut) console.log(`${" ".repeat(26)}${row.leftOut}`);
}
console.log();
for (const kind of ["wheel", "fixture", "release"]) {
  const lengths = rows
    .filter((row) => row.kind === kind)
    .map(({ length }) => length)
    .sort((a, b) => a - b);
  if (lengths.length === 0) continue;
  const upTo = (limit) => lengths.filter((length) => length <= limit).length;
  console.log(
    `${number(lengths.length)} ${kind}s: median ${number(lengths[lengths.length >> 1])} characters, maximum ${number(lengths.at(-1))}; ` +
      `${upTo(2000)} up to 2,000, ${upTo(8000)} up to 8,000, ${lengths.length - upTo(32_000)} above 32,000 (no link)`,
  );
}
const failed = rows.filter(({ fault }) => fault !== null);
for (const { name, fault } of failed) console.log(`FAILED ${name}: ${fault}`);
if (unread > 0) console.log(`${unread} files are no wheels that can be read, on purpose`);
console.log(`${rows.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || rows.length === 0 ? 1 : 0;
