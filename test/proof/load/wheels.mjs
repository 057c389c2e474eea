/**
 * The model of loading against this system's loader: every shared library of many real wheels is opened in a process of its own
 * (dlopen, RTLD_NOW). Whether it loads, and what ends it otherwise (a library, a version, a name), has to be what the model says.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureWheels, pinnedWheels } from "../wheels.mjs";
import { loadProduct } from "../links/facts.mjs";
import { createReading, difference, isOfPython, settingOf } from "./model.mjs";
import { createOpener } from "./opener.mjs";

/** Bytes of the largest wheel tried: larger ones say the same and take minutes. */
const largest = 100e6;
const quickBytes = 3e6;

/** @returns {Promise<{ passed: number, failed: number }>} files */
export async function compareWheels({ quick, show = console.log }) {
  const product = await loadProduct(import.meta.dirname);
  const pins = pinnedWheels().filter(
    ({ file, size }) => /manylinux.*x86_64\.whl$/.test(file) && size < (quick ? quickBytes : largest),
  );
  const wheels = await ensureWheels(pins.map(({ name }) => name));
  const reading = await createReading(product);
  const python = createOpener();
  const total = emptyCounts();
  let count = 0;
  for (const { name, path } of wheels) {
    const folder = mkdtempSync(join(tmpdir(), "wheelscope-load-"));
    try {
      execFileSync("unzip", ["-q", path, "-d", folder]);
      const setting = await settingOf(folder, product, reading);
      const world = product.worldOf(setting, product.knowledge);
      for (const member of setting.members) {
        if (!isOpened(member)) continue;
        const opening = { before: new Map(), bindsAtOnce: true, mayPreload: false };
        await compare(member, product.answerFor(member, world, opening), {
          world,
          product,
          python,
          total,
          show,
          name,
        });
      }
      count += 1;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  python.end();
  reading.end();
  show(`${count} wheels, ${inWords(total)}`);
  return { passed: total.files - total.wrong, failed: total.wrong };
}

export const emptyCounts = () => ({
  files: 0,
  loads: 0,
  library: 0,
  version: 0,
  name: 0,
  other: 0,
  python: 0,
  died: 0,
  wrong: 0,
});

export const inWords = ({ files, loads, library, version, name, other, python, died, wrong }) =>
  `${files} files: ${loads} load, ${library} lack a library, ${version} a version, ${name} a name, ${python} a name of another Python, ${other} fail otherwise, ${died} end the process; ${wrong} where the model says otherwise`;

/** Shared files of this machine's kind, of the wheels and not of the system. */
export const isOpened = ({ of, elf }) =>
  of !== null &&
  elf?.architecture === "x86_64" &&
  elf.libc !== "musl" &&
  (elf.role === "extension-module" || elf.role === "shared-library");

export async function compare(member, answer, { world, product, python, total, show, name }) {
  const message = await python.open(`/${member.path}`);
  total.files += 1;
  if (message === null) {
    total.died += 1;
    return;
  }
  const [, missing = ""] = /undefined symbol: ([^,\s]+)/.exec(message) ?? [];
  if (isOfPython(missing)) {
    total.python += 1;
    return;
  }
  if (message === "") total.loads += 1;
  else if (message.includes("cannot open shared object")) total.library += 1;
  else if (message.includes("version `")) total.version += 1;
  else if (missing !== "") total.name += 1;
  else total.other += 1;
  const { unbound } = product.bind(answer.tree, world.members, world.known);
  const wrong = difference(answer, message, unbound);
  if (wrong === null) return;
  total.wrong += 1;
  show(`✗ ${name} ${member.shown}: ${wrong}`);
}
