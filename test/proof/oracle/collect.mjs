/** Where the ELF files come from: a Debian system's libraries, its cross packages, and the pinned wheels. */
import { execFileSync } from "node:child_process";
import { closeSync, existsSync, openSync, readSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The C and C++ runtimes of other machines: those with policies, and others for their odd tables (`more`). */
const machines = ["arm64", "armhf", "armel", "i386", "ppc64el", "ppc64", "s390x", "riscv64"];
const more = ["mips", "mipsel", "mips64", "mips64el", "hppa", "m68k", "powerpc", "sparc64", "sh4", "x32"];

function packagesOf(list) {
  return list.flatMap((arch) => [
    `libc6-${arch}-cross`,
    `libstdc++6-${arch}-cross`,
    arch === "m68k"
      ? "libgcc-s2-m68k-cross"
      : arch === "hppa"
        ? "libgcc-s4-hppa-cross"
        : `libgcc-s1-${arch}-cross`,
  ]);
}

/** Installs the cross packages where that is possible; tells what is missing otherwise. */
export function installCrossPackages(tell, { quick }) {
  const missing = packagesOf(quick ? machines : [...machines, ...more]).filter(
    (name) => !existsSync(`/usr/share/doc/${name}`),
  );
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    tell(`not compared, since they are not installed: ${missing.join(", ")}`);
    return;
  }
  execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Paths of all ELF files of the system: /usr/lib, its programs, and the libraries of other machines in /usr/*-linux*. Every file once. */
export function systemFiles() {
  const roots = [
    "/usr/lib",
    ...readdirSync("/usr")
      .filter((n) => n.includes("-linux"))
      .map((n) => `/usr/${n}`),
  ];
  const seen = new Set();
  return roots.filter((folder) => existsSync(folder)).flatMap((folder) => [...walk(folder, seen)]);
}

function* walk(folder, seen) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, seen);
    if (!entry.isFile() || !beginsWithMagic(path)) continue;
    const { dev, ino } = statSync(path);
    if (seen.has(`${dev}:${ino}`)) continue;
    seen.add(`${dev}:${ino}`);
    yield path;
  }
}

function beginsWithMagic(path) {
  const file = openSync(path, "r");
  const start = Buffer.alloc(4);
  readSync(file, start, 0, 4, 0);
  closeSync(file);
  return start.toString("latin1") === "\x7fELF";
}

/** A fixed choice of `count` of them: those whose place in a pseudo-random order comes first. */
export function sample(paths, count) {
  const rank = (text) =>
    [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);
  return paths
    .map((path) => [rank(path), path])
    .sort((a, b) => a[0] - b[0])
    .slice(0, count)
    .map(([, path]) => path)
    .sort();
}
