// The pinned wheels of the proofs (wheels.json) and the cache they live in. pip downloads them; size and SHA-256 must be the pinned
// ones. `ensureWheels` is what the proofs call; run as a program, this file downloads, or pins another wheel:
//
//   node test/proof/wheels.mjs [NAME…]                              downloads these (or all)
//   node test/proof/wheels.mjs pin PROJECT[==VERSION] PYTHON ABI PLATFORM…   e.g. pin numpy==2.4.6 cp312 cp312 manylinux_2_28_x86_64
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cacheFolder, ensurePython } from "./python.mjs";

const run = promisify(execFile);
const listPath = fileURLToPath(new URL("wheels.json", import.meta.url));

/**
 * @typedef {{ name: string, project: string, version: string, file: string, sha256: string, size: number }} Pin
 * `name` is how the proofs call it.
 */

/** @returns {Pin[]} */
export function pinnedWheels() {
  return JSON.parse(readFileSync(listPath, "utf8"));
}

/**
 * Downloads what is missing and gives every wheel's place in the cache.
 * @param {readonly string[]} [names] all pinned wheels by default
 * @param {(message: string) => void} [tell]
 * @returns {Promise<(Pin & { path: string })[]>}
 */
export async function ensureWheels(names, tell = (message) => console.error(message)) {
  const pins = pinnedWheels();
  const unknown = (names ?? []).filter((name) => !pins.some((pin) => pin.name === name));
  if (unknown.length > 0) throw new Error(`not in wheels.json: ${unknown.join(", ")}`);
  return ensurePins(names === undefined ? pins : pins.filter((pin) => names.includes(pin.name)), tell);
}

/**
 * The same for pins that stand in another list.
 * @param {readonly Pin[]} pins
 * @param {(message: string) => void} [tell]
 * @returns {Promise<(Pin & { path: string })[]>}
 */
export async function ensurePins(pins, tell = (message) => console.error(message)) {
  const found = [];
  for (const pin of pins) found.push({ ...pin, path: await ensureWheel(pin, tell) });
  return found;
}

async function ensureWheel(pin, tell) {
  const folder = join(cacheFolder, "wheels");
  const path = join(folder, pin.file);
  const seal = `${path}.sha256`;
  // The seal is written after the hash was checked, so that later runs need not read gigabytes again.
  if (existsSync(path) && statSync(path).size === pin.size && existsSync(seal)) {
    if (readFileSync(seal, "utf8").trim() === pin.sha256) return path;
  }
  if (!existsSync(path)) {
    tell(`downloading ${pin.file} (${(pin.size / 1e6).toFixed(1)} MB)`);
    const [python, abi, platform] = pin.file.slice(0, -".whl".length).split("-").slice(-3);
    const got = await download(`${pin.project}==${pin.version}`, python, abi, platform.split("."));
    mkdirSync(folder, { recursive: true });
    renameSync(got.path, path);
    rmSync(got.folder, { recursive: true });
  }
  const sha256 = await hashOf(path);
  if (sha256 !== pin.sha256 || statSync(path).size !== pin.size) {
    rmSync(path);
    throw new Error(`${pin.file} is not the pinned file (SHA-256 ${sha256}); it was removed from the cache`);
  }
  writeFileSync(seal, sha256 + "\n");
  return path;
}

/** Lets pip fetch exactly one wheel into a fresh folder of the cache. `python` and `abi` are tags of the file name. */
async function download(requirement, python, abi, platforms) {
  const interpreter = await ensurePython();
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, "download-"));
  const [, implementation, digits] = /^([a-z]+)([0-9]*)/.exec(python.split(".").at(-1));
  // `abi3` and `none` wheels serve later Pythons too; a recent one satisfies every Requires-Python.
  const version = abi === "abi3" || digits.length < 2 ? "3.13" : `${digits[0]}.${digits.slice(1)}`;
  const options = ["--python-version", version, "--implementation", implementation];
  for (const each of abi.split(".")) options.push("--abi", each);
  for (const each of platforms) options.push("--platform", each);
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-cache-dir"];
  await run(
    interpreter,
    [
      "-m",
      "pip",
      "download",
      ...quiet,
      "--no-deps",
      "--only-binary=:all:",
      ...options,
      "--dest",
      folder,
      requirement,
    ],
    { maxBuffer: 16 << 20 },
  ).catch((error) => {
    rmSync(folder, { recursive: true });
    throw new Error(
      `pip could not download ${requirement} for ${platforms.join(", ")}: ${error.stderr ?? error.message}`,
    );
  });
  const [file] = readdirSync(folder);
  return { folder, path: join(folder, file), file };
}

async function hashOf(path) {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  return hash.digest("hex");
}

/** Downloads a wheel not pinned yet, adds it to wheels.json and returns the pin. */
async function pin(requirement, python, abi, platforms) {
  const got = await download(requirement, python, abi, platforms);
  const [project, version] = got.file.split("-");
  const path = join(cacheFolder, "wheels", got.file);
  mkdirSync(join(cacheFolder, "wheels"), { recursive: true });
  renameSync(got.path, path);
  rmSync(got.folder, { recursive: true });
  const sha256 = await hashOf(path);
  writeFileSync(`${path}.sha256`, sha256 + "\n");
  const made = {
    name: nameFor(project, got.file),
    project,
    version,
    file: got.file,
    sha256,
    size: statSync(path).size,
  };
  const pins = pinnedWheels().filter((each) => each.file !== got.file);
  if (pins.some((each) => each.name === made.name)) made.name = `${made.name}-${version}`;
  pins.push(made);
  pins.sort((a, b) => a.file.localeCompare(b.file, "en"));
  writeFileSync(listPath, `[\n${pins.map((each) => `  ${JSON.stringify(each)}`).join(",\n")}\n]\n`);
  return made;
}

/** `numpy` for x86_64, `numpy-musl-aarch64` and the like otherwise. */
function nameFor(project, file) {
  const platform = file.slice(0, -".whl".length).split("-").at(-1);
  const libc = /^musllinux/.test(platform) ? "-musl" : /^(macosx|win|android)/.exec(platform)?.[1];
  const arch = /(aarch64|armv7l|i686|ppc64le|s390x|riscv64|loongarch64|arm64|amd64)/.exec(platform)?.[1];
  return (
    project +
    (libc === undefined ? "" : libc.startsWith("-") ? libc : `-${libc}`) +
    (arch === undefined ? "" : `-${arch}`)
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === "pin") {
    const [requirement, python, abi, ...platforms] = rest;
    console.log(await pin(requirement, python, abi, platforms));
  } else {
    const wheels = await ensureWheels(first === undefined ? undefined : [first, ...rest]);
    const megabytes = wheels.reduce((sum, wheel) => sum + wheel.size, 0) / 1e6;
    console.log(`${wheels.length} wheels, ${megabytes.toFixed(0)} MB, in ${join(cacheFolder, "wheels")}`);
  }
}
