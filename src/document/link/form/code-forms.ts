/** How the facts beyond the loader's tables are written: C++ names, Python names, GPU code. Part of version 1, like elf-form.ts. */
import type {
  CudaCode,
  CudaTarget,
  CxxFacts,
  CxxNames,
  FatbinGroup,
  GpuCode,
  HipCode,
  PythonNames,
  RuntimeNames,
  SymbolGroup,
} from "../../../facts/code-facts.ts";
import { count, listOf, Malformed, name, oneOf, orNull, record, row, text, type Form } from "./form.ts";
import { pythonNames } from "./python-names.ts";

const EMPTY: SymbolGroup = { count: 0, symbols: [] };
const noGroup = (): SymbolGroup => EMPTY;
const names = listOf(name);

/** The count, then the names; the bare count where none is listed. */
export const group: Form<SymbolGroup> = {
  write: (value, to) =>
    value.symbols.length === 0 ? value.count : [value.count, ...value.symbols.map((each) => to(each))],
  read(json, from) {
    if (typeof json === "number") return { count: count.read(json, from), symbols: [] };
    const [total, ...symbols] = from.list(json);
    return { count: count.read(total, from), symbols: symbols.map((each) => from.name(each)) };
  },
};

const cxxNames = record<CxxNames>({
  new: { key: "n", form: group, usual: noGroup },
  old: { key: "o", form: group, usual: noGroup },
  both: { key: "b", form: group, usual: noGroup },
  libcxx: { key: "l", form: group, usual: noGroup },
  stray: { key: "s", form: group, usual: noGroup },
  neutral: { key: "u", form: count, usual: () => 0 },
  scopes: { key: "c", form: names, usual: () => [] },
});

const noNames = (): CxxNames => ({
  new: EMPTY,
  old: EMPTY,
  both: EMPTY,
  libcxx: EMPTY,
  stray: EMPTY,
  neutral: 0,
  scopes: [],
});

export const cxx: Form<CxxFacts> = record<CxxFacts>({
  fromRuntime: { key: "r", form: cxxNames, usual: noNames },
  fromOthers: { key: "f", form: cxxNames, usual: noNames },
  own: { key: "o", form: cxxNames, usual: noNames },
  runtime: {
    key: "t",
    form: record<RuntimeNames>({
      count: { key: "c", form: count, usual: () => 0 },
      new: { key: "n", form: count, usual: () => 0 },
      old: { key: "o", form: count, usual: () => 0 },
      libcxx: { key: "l", form: count, usual: () => 0 },
      nonshared: { key: "s", form: count, usual: () => 0 },
      hybridMarks: { key: "h", form: group, usual: noGroup },
      staticMarks: { key: "m", form: group, usual: noGroup },
    }),
    usual: () => ({
      count: 0,
      new: 0,
      old: 0,
      libcxx: 0,
      nonshared: 0,
      hybridMarks: EMPTY,
      staticMarks: EMPTY,
    }),
  },
});

export const python: Form<PythonNames> = record<PythonNames>({
  imports: { key: "i", form: pythonNames, usual: () => [] },
  exports: { key: "e", form: pythonNames, usual: () => [] },
  exportCount: { key: "n", form: count, usual: ({ exports }) => exports.length },
  locals: { key: "l", form: orNull(pythonNames), usual: () => null },
});

const target = row<CudaTarget>({
  kind: oneOf("sass", "ptx", "lto-ir", "other"),
  kindNumber: count,
  arch: count,
  suffix: oneOf("", "a", "f"),
  ptxIsa: orNull(text),
  entries: count,
  bytes: count,
  inflatedBytes: count,
  compression: oneOf("none", "lz4", "zstd", "other", "mixed"),
});

const cudaRecord = record<CudaCode>({
  containers: { key: "c", form: count },
  bytes: { key: "b", form: count },
  damaged: { key: "d", form: count, usual: () => 0 },
  places: {
    key: "p",
    form: listOf(row<CudaCode["places"][number]>({ section: orNull(name), containers: count, bytes: count })),
    usual: () => [],
  },
  targets: { key: "t", form: listOf(target), usual: () => [] },
  groups: {
    key: "g",
    form: listOf(row<FatbinGroup>({ targets: listOf(count), containers: count, bytes: count })),
    usual: () => [],
  },
  moreContainers: { key: "m", form: count, usual: () => 0 },
  toolkits: { key: "k", form: names, usual: () => [] },
});

/** Groups name targets by their place, which must be there. */
const cuda: Form<CudaCode> = {
  write: (value, to) => cudaRecord.write(value, to),
  read(json, from) {
    const code = cudaRecord.read(json, from);
    const within = (index: number): boolean => index < code.targets.length;
    if (!code.groups.every(({ targets }) => targets.every(within))) throw new Malformed("target");
    return code;
  },
};

const hip = record<HipCode>({
  bundles: { key: "n", form: count },
  compressedBundles: { key: "z", form: count, usual: () => 0 },
  bytes: { key: "b", form: count },
  targets: {
    key: "t",
    form: listOf(row<HipCode["targets"][number]>({ target: name, entries: count, bytes: count })),
    usual: () => [],
  },
});

export const gpu: Form<GpuCode> = record<GpuCode>({
  cuda: { key: "c", form: orNull(cuda), usual: () => null },
  hip: { key: "h", form: orNull(hip), usual: () => null },
});
