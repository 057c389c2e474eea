/**
 * The model of loading against musl's loader, of Debian's package: `ld-musl-x86_64.so.1 --list` names every library that it does not find
 * and every name that nobody has. Names of Python are left out, since no Python is in that process.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadProduct } from "../links/facts.mjs";
import { ensurePins, ensureWheels, pinnedWheels } from "../wheels.mjs";
import { createReading, isOfPython, settingOf } from "./model.mjs";

const LOADER = "/lib/ld-musl-x86_64.so.1";
const largest = 100e6;

/** Debian 12 has musl 1.2.3, as Alpine 3.16 and 3.17 have. */
const SYSTEM = "alpine-3.17";

/** musl has no versions, so that any will do; installed as root only. */
function ensureLoader() {
  if (existsSync(LOADER)) return;
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "musl"], { stdio: "ignore" });
}

/** @returns {Promise<{ passed: number, failed: number }>} files */
export async function compareMusl({ quick, show = console.log }) {
  ensureLoader();
  const product = await loadProduct(import.meta.dirname);
  const own = JSON.parse(readFileSync(join(import.meta.dirname, "musl.json"), "utf8"));
  const shared = pinnedWheels().filter(
    ({ file, size }) => /musllinux.*x86_64\.whl$/.test(file) && !file.includes("manylinux") && size < largest,
  );
  const wheels = [
    ...(await ensureWheels(shared.map(({ name }) => name))),
    ...(await ensurePins(quick ? own.slice(0, 3) : own)),
  ];
  const reading = await createReading(product);
  const total = { files: 0, loads: 0, library: 0, name: 0, wrong: 0 };
  for (const { name, path } of wheels) {
    const folder = mkdtempSync(join(tmpdir(), "wheelscope-musl-"));
    try {
      execFileSync("unzip", ["-q", path, "-d", folder]);
      const setting = await settingOf(folder, product, reading, { system: SYSTEM });
      const world = product.worldOf(setting, product.knowledge);
      for (const member of setting.members) {
        const { elf } = member;
        if (elf?.architecture !== "x86_64" || elf.libc !== "musl" || elf.role === "executable") continue;
        const opening = { before: new Map(), bindsAtOnce: true, mayPreload: false };
        const answer = product.answerFor(member, world, opening);
        const { libraries, names } = asked(`/${member.path}`, setting.host);
        total.files += 1;
        total[libraries.length > 0 ? "library" : names.length > 0 ? "name" : "loads"] += 1;
        const wrong = difference(answer, libraries, names);
        if (wrong === null) continue;
        total.wrong += 1;
        show(`✗ ${name} ${member.shown}: ${wrong}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  reading.end();
  show(
    `musl: ${wheels.length} wheels, ${total.files} files: ${total.loads} load, ${total.library} lack a library, ${total.name} a name; ${total.wrong} where the model says otherwise`,
  );
  return { passed: total.files - total.wrong, failed: total.wrong };
}

/** What musl's loader finds missing. Alpine has libraries that this system has not for musl (libz.so.1). */
function asked(path, host) {
  const { stderr, stdout } = spawnSync(LOADER, ["--list", path], { encoding: "utf8" });
  const text = `${stdout}\n${stderr}`;
  const libraries = [...text.matchAll(/^Error loading shared library ([^:]+):/gm)].map(([, name]) => name);
  const names = [...text.matchAll(/^Error relocating [^\n]*: ([^\s:]+): symbol not found/gm)].map(
    ([, name]) => name,
  );
  const missing = libraries.filter((name) => !host.has(name));
  // Without them their names are missing too.
  if (missing.length < libraries.length) return { libraries: missing, names: [] };
  return { libraries, names: names.filter((name) => !isOfPython(name)) };
}

function difference({ outcome, cause, wants }, libraries, names) {
  const says = `${outcome} ${cause?.kind ?? ""} ${wants.join(" ")}`;
  if (libraries.length > 0) {
    const unfound = [...wants, ...(cause?.kind === "library" ? [cause.unfound.needed] : [])];
    return libraries.every((name) => unfound.includes(name))
      ? null
      : `${libraries.join(" ")} not found, the model says ${says}`;
  }
  if (names.length > 0)
    return cause?.kind === "name" ? null : `${names.slice(0, 5).join(" ")} not found, the model says ${says}`;
  return outcome === "loads" ? null : `it loads, the model says ${says}`;
}
