// Rewrites names.json and later.json from stubs, lists and libraries:
//
//   node src/data/libc-names/refresh.mjs --date YYYY-MM-DD --stub 1.2.2=FILE … --abilists FILE --measured 2.36 \
//     --libraries x86_64=FOLDER … [--check]
//
// --stub: `lib/libc/musl/libc.S` of a release of Zig, and the musl it is of (`src/internal/version.h` beside it), oldest first; the last
// must tell all architectures apart (Zig 0.14 and later). --abilists: `lib/libc/glibc/abilists` of Zig. --libraries: where libc.so.6,
// libm.so.6 and the loader of an architecture lie, all of glibc --measured; 32-bit Arm is "armv7l armv6l". `readelf` must be there.
// --check writes nothing and exits with 1 when a file would change.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { architectures, glibc, musl } from "./join.mjs";
import { readAbilists, readLibrary, readStub } from "./read.mjs";

const words = (text) => text.split(/\s+/).filter((word) => word !== "");

/** The oldest release of glibc that anybody asks about: that of PEP 513 (manylinux1). Of musl it is 1.1.24. */
const FIRST_GLIBC = "2.5";

/**
 * In the process with every program: what glibc 2.34 and later have in libc.so.6 alone, and the loader. libresolv is not, but who asks
 * for its names names the library too.
 */
const LISTED = words("c ld m pthread dl rt util resolv");
const IN_PROCESS = /^(?:lib(?:c|m|pthread|dl|rt|util|resolv)\.so\.\d|ld(?:64|-linux.*)?\.so\.\d)$/;

/** What the loader of musl 1.2.4 and later finds in place of a name with 64 at its end (get_lfs64 in ldso/dynlink.c). */
const lfs64 =
  words(`aio_cancel aio_error aio_fsync aio_read aio_return aio_suspend aio_write alphasort creat fallocate fgetpos
  fopen freopen fseeko fsetpos fstat fstatat fstatfs fstatvfs ftello ftruncate ftw getdents getrlimit glob globfree lio_listio
  lockf lseek lstat mkostemp mkostemps mkstemp mkstemps mmap nftw open openat posix_fadvise posix_fallocate pread preadv prlimit
  pwrite pwritev readdir scandir sendfile setrlimit stat statfs statvfs tmpfile truncate versionsort __fxstat __fxstatat
  __lxstat __xstat`)
    .map((name) => `${name}64`)
    .concat("readdir64_r");

/** What no stub says: README.md says from where. */
const known = {
  lfs64,
  since: (name, architecture) => {
    if (/^__(fx|lx|x)stat(at)?$/.test(name)) return "";
    if (["_Fork", "gettid", "reallocarray", "tcgetwinsize", "tcsetwinsize"].includes(name)) return "1.2.2";
    // On 32 bits, 1.2.0 made time_t longer and gave the functions that take one another name.
    const short = architectures[architecture][1].includes("TIME32");
    return short && /^__.*64(_r)?$/.test(name) ? "1.2.0" : undefined;
  },
  after: [
    ["posix_getdents", "1.2.6"],
    ["renameat2", "1.2.6"],
  ],
};

/** Names that some releases between do not find; without `on`: on all architectures. */
const gaps = [
  // The loader copies a name into 16 bytes before it takes the 64 off; this one is longer.
  { names: "posix_fallocate64", releases: "1.2.4 1.2.5" },
  // The names of the calls with a short time_t were those with 64 until 1.2.4.
  {
    names: "__fxstat __fxstatat __lxstat __xstat",
    releases: "1.2.0 1.2.1 1.2.2 1.2.3",
    on: "i686 armv7l armv6l",
  },
];

const pair = (text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)];
const options = Object.fromEntries(
  ["date", "stub", "abilists", "measured", "libraries"].map((name) => [
    name,
    { type: "string", multiple: name === "stub" || name === "libraries" },
  ]),
);
const { values } = parseArgs({ options: { ...options, check: { type: "boolean", default: false } } });
if (Object.keys(options).some((name) => values[name] === undefined)) {
  console.error("usage: see the top of this file; all options but --check must be given");
  process.exit(2);
}

const stubs = values.stub.map(pair).map(([release, path]) => {
  return [release, (architecture) => readStub(path, words(architectures[architecture][1]))];
});
const folders = Object.fromEntries(
  values.libraries.map(pair).map(([architecture, folder]) => [
    architecture,
    readdirSync(folder)
      .filter((file) => IN_PROCESS.test(file))
      .map((file) => readLibrary(join(folder, file))),
  ]),
);
const lists = readAbilists(values.abilists);
const newest = lists.newest.slice(0, 2).join(".");
const ofMusl = musl(stubs, known);
const ofGlibc = glibc(lists.entries, LISTED, folders, { first: FIRST_GLIBC, measured: values.measured });

const sources = {
  asOf: values.date,
  musl: `Zig's stubs of musl ${stubs.map(([release]) => release).join(", ")}`,
  glibc: `Zig's list of glibc up to ${newest}, Debian's libraries of ${values.measured}`,
};
const texts = {
  "names.json": {
    sources,
    musl: { always: ofMusl.always, onlyOn: ofMusl.onlyOn, hidden: {} },
    glibc: { always: ofGlibc.always, onlyOn: ofGlibc.onlyOn, hidden: ofGlibc.hidden },
  },
  "later.json": { sources, musl: ofMusl.later, glibc: ofGlibc.later, gaps },
};
let same = true;
for (const [file, document] of Object.entries(texts)) {
  const target = fileURLToPath(new URL(file, import.meta.url));
  const text = await format(JSON.stringify(document), { parser: "json", printWidth: 110 });
  const isSame = existsSync(target) && readFileSync(target, "utf8") === text;
  console.log(`${file}: ${isSame ? "as before" : "differs"}, ${text.length} bytes`);
  if (!values.check) writeFileSync(target, text);
  same &&= isSame;
}
if (values.check && !same) process.exitCode = 1;
