// `npm run conformance`: asks auditwheel and Wheelscope about the same wheels and prints every difference. The wheels: those
// pinned in ../wheels.json, auditwheel's own test wheels, and ours (test/fixtures). Differences with a reason stand in
// explained.json; any other makes the run fail.
//
//   --quick        small wheels only (what continuous integration has time for)
//   --only NAME    one wheel, by its name in the table; may be repeated
//   --fresh        ask auditwheel again instead of using its kept answers
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { AUDITWHEEL, ensurePython } from "../python.mjs";
import { ensureWheels, pinnedWheels } from "../wheels.mjs";
import { auditwheelAnswer } from "./auditwheel.mjs";
import { bundledWheels } from "./bundled.mjs";
import { compare, refusal } from "./compare.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const program = join(root, "dist/cli/wheelscope.js");
/** Wheels up to this size belong to the quick selection; the pins cover all architectures below it. */
const QUICK_BYTES = 6e6;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
    fresh: { type: "boolean", default: false },
  },
});

if (!existsSync(program)) {
  console.error("dist/cli/wheelscope.js is missing; run `npm run build` first.");
  process.exit(2);
}
const python = await ensurePython();
// The policies judged by must be those of the auditwheel compared with.
console.log(
  execFileSync(process.execPath, [join(root, "src/data/refresh-policies.mjs"), python, "--check"], {
    encoding: "utf8",
  }).trim(),
);

const explained = JSON.parse(readFileSync(new URL("explained.json", import.meta.url), "utf8"));
const used = new Set();
const totals = { wheels: 0, equal: 0, refused: 0, explained: 0, different: 0 };
let theirSeconds = 0;
let ourSeconds = 0;

for (const wheel of await chooseWheels()) {
  const theirs = await auditwheelAnswer(python, wheel, options);
  const ours = askOurs(wheel.path);
  const differences = compare(theirs, ours.document);
  totals.wheels += 1;
  theirSeconds += theirs.seconds;
  ourSeconds += ours.seconds;
  const open = differences.filter(({ field }) => {
    const entry = explained.find((each) => each.wheel === wheel.name && each.field === field);
    if (entry !== undefined) used.add(entry);
    return entry === undefined;
  });
  if (ours.document.error !== undefined) totals.refused += 1;
  if (differences.length === 0) totals.equal += 1;
  else totals[open.length === 0 ? "explained" : "different"] += 1;
  const mark = differences.length === 0 ? "=" : open.length === 0 ? "~" : "≠";
  const answer = refusal(theirs).split("\n")[0].slice(0, 60);
  console.log(
    `${mark} ${wheel.name.padEnd(44)} ${theirs.seconds.toFixed(1).padStart(6)} s ${ours.seconds.toFixed(2).padStart(6)} s  ${answer}`,
  );
  for (const { field, theirs: there, ours: here } of open) {
    console.log(
      `    ${field}\n      auditwheel: ${JSON.stringify(there)}\n      wheelscope: ${JSON.stringify(here)}`,
    );
  }
}

const stale = explained.filter((entry) => !used.has(entry));
if (stale.length > 0 && !options.quick && options.only === undefined) {
  for (const { wheel, field } of stale) console.log(`explained.json: no longer differs: ${wheel}, ${field}`);
  totals.different += stale.length;
}
console.log(`
auditwheel ${AUDITWHEEL} against Wheelscope: ${totals.wheels} wheels
  equal in every field  ${totals.equal}  (${totals.refused} of all refused by both or either)
  explained difference  ${totals.explained}
  other difference      ${totals.different}
  time                  ${theirSeconds.toFixed(0)} s and ${ourSeconds.toFixed(0)} s
`);
console.log(`${totals.equal + totals.explained} passed, ${totals.different} failed`);
process.exit(totals.different === 0 && totals.wheels > 0 ? 0 : 1);

/** Smallest first, so that a mistake shows early. */
async function chooseWheels() {
  const only = options.only;
  const wanted = ({ name, size }) =>
    only === undefined ? !options.quick || size <= QUICK_BYTES : only.includes(name);
  const names = pinnedWheels()
    .filter(wanted)
    .map(({ name }) => name);
  const pinned = names.length === 0 ? [] : await ensureWheels(names);
  const small = [...ownFixtures(), ...(await bundledWheels(python))].filter(wanted);
  return [...small, ...pinned.sort((a, b) => a.size - b.size)];
}

function ownFixtures() {
  const folder = join(root, "test/fixtures/wheels");
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".whl"))
    .sort()
    .map((path) => ({ name: `fixture:${path}`, file: path.split("/").at(-1), path: join(folder, path) }))
    .map((wheel) => {
      const bytes = readFileSync(wheel.path);
      return { ...wheel, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    });
}

function askOurs(path) {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [program, "show", "--format", "auditwheel", path], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  const seconds = (performance.now() - started) / 1000;
  try {
    return { seconds, document: JSON.parse(stdout) };
  } catch {
    throw new Error(`wheelscope printed no JSON for ${path}:\n${stdout}\n${stderr}`);
  }
}
