/**
 * Runs `readelf` (GNU binutils) over one file and turns what it prints into plain values. Written from readelf's output alone:
 * it shares no code, and no reading of the format, with the reader it is compared with.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

// --unicode=hex: without it, readelf 2.40 prints only the first byte of a letter outside ASCII in a symbol's name.
const options = [
  "-W",
  "--unicode=hex",
  "-h",
  "-l",
  "-S",
  "-d",
  "-V",
  "--dyn-syms",
  "-n",
  "-A",
  "-p",
  ".comment",
];

/** @returns what readelf says, or `errors` where it could not read the file */
export async function readelf(file) {
  const child = spawn("readelf", [...options, file], {
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += errors.length < 4000 ? text : ""));
  const ended = new Promise((done, fail) => child.on("close", done).on("error", fail));
  const parser = createParser();
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    parser.line(line.replace(/<0x([0-9a-f]+)>/g, (_, hex) => Buffer.from(hex, "hex").toString("utf8")));
  }
  await ended;
  return {
    ...parser.said,
    errors: errors.split("\n").filter((l) => /readelf: Error/.test(l)),
    /** It gave up on a note section: patchelf states an alignment of 8 for notes that are padded to 4. */
    notesUnread: errors.includes("note with invalid namesz"),
  };
}

/** Which part of the output a line opens. */
const openings = [
  [/^ELF Header:/, "header"],
  [/^Section Headers:/, "sections"],
  [/^Program Headers:/, "segments"],
  [/^ Section to Segment mapping|^Key to Flags:/, "other"],
  [/^Dynamic section at offset|^The dynamic section/, "dynamic"],
  [/^Symbol table ('.dynsym' |for image )/, "symbols"],
  [/^Symbol table /, "other"],
  [/^Version symbols section/, "versionNames"],
  [/^Version needs section/, "needs"],
  [/^Version definition section/, "definitions"],
  [/^Displaying notes found/, "notes"],
  [/^String dump of section '\.comment'/, "comment"],
  [/^Attribute Section: aeabi/, "attributes"],
  [/^Histogram|^There are no |^No version information/, "other"],
];

