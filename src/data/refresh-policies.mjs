// Rewrites policies.json from an installed auditwheel:
//
//   node src/data/refresh-policies.mjs PYTHON [--date 2026-08-30] [--check]
//
// PYTHON is an interpreter that can import auditwheel. --date is the release's date (default: the one already in the file when
// the version is the same). --check writes nothing and exits with 1 when the file would change.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const target = fileURLToPath(new URL("policies.json", import.meta.url));

/** Asks the interpreter for auditwheel's version, policy files and musl names; only data cross over. */
const question = `
import json, sys
from importlib import metadata
from pathlib import Path
import auditwheel.policy as policy
from auditwheel.architecture import Architecture
from auditwheel.libc import Libc
sonames = {}
for arch in Architecture:
    if arch.baseline != arch:
        continue
    try:
        sonames[arch.value] = sorted(policy._fixup_musl_libc_soname(Libc.MUSL, arch, ["libc.so"]))[0]
    except KeyError:
        pass
here = Path(policy.__file__).parent
files = {"glibc": "manylinux", "musl": "musllinux", "android": "android"}
json.dump({
    "release": metadata.version("auditwheel"),
    "muslSonames": sonames,
    "policies": {libc: json.loads((here / (name + "-policy.json")).read_text()) for libc, name in files.items()},
}, sys.stdout)
`;

/** Numbers inside versions compare as numbers: 2.4 before 2.12. */
const byVersion = new Intl.Collator("en", { numeric: true }).compare;

const sortedObject = (object, each) =>
  Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, each(object[key])]),
  );

function convert(libc, policy) {
  return {
    libc,
    name: policy.name,
    aliases: policy.aliases,
    priority: policy.priority,
    architectures: Object.keys(policy.symbol_versions).sort(),
    symbolVersions: sortedObject(policy.symbol_versions, (prefixes) =>
      sortedObject(prefixes, (versions) => [...versions].sort(byVersion).join(" ")),
    ),
    libraries: [...policy.lib_whitelist].sort(),
    forbiddenSymbols: sortedObject(policy.blacklist, (symbols) => [...symbols].sort()),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: "string" }, check: { type: "boolean", default: false } },
});
const python = positionals[0];
if (python === undefined) {
  console.error("usage: node src/data/refresh-policies.mjs PYTHON [--date YYYY-MM-DD] [--check]");
  process.exit(2);
}

const before = readFileSync(target, "utf8");
const previous = JSON.parse(before || "{}");
const answer = JSON.parse(execFileSync(python, ["-c", question], { encoding: "utf8", maxBuffer: 64 << 20 }));
const date = values.date ?? (previous.release === answer.release ? previous.date : undefined);
if (date === undefined && !values.check) {
  console.error(
    `auditwheel ${answer.release} is not the release in policies.json; give its date with --date`,
  );
  process.exit(2);
}
const policies = Object.entries(answer.policies).flatMap(([libc, list]) =>
  list
    // `linux`, which admits everything, is not a policy of ours.
    .filter((policy) => policy.name !== "linux")
    .map((policy) => convert(libc, policy))
    .sort((a, b) => b.priority - a.priority),
);

if (values.check) {
  const same =
    JSON.stringify([policies, answer.muslSonames]) ===
    JSON.stringify([previous.policies, previous.muslSonames]);
  console.log(`policies.json ${same ? "equals" : "differs from"} auditwheel ${answer.release}`);
  process.exit(same ? 0 : 1);
}
const { format } = await import("prettier");
const document = {
  source: "pypa/auditwheel",
  release: answer.release,
  date,
  license: "MIT",
  muslSonames: answer.muslSonames,
  policies,
};
writeFileSync(target, await format(JSON.stringify(document), { parser: "json", printWidth: 110 }));
console.log(`policies.json: ${policies.length} policies of auditwheel ${answer.release}, ${date}`);
