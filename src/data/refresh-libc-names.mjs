// Rewrites libc-names.json, the names that C libraries export:
//
//   node src/data/refresh-libc-names.mjs --date 2026-12-01 --musl STUB… --glibc FOLDER…
//
// STUB: `libc.S` of the musl that comes with Zig, oldest first: a list in assembler of all names that a musl exports, by processor (it
// takes a C compiler to read it). FOLDER: where a glibc's libraries lie (libc.so.6, libm.so.6 …), of as many processors as can be had; it
// takes `nm`. Names of all processors are put together: a name that is missing on one of them alone is not worth a table.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const target = fileURLToPath(new URL("libc-names.json", import.meta.url));

/** What Zig's stub distinguishes: the processor, and the size of a pointer. */
const processors = [
  ["ARCH_x86_64", "FAMILY_x86", "PTR64"],
  ["ARCH_x86", "ARCH_i386", "FAMILY_x86", "PTR32"],
  ["ARCH_aarch64", "FAMILY_aarch64", "PTR64"],
  ["ARCH_arm", "FAMILY_arm", "PTR32"],
  ["ARCH_powerpc64", "FAMILY_powerpc", "PTR64"],
  ["ARCH_s390x", "FAMILY_s390x", "PTR64"],
  ["ARCH_riscv64", "FAMILY_riscv", "PTR64"],
  ["ARCH_loongarch64", "FAMILY_loongarch", "PTR64"],
];

/** In the process with every program: what glibc 2.34 and newer have in libc.so.6 alone, and the loader. */
const libraries = ["libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1"];
const loader = /^ld-linux|^ld64\.so|^ld\.so/;

function muslNames(stub) {
  const names = new Set();
  for (const defines of processors) {
    const flags = defines.map((name) => `-D${name}`);
    const text = execFileSync("cc", ["-E", "-P", "-x", "assembler-with-cpp", ...flags, stub], {
      encoding: "utf8",
      maxBuffer: 64 << 20,
    });
    for (const [, name] of text.matchAll(/^\s*\.(?:globl|weak) (\w+)/gm)) names.add(name);
  }
  return names;
}

function glibcNames(folder, names) {
  const files = execFileSync("ls", [folder], { encoding: "utf8" })
    .split("\n")
    .filter((name) => libraries.includes(name) || loader.test(name));
  for (const file of files) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const text = execFileSync("nm", ["--dynamic", "--defined-only", path], {
      encoding: "utf8",
      maxBuffer: 64 << 20,
    });
    for (const line of text.split("\n")) {
      const name = line.trim().split(" ").at(-1)?.split("@")[0];
      // A version itself stands in the table too, as an absolute symbol.
      if (name && !/^GLIBC_/.test(name)) names.add(name);
    }
  }
  return names;
}

const { values } = parseArgs({
  options: {
    date: { type: "string" },
    musl: { type: "string", multiple: true },
    glibc: { type: "string", multiple: true },
  },
});
const { date, musl = [], glibc = [] } = values;
if (date === undefined || musl.length === 0 || glibc.length === 0)
  throw new Error("Usage: refresh-libc-names.mjs --date YYYY-MM-DD --musl STUB… --glibc FOLDER…");

/** musl 1.2.4 took the names with 64 out of the headers; its loader still finds them (ldso/dynlink.c). */
const everMusl = new Set(musl.flatMap((stub) => [...muslNames(stub)]));
const everGlibc = glibc.reduce((all, folder) => glibcNames(folder, all), new Set());
const text = (names) => [...names].sort().join(" ");
writeFileSync(target, `${JSON.stringify({ date, musl: text(everMusl), glibc: text(everGlibc) }, null, 2)}\n`);
console.log(`musl: ${everMusl.size} names, glibc: ${everGlibc.size}`);
