/** What one string of `.comment` says: every compiler, and some linkers, leave one in each object they make. */
import type { Tool } from "../readings.ts";
import type { RedHatGcc, ToolchainKnowledge } from "../../knowledge/toolchain.ts";

/** A string of `.comment` that is understood. */
export interface CompilerMark {
  /** The string itself. */
  readonly text: string;
  readonly kind: Tool["kind"];
  /** `GCC`, `Clang`, `rustc`, `Zig`, `LLD`, `mold`, `Intel oneAPI compiler`, … */
  readonly name: string;
  readonly version: string | null;
  /** `gcc-toolset-14 (Red Hat)`, `Debian 12`, `Alpine`, `LLVM project`; null: not known. */
  readonly packaging: string | null;
  /** Only for Red Hat's GCC that is known. */
  readonly redhat: RedHatGcc | null;
  /**
   * The release of RHEL that a package name states besides the compiler's version (`.module_el8.10.0`); null: not known.
   */
  readonly rhel: number | null;
}

type Fields = Partial<Omit<CompilerMark, "text" | "kind" | "name">>;

/** Longer strings are no compiler's. */
const LONGEST = 400;

/** Null for a string that we do not know. */
export function readMark(text: string, knowledge: ToolchainKnowledge): CompilerMark | null {
  if (text.length > LONGEST) return null;
  let known = answers.get(knowledge);
  if (known === undefined) answers.set(knowledge, (known = new Map()));
  let mark = known.get(text);
  if (mark === undefined) {
    mark = understand(text, knowledge);
    if (known.size >= ANSWER_LIMIT) known.clear();
    known.set(text, mark);
  }
  return mark;
}

/** The files of one wheel have the same few strings, and several readings ask for them. */
const answers = new WeakMap<ToolchainKnowledge, Map<string, CompilerMark | null>>();
const ANSWER_LIMIT = 1000;

function understand(text: string, knowledge: ToolchainKnowledge): CompilerMark | null {
  const mark = (kind: Tool["kind"], name: string, fields: Fields): CompilerMark => ({
    text,
    kind,
    name,
    version: null,
    packaging: null,
    redhat: null,
    rhel: null,
    ...fields,
  });
  const gcc = /^GCC: \(([^)]*)\) (\d+(?:\.\d+)*)(?: (\d{8}))?(.*)$/.exec(text);
  if (gcc !== null) {
    const [, vendor = "", version = "", date = "", rest = ""] = gcc;
    return mark("compiler", "GCC", { version, ...gccPackaging(vendor, version, date, rest, knowledge) });
  }
  const rustc = /^rustc version (\S+)/.exec(text);
  if (rustc?.[1] !== undefined) return mark("compiler", "rustc", { version: rustc[1] });
  const lld = /^Linker: (?:(Debian|Ubuntu) )?LLD (\d+(?:\.\d+)*)/.exec(text);
  if (lld?.[2] !== undefined) {
    const own = text.includes("/checkout/src/llvm-project/llvm");
    return mark("linker", "LLD", { version: lld[2], packaging: own ? "rustc" : (lld[1] ?? null) });
  }
  const mold = /^mold (\d+(?:\.\d+)*)/.exec(text);
  if (mold?.[1] !== undefined) return mark("linker", "mold", { version: mold[1] });
  const icx = /^Intel\(R\) oneAPI DPC\+\+\/C\+\+ Compiler (\d+(?:\.\d+)*)/.exec(text);
  if (icx?.[1] !== undefined) return mark("other", "Intel oneAPI compiler", { version: icx[1] });
  if (/^Intel\(R\).{0,80}Compiler.{0,80}Version/.test(text)) return mark("other", "Intel C++ compiler", {});
  const clang = /(?:^|\s)clang version (\d+(?:\.\d+)*\S*)/.exec(text);
  if (clang?.[1] !== undefined) return mark("compiler", ...clangOrZig(text, clang[1]));
  return null;
}

function clangOrZig(text: string, version: string): [name: string, fields: Fields] {
  if (text.includes("github.com/ziglang/")) return ["Zig", { packaging: `Clang ${version}` }];
  const module = /\.module_el(\d{1,2})/.exec(text)?.[1];
  if (module !== undefined)
    return ["Clang", { version, packaging: `RHEL ${module} module`, rhel: Number(module) }];
  const packaged =
    /^(Debian|Ubuntu|Alpine) clang/.exec(text)?.[1] ?? /\((Fedora|Red Hat)[ )]/.exec(text)?.[1];
  if (packaged !== undefined) return ["Clang", { version, packaging: packaged }];
  if (text.includes("chromium.googlesource.com")) return ["Clang", { version, packaging: "Chromium" }];
  if (/android/i.test(text)) return ["Clang", { version, packaging: "Android NDK" }];
  return ["Clang", { version, packaging: text.includes("github.com/llvm/") ? "LLVM project" : null }];
}

function gccPackaging(
  vendor: string,
  version: string,
  date: string,
  rest: string,
  knowledge: ToolchainKnowledge,
): Fields {
  if (rest.includes("(Red Hat ")) {
    const redhat =
      knowledge.redhatGcc.find((row) => row.gcc === version && date.startsWith(row.date ?? "")) ?? null;
    return {
      redhat,
      packaging:
        redhat === null || redhat.base ? (redhat?.product ?? "Red Hat") : `${redhat.product} (Red Hat)`,
    };
  }
  const [name = "", build = ""] = vendor.split(" ");
  if (name === "Debian" || name === "Ubuntu") {
    const stated = name === "Debian" ? /deb(\d{1,2})u/.exec(build) : /~(\d{2}\.\d{2})/.exec(build);
    const known = knowledge.distributionGcc.find((row) => row.family === name && row.gcc === version);
    const release = stated?.[1] ?? known?.release;
    return { packaging: release === undefined ? name : `${name} ${release}` };
  }
  if (name === "Alpine") return { packaging: "Alpine" };
  if (name === "crosstool-NG") return { packaging: "crosstool-NG" };
  if (rest.includes("(altstack)")) return { packaging: "altstack" };
  return { packaging: vendor === "GNU" ? null : vendor.slice(0, 40) };
}
