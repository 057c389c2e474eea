// `npm run abi3-proof`: asks abi3audit and Wheelscope about the same wheels tagged abi3, file by file: names outside of the stable
// ABI, names newer than the tag, and the version really needed. Where we differ on purpose a rule says so (rules.mjs) and is counted;
// any other difference fails. The wheels: those of ../wheels.json with that tag, the small ones of wheels.json beside this file, and our
// own (test/fixtures). Few published wheels break the promise, so small wheels for one version are judged too, as if they had made it.
//
//   --only NAME    one wheel, by its name in the lists; may be repeated
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureEnvironment } from "../python.mjs";
import { ensurePins, pinnedWheels } from "../wheels.mjs";
import { comparePythons, expected } from "./rules.mjs";

const ABI3AUDIT = "0.0.26";
const REQUIREMENTS = [
  `abi3audit==${ABI3AUDIT}`,
  "abi3info==2026.9.25",
  "pyelftools==0.33",
  "packaging==26.3",
  "pefile==2024.8.26",
  "kaitaistruct==0.11",
  "requests==2.34.2",
  "requests-cache==1.3.3",
  "rich==15.0.0",
];

const root = fileURLToPath(new URL("../../..", import.meta.url));
const program = join(root, "dist/cli/wheelscope.js");
/** Wheels for one version up to this size are judged as if tagged abi3. */
const PRETENDED_BYTES = 3e6;

const { values: options } = parseArgs({ options: { only: { type: "string", multiple: true } } });

if (!existsSync(program)) {
  console.error("dist/cli/wheelscope.js is missing; run `npm run build` first.");
  process.exit(2);
}
const python = await ensureEnvironment(`abi3audit-${ABI3AUDIT}`, REQUIREMENTS);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const table = read(join(root, "src/data/stable-abi.json"));
const words = (text) => text.split(" ");
const known = {
  families: new Set(words(table.families)),
  elsewhere: new Set(Object.values(table.elsewhere).flatMap(words)),
};

const counts = new Map();
const totals = { files: 0, names: 0, passed: 0, failed: 0 };

const chosen = ({ name }) => options.only === undefined || options.only.includes(name);
const pinned = pinnedWheels();
const tagged = [
  ...pinned.filter(({ file }) => /-abi3-/.test(file)),
  ...read(new URL("wheels.json", import.meta.url)),
];
const untagged = pinned.filter(
  ({ file, size }) => /-cp312-cp312-.*linux/.test(file) && size <= PRETENDED_BYTES,
);
const fixtures = join(root, "test/fixtures/wheels");
const folder = mkdtempSync(join(tmpdir(), "wheelscope-abi3-"));
try {
  for (const wheel of await ensurePins(tagged.filter(chosen))) count(judge(wheel, true));
  for (const file of readdirSync(fixtures).filter((name) => /-abi3-.*\.whl$/.test(name))) {
    const wheel = { name: file.slice(0, file.indexOf("-")), path: join(fixtures, file) };
    if (chosen(wheel)) count(judge(wheel, true));
  }
  for (const { name, file, path } of await ensurePins(untagged.filter(chosen))) {
    const wheel = {
      name: `${name} as abi3`,
      path: join(folder, file.replace("-cp312-cp312-", "-cp312-abi3-")),
    };
    symlinkSync(path, wheel.path);
    // A finding of ours goes by the file's suffix, which names one version here.
    count(judge(wheel, false));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function count(problems) {
  totals[problems.length === 0 ? "passed" : "failed"] += 1;
  for (const problem of problems) console.log(`    ${problem}`);
}

/** Prints one line on the wheel and returns what differs without a reason. */
function judge({ name, path }, withFindings) {
  const { audits, symbols } = JSON.parse(
    execFileSync(python, [join(root, "test/proof/abi3/audit.py"), path], { maxBuffer: 1 << 30 }),
  );
  const theirs = Object.entries(audits);
  const ours = JSON.parse(
    execFileSync(process.execPath, [program, "show", "--json", path], { maxBuffer: 1 << 30 }),
  );
  const own = new Set(Object.values(symbols).flatMap(({ defined }) => defined));
  const byPath = new Map(ours.libraries.map((library) => [library.path, library.python]));
  const problems = [];
  let accused = 0;
  for (const [file, answer] of theirs) {
    totals.files += 1;
    totals.names += symbols[file]?.undefined.length ?? 0;
    if (symbols[file] === undefined) {
      problems.push(`${file}: abi3audit reads it, pyelftools finds no ELF file`);
      continue;
    }
    const wanted = expected(file, answer, symbols[file], own, known, counts);
    if (wanted.outside.length + wanted.tooNew.size > 0) accused += 1;
    problems.push(...differences(file, wanted, answer.baseline, byPath.get(file) ?? null));
  }
  const said = ours.findings
    .map(({ id, severity }) => `${id} (${severity})`)
    .filter((text) => text.startsWith("abi3-"));
  const verdict = accused === 0 ? "clean" : `${accused} accused`;
  console.log(
    `${problems.length === 0 ? "=" : "≠"} ${name.padEnd(24)} ${String(theirs.length).padStart(3)} files, ${verdict}${said.length > 0 ? `: ${said.join(", ")}` : ""}`,
  );
  if (withFindings && accused > 0 !== said.length > 0)
    problems.push(`${accused} files accused, and we find ${said.length} things`);
  return problems;
}

function differences(file, wanted, baseline, ours) {
  if (ours === null) {
    const clean = wanted.outside.length === 0 && wanted.tooNew.size === 0;
    return clean ? [] : [`${file}: we read no Python there, abi3audit names ${wanted.outside.join(" ")}`];
  }
  const found = [];
  // The document has the first twenty names of a list, and how many there are.
  const first = ours.outside.symbols.join(" ");
  if (ours.outside.count !== wanted.outside.length || first !== wanted.outside.slice(0, 20).join(" ")) {
    found.push(
      `${file}: outside of the stable ABI\n      abi3audit: ${wanted.outside.join(" ")}\n      wheelscope: ${first}`,
    );
  }
  const wrong = ours.too_new.symbols.filter(({ symbol, added }) => wanted.tooNew.get(symbol) !== added);
  if (ours.too_new.count !== wanted.tooNew.size || wrong.length > 0) {
    found.push(
      `${file}: newer than the tag\n      abi3audit: ${JSON.stringify([...wanted.tooNew])}\n      wheelscope: ${JSON.stringify(ours.too_new)}`,
    );
  }
  const floor = [baseline, ours.floor ?? baseline].sort(comparePythons).at(-1);
  if (floor !== wanted.highest) found.push(`${file}: needs ${wanted.highest} by abi3audit, ${floor} by us`);
  return found;
}

console.log(
  `\nabi3audit ${ABI3AUDIT}: ${totals.passed + totals.failed} wheels, ${totals.files} files, ${totals.names} names of Python imported. Differences on purpose:`,
);
for (const [rule, count] of counts) console.log(`  ${String(count).padStart(5)}  ${rule}`);
if (counts.size === 0) console.log("  none");
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