function createParser() {
  const said = {
    header: {},
    sections: [],
    segments: [],
    interpreter: null,
    dynamic: [],
    symbols: [],
    needs: [],
    definitions: [],
    /** Of every entry of the symbol table, the name that the version table gives it. */
    versionNames: [],
    buildId: null,
    isa: null,
    android: false,
    comment: [],
    cpu: null,
  };
  let part = "other";
  let provider = "";
  const read = {
    other() {},
    header(line) {
      const at = line.indexOf(":");
      if (at > 0) said.header[line.slice(0, at).trim()] ??= line.slice(at + 1).trim();
    },
    sections(line) {
      // "[Nr] Name Type Address Off Size ES Flg Lk Inf Al"; the name may be missing or hold spaces.
      const found = /^\s+\[\s*\d+\] (.*?)\s+(\S+)\s+[0-9a-f]{8,16} [0-9a-f]{6,} [0-9a-f]{6,} /.exec(line);
      if (found) said.sections.push({ name: found[1].trim(), type: found[2] });
    },
    segments(line) {
      const interpreter = /^\s+\[Requesting program interpreter: (.*)\]$/.exec(line);
      if (interpreter) said.interpreter = interpreter[1];
      const found =
        /^\s+(\S+)\s+(0x[0-9a-f]+) (0x[0-9a-f]+) 0x[0-9a-f]+ 0x[0-9a-f]+ (0x[0-9a-f]+) (...) (0x[0-9a-f]+|0)$/.exec(
          line,
        );
      if (found) {
        const [, type, offset, address, memory, flags, align] = found;
        const apart = BigInt.asUintN(64, BigInt(address) - BigInt(offset));
        said.segments.push({ type, flags, apart, memory: Number(memory), align: Number(align) });
      }
    },
    dynamic(line) {
      const found = /^ 0x[0-9a-f]+ \((\w+)\)\s*(.*)$/.exec(line);
      if (found) said.dynamic.push({ tag: found[1], value: found[2] });
    },
    symbols(line) {
      const symbol = parseSymbol(line);
      if (symbol) said.symbols.push(symbol);
    },
    versionNames(line) {
      // "  004:   3 (FOO_2.0)       3h(FOO_2.0)", where h is hidden.
      if (!/^ {2}[0-9a-f]{3,}:/.test(line)) return;
      for (const [, name] of line.matchAll(/[0-9a-f]+[h ]\((.*?)\)/g)) said.versionNames.push(name.trimEnd());
    },
    needs(line) {
      const file = /Version: \d+\s+File: (.*?)\s+Cnt: \d+$/.exec(line);
      if (file) provider = file[1];
      const need = /Name: (.*?)\s+Flags: (.*?)\s+Version: (\d+)$/.exec(line);
      if (need)
        said.needs.push({
          library: provider,
          version: need[1],
          weak: need[2].includes("WEAK"),
          index: Number(need[3]),
        });
    },
    definitions(line) {
      const found = /Rev: \d+\s+Flags: (.*?)\s+Index: \d+\s+Cnt: \d+\s+Name: (.*)$/.exec(line);
      if (found && !found[1].includes("BASE")) said.definitions.push(found[2].trimEnd());
    },
    notes(line) {
      const id = /Build ID: ([0-9a-f]+)/.exec(line);
      if (id) said.buildId ??= id[1];
      const isa = /x86 ISA needed: (.*)$/.exec(line);
      if (isa) said.isa ??= isa[1];
      if (/^\s+Android\s/.test(line)) said.android = true;
    },
    comment(line) {
      const found = /^\s+\[\s*[0-9a-f]+\] {2}(.*)$/.exec(line);
      if (found) said.comment.push(found[1]);
    },
    attributes(line) {
      const found = /^\s+Tag_CPU_arch: (.*)$/.exec(line);
      if (found) said.cpu ??= found[1];
    },
  };
  function line(text) {
    const opening = /^\S| Section to/.test(text)
      ? openings.find(([pattern]) => pattern.test(text))
      : undefined;
    if (opening) part = opening[1];
    else read[part](text);
  }
  return { said, line };
}

/** "   3: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND malloc@GLIBC_2.2.5 (2)"; some machines add "[…]" after the visibility. */
const symbolLine =
  /^\s*(\d+): [0-9a-f]+\s+(?:0x[0-9a-f]+|\d+) (\S+|<\S+ specific>: \d+)\s+(\S+|<\S+ specific>: \d+)\s+(DEFAULT|HIDDEN|INTERNAL|PROTECTED)\s+(?:\[.*?\]\s+)?(\S+)(?: (.*))?$/;

function parseSymbol(line) {
  const found = symbolLine.exec(line);
  if (found === null) return null;
  const [, index, type, binding, , section, rest = ""] = found;
  if (index === "0" || binding === "LOCAL") return null;
  // `@@`: the default version of a definition, `@`: hidden or needed; "(n)" is the index of a need.
  const versioned = /^(.*?)@{1,2}([^@]*?)(?: \((\d+)\))?$/.exec(rest);
  return {
    index: Number(index),
    name: versioned ? versioned[1] : rest,
    defined: section !== "UND",
    binding: bindings[binding] ?? "other",
    type: symbolTypes.has(type) ? type.toLowerCase() : (otherTypes[type] ?? "other"),
    version: versioned ? versioned[2] : null,
    needIndex: versioned?.[3] === undefined ? null : Number(versioned[3]),
  };
}

/** readelf names the GNU extensions only in files marked as GNU's (OSABI); loaders do not look at the mark. */
const bindings = { GLOBAL: "global", WEAK: "weak", UNIQUE: "unique", "<OS specific>: 10": "unique" };
const otherTypes = { "<OS specific>: 10": "ifunc" };
const symbolTypes = new Set(["NOTYPE", "OBJECT", "FUNC", "SECTION", "FILE", "COMMON", "TLS", "IFUNC"]);
