/**
 * The model of loading against this system's loader, for several wheels together: what was imported before is opened first in the same
 * process, and then each file in a fork of it. `sets.json` has the sets, and the wheels they are made of.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadProduct } from "../links/facts.mjs";
import { ensurePins } from "../wheels.mjs";
import { createReading, settingOf } from "./model.mjs";
import { createOpener } from "./opener.mjs";
import { compare, emptyCounts, inWords, isOpened } from "./wheels.mjs";

/**
 * `large`: also sets with a torch for CUDA, which take 3 GB of wheels and 8 GB of disk.
 * @returns {Promise<{ passed: number, failed: number }>} files
 */
export async function compareSets({ quick, large, show = console.log }) {
  const product = await loadProduct(import.meta.dirname);
  const {
    wheels,
    sets,
    large: largeSets,
  } = JSON.parse(readFileSync(join(import.meta.dirname, "sets.json"), "utf8"));
  const reading = await createReading(product);
  const total = emptyCounts();
  const taken = quick ? sets.slice(0, 1) : [...sets, ...(large ? largeSets : [])];
  for (const { about, wheels: names } of taken) {
    const pins = names.map((name) => wheels.find((pin) => pin.name === name));
    const folder = mkdtempSync(join(tmpdir(), "wheelscope-set-"));
    try {
      const site = join(folder, "lib/python3.11/site-packages");
      mkdirSync(site, { recursive: true });
      for (const { path } of await ensurePins(pins)) install(path, folder, site);
      await compareSet({ about, folder: site, product, reading, total, show });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  reading.end();
  show(`${taken.length} sets, ${inWords(total)}`);
  return { passed: total.files - total.wrong, failed: total.wrong };
}

/** As pip does: what lies below NAME.data goes where its scheme says (PEP 427). */
function install(wheel, prefix, site) {
  execFileSync("unzip", ["-qo", wheel, "-d", site]);
  for (const name of readdirSync(site).filter((each) => each.endsWith(".data"))) {
    for (const [scheme, place] of [
      ["data", prefix],
      ["platlib", site],
      ["purelib", site],
      ["scripts", join(prefix, "bin")],
    ]) {
      const from = join(site, name, scheme);
      if (existsSync(from)) cpSync(from, place, { recursive: true });
    }
    rmSync(join(site, name), { recursive: true });
  }
}

async function compareSet({ about, folder, product, reading, total, show }) {
  const setting = await settingOf(folder, product, reading);
  const world = product.worldOf(setting, product.knowledge);
  const { files } = product.loadTogether(setting, product.knowledge);
  for (const { place, before } of product.importOrder(setting.packages, [])) {
    const python = createOpener();
    for (const { member, kind, answer } of files) {
      if (kind === "module" && answer.outcome !== "fails" && before.includes(member.of))
        python.preload(`/${member.path}`);
    }
    for (const { member, kind, answer, alone } of files) {
      if (member.of !== place || !isOpened(member)) continue;
      // A part's answer is that of the files that load it; opened by itself it fares as it does alone.
      const own = kind === "part" ? (before.length === 0 ? alone : null) : answer;
      if (own !== null) await compare(member, own, { world, product, python, total, show, name: about });
    }
    python.end();
  }
}
