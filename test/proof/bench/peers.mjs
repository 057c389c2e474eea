/** What the page and the command line are measured against, and the command line itself. All times in seconds. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openWheel, inflate } from "../oracle/wheel-file.mjs";
import { cacheFolder, ensurePython } from "../python.mjs";

const here = import.meta.dirname;
const root = join(here, "../../..");

/** Wall time and peak memory of a program, from its start to its end. */
function timeProgram(program, args) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.on("data", (text) => (errors += text));
    let peak = 0;
    const look = setInterval(() => {
      try {
        peak = Number(
          /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? peak,
        );
      } catch {
        // It has just ended.
      }
    }, 10);
    child.on("error", fail);
    child.on("close", (code) => {
      clearInterval(look);
      if (code === 0) done({ seconds: (performance.now() - start) / 1000, mebibytes: peak / 1024 });
      else fail(new Error(`${program} ${args.join(" ")} ended with ${code}: ${errors.slice(-2000)}`));
    });
  });
}

export function commandLine(wheel) {
  return timeProgram(process.execPath, [join(root, "dist/cli/wheelscope.js"), "show", wheel]);
}

export async function auditwheel(wheel) {
  const program = join(dirname(await ensurePython()), "auditwheel");
  return timeProgram(program, ["show", "--ldpaths", "", wheel]);
}

export async function pythonZipfile(wheel) {
  return {
    seconds: Number(
      execFileSync(await ensurePython(), [join(here, "zipfile-read.py"), wheel], { encoding: "utf8" }),
    ),
  };
}

/** Compiles the libdeflate program, installing Debian's libdeflate-dev when that is possible. */
export function buildInflater() {
  const program = join(cacheFolder, "inflate-libdeflate");
  if (!existsSync("/usr/include/libdeflate.h")) {
    if (process.getuid?.() !== 0) throw new Error("libdeflate is missing: apt-get install libdeflate-dev");
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "libdeflate-dev"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  mkdirSync(cacheFolder, { recursive: true });
  execFileSync("gcc", ["-O2", "-o", program, join(here, "inflate.c"), "-ldeflate"]);
  return program;
}

export function nativeInflate(program, wheel, entries) {
  const input = entries
    .map((e) => `${e.offset} ${e.compressedBytes} ${e.sizeBytes} ${e.compression === "stored" ? 0 : 8}\n`)
    .join("");
  return { seconds: Number(execFileSync(program, [wheel], { input, encoding: "utf8" })) };
}

/** The ELF entries of a wheel and where their bytes are. Reading them warms the page cache for every contender alike. */
export function elfEntries(path) {
  const wheel = openWheel(path);
  const entries = wheel.entries.filter((entry) => {
    if (entry.sizeBytes < 4) return false;
    return inflate(entry, wheel.start(entry, 512), true).subarray(0, 4).toString("latin1") === "\x7fELF";
  });
  const placed = entries.map((entry) => ({ ...entry, offset: wheel.offset(entry) }));
  for (const entry of entries) wheel.compressed(entry);
  wheel.close();
  return placed;
}
