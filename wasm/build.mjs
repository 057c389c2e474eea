// Builds the reader: wasm/dist/reader.wasm and reader.json with the hash of its sources.
//
//   node wasm/build.mjs               build into wasm/dist
//   node wasm/build.mjs --check       build into a temporary folder; fail when the committed module reads differently
//   node wasm/build.mjs --profiling   build wasm/target/profiling/reader.wasm, which keeps the names of its functions
//
// The compiler is rustup's wasm32-unknown-unknown target where it is installed, else Debian's rustc-web, which brings the
// standard library as source. Different compilers give different bytes, so --check compares what the modules answer.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

import { compareModules } from "./compare.mjs";
import { crate, sourceHash } from "./source-hash.mjs";

const TARGET = "wasm32-unknown-unknown";
const FEATURES = "-Ctarget-feature=+simd128,+bulk-memory";

/** Messages of panics name source files; they must not show whose machine built the module, and every machine must build the same. */
function plainPaths() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const sources = join(cargo, "registry", "src");
  const registries = existsSync(sources) ? readdirSync(sources).map((name) => join(sources, name)) : [];
  // The last one that fits counts.
  const known = [[cargo, "cargo"], ...registries.map((path) => [path, "crates"]), [crate, "wasm/"]];
  return known.map(([path, name]) => `--remap-path-prefix=${path}=${name}`);
}

/** How to call cargo here, or null when no compiler for the target is found. */
function toolchain() {
  const installed = spawnSync("rustup", ["target", "list", "--installed"], { encoding: "utf8" });
  if (installed.status === 0 && installed.stdout.split("\n").includes(TARGET)) {
    return { name: "rustup", cargo: "cargo", arguments: [], flags: [FEATURES], environment: {} };
  }
  const linker = ["wasm-ld-22", "wasm-ld-21", "wasm-ld-20", "wasm-ld-19", "wasm-ld"].find((name) =>
    existsSync(join("/usr/bin", name)),
  );
  if (existsSync("/usr/bin/cargo") && existsSync("/usr/lib/rustlib/src/rust") && linker !== undefined) {
    const environment = {
      PATH: `/usr/bin:${process.env.PATH}`,
      RUSTC: "/usr/bin/rustc",
      // Building the standard library is not yet stable; Debian ships no built one for this target.
      RUSTC_BOOTSTRAP: "1",
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker,
    };
    return {
      name: "Debian",
      cargo: "/usr/bin/cargo",
      arguments: ["-Zbuild-std=std,panic_abort"],
      flags: ["-Clinker-flavor=wasm-ld", FEATURES],
      environment,
    };
  }
  return null;
}

/** Compiles with a profile of Cargo.toml; returns the module's bytes. */
function build(found, profile = "release") {
  const command = ["build", "--profile", profile, "--locked", "--target", TARGET, ...found.arguments];
  // Separated by a character that no path has.
  const CARGO_ENCODED_RUSTFLAGS = [...found.flags, ...plainPaths()].join("\x1f");
  const environment = { ...process.env, ...found.environment, CARGO_ENCODED_RUSTFLAGS };
  const result = spawnSync(found.cargo, command, { cwd: crate, env: environment, stdio: "inherit" });
  if (result.status !== 0) process.exit(result.status ?? 1);
  return readFileSync(join(crate, "target", TARGET, profile, "wheelscope_reader.wasm"));
}

function write(folder, module) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "reader.wasm"), module);
  const about = {
    sourceHash: sourceHash(),
    bytes: module.length,
    gzipBytes: gzipSync(module, { level: 9 }).length,
  };
  writeFileSync(join(folder, "reader.json"), `${JSON.stringify(about, null, 2)}\n`);
  return about;
}

async function check(found) {
  const committed = JSON.parse(readFileSync(join(crate, "dist", "reader.json"), "utf8"));
  if (committed.sourceHash !== sourceHash()) {
    console.error("wasm: the committed module is not built from these sources; run: node wasm/build.mjs");
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), "wheelscope-reader-"));
  try {
    write(folder, build(found));
    const compared = await compareModules(join(crate, "dist", "reader.wasm"), join(folder, "reader.wasm"));
    console.log(`wasm: rebuilt with ${found.name}; ${compared} files read the same by both modules`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const found = toolchain();
if (found === null) {
  console.error(
    "wasm: no compiler for WebAssembly. Either `rustup target add wasm32-unknown-unknown`, or on Debian\n" +
      "      `apt-get install rustc-web cargo-web rust-web-src lld-22` (the committed module works without).",
  );
  process.exit(1);
}
if (process.argv.includes("--check")) {
  await check(found);
} else if (process.argv.includes("--profiling")) {
  // Not `write`: the hash of the sources stands for the committed module alone.
  const path = join(crate, "target", "profiling", "reader.wasm");
  const module = build(found, "profiling");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, module);
  console.log(`wasm: ${module.length} bytes with names in wasm/target/profiling, built with ${found.name}`);
} else {
  const about = write(join(crate, "dist"), build(found));
  console.log(`wasm: ${about.bytes} bytes, ${about.gzipBytes} with gzip, built with ${found.name}`);
}
