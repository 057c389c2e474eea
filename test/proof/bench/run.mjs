/**
 * Measures the time to the report, in the page and on the command line, against what people use today and against the bare
 * inflating, all in one run on one machine: `npm run bench`. Needs the built page and command line (`npm run build`).
 *
 *   --quick    numpy and pyarrow, one run each
 *   --runs N   instead of 5 (auditwheel: at most 3)
 *   --no-wait  do not wait for an idle machine before every run (figures will be too high)
 *   NAME…      these pinned wheels only
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { arch, availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { serve } from "../../run/serve.mjs";
import { AUDITWHEEL } from "../python.mjs";
import { ensureWheels } from "../wheels.mjs";
import { budgets, markdownTable, median } from "./budgets.mjs";
import { firstPaint, readInPage } from "./page.mjs";
import {
  auditwheel,
  buildInflater,
  commandLine,
  elfEntries,
  nativeInflate,
  pythonZipfile,
} from "./peers.mjs";

const root = join(import.meta.dirname, "../../..");
const options = process.argv.slice(2);
const quick = options.includes("--quick");
const runsAt = options.indexOf("--runs");
const runs = quick ? 1 : runsAt >= 0 ? Number(options[runsAt + 1]) : 5;
const named = options.filter((option, i) => !option.startsWith("--") && (runsAt < 0 || i !== runsAt + 1));
/** What this release promised of two wheels: at most this fraction of auditwheel's time. */
const goals = { tensorflow_cpu: 30, torch: 10 };
const usual = quick
  ? ["numpy", "pyarrow"]
  : ["numpy", "scipy", "pyarrow", "tensorflow_cpu", "torch", "torch-aarch64"];

for (const built of ["dist/page/index.html", "dist/cli/wheelscope.js"]) {
  if (!existsSync(join(root, built))) {
    console.log(`${built} is missing: npm run build`);
    process.exit(2);
  }
}
const wheels = await ensureWheels(named.length > 0 ? named : usual);
const inflater = buildInflater();
const server = await serve(join(root, "dist/page"));
const rows = [];
try {
  for (const wheel of wheels.sort((a, b) => a.size - b.size)) rows.push(await measure(wheel));
  report(rows, { ...sizes(), firstPaint: await firstPaint(server.url) });
} finally {
  await server.close();
}

async function measure({ name, path, size }) {
  const entries = elfEntries(path);
  const repeat = async (what, count, one) => {
    const results = [];
    for (let i = 0; i < count; i++) {
      await settle();
      results.push(await one());
    }
    const middle = (field) => median(results.map((r) => r[field] ?? 0));
    const times = results.map((r) => r.seconds.toFixed(3)).join(" ");
    console.error(
      `${name}: ${what} ${times}${results[0].mebibytes ? `, ${middle("mebibytes").toFixed(0)} MiB` : ""}`,
    );
    return { seconds: middle("seconds"), worst: (field) => Math.max(...results.map((r) => r[field])) };
  };
  const libdeflate = await repeat("libdeflate", runs, () => nativeInflate(inflater, path, entries));
  const page = await repeat("page", runs, () => readInPage(server.url, path));
  const cli = await repeat("command line", runs, () => commandLine(path));
  const zipfile = await repeat("zipfile", runs, () => pythonZipfile(path));
  const audit = await repeat("auditwheel", Math.min(3, runs), () => auditwheel(path));
  return {
    name,
    goal: goals[name],
    fileBytes: size,
    libraries: entries.length,
    elfBytes: entries.reduce((sum, entry) => sum + entry.sizeBytes, 0),
    page: page.seconds,
    pageMebibytes: page.worst("mebibytes"),
    browserMebibytes: page.worst("browserMebibytes"),
    longestTask: page.worst("longestTask"),
    commandLine: cli.seconds,
    zipfile: zipfile.seconds,
    libdeflate: libdeflate.seconds,
    auditwheel: audit.seconds,
  };
}

/** Waits until nobody else keeps the machine busy, at most a minute; measured by the processor time that is not idle. */
async function settle() {
  if (options.includes("--no-wait")) return;
  for (let waited = 0; waited < 20; waited++) {
    const before = idle();
    await new Promise((done) => setTimeout(done, 500));
    const after = idle();
    if ((after.idle - before.idle) / (after.all - before.all) > 0.9) return;
  }
  console.error("the machine is busy: figures will be too high");
}

function idle() {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  return { idle: sum(times.map((t) => t.idle)), all: sum(times.map((t) => sum(Object.values(t)))) };
}

function sizes() {
  const assets = join(root, "dist/page/assets");
  const gzip = (name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
  const of = (pattern) =>
    readdirSync(assets)
      .filter((name) => pattern.test(name))
      .reduce((sum, name) => sum + gzip(name), 0);
  return {
    scriptGzip: of(/^(?!.*worker).*\.js$/),
    workerGzip: of(/worker.*\.js$/),
    styleGzip: of(/\.css$/),
    wasmGzip: of(/\.wasm$/),
  };
}

function report(rows, sizes) {
  const chromium = execFileSync("chromium", ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  })
    .trim()
    .replace(/ built on.*| Debian.*/, "");
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} × ${cpus()[0].model} (${arch()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${chromium}, Node ${process.versions.node}, auditwheel ${AUDITWHEEL}; median of ${runs}, files in the page cache; load ${loadavg()[0].toFixed(2)}.`,
  );
  console.log(`\n${markdownTable(rows)}\n`);
  for (const r of rows)
    console.log(`${r.name}: the browser's own process grows by ${r.browserMebibytes.toFixed(0)} MiB`);
  console.log(
    `worker script ${(sizes.workerGzip / 1000).toFixed(1)} kB, style ${(sizes.styleGzip / 1000).toFixed(1)} kB (gzip)\n`,
  );
  const list = budgets(rows, sizes);
  console.log(
    `| budget | measured | |\n| --- | --- | --- |\n${list.map((b) => `| ${b.budget} | ${b.measured} | ${b.met ? "met" : "**not met**"} |`).join("\n")}`,
  );
}
