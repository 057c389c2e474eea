/** The shapes of facts/code-facts.ts, as the reader's JSON must have them. */
import type {
  CudaCode,
  CudaTarget,
  CxxClass,
  CxxFacts,
  CxxNames,
  FatbinGroup,
  GpuCode,
  HipCode,
  NameReading,
  PythonNames,
  RuntimeNames,
  SymbolGroup,
} from "../../facts/code-facts.ts";
import { isNumber, isString, listOf, oneOf, orNull, shape, type Check } from "./json-check.ts";

export const isGroup = shape<SymbolGroup>({ count: isNumber, symbols: listOf(isString) });

const isCxxNames = shape<CxxNames>({
  new: isGroup,
  old: isGroup,
  both: isGroup,
  libcxx: isGroup,
  stray: isGroup,
  neutral: isNumber,
  scopes: listOf(isString),
});

export const isCxx = shape<CxxFacts>({
  fromRuntime: isCxxNames,
  fromOthers: isCxxNames,
  own: isCxxNames,
  runtime: shape<RuntimeNames>({
    count: isNumber,
    new: isNumber,
    old: isNumber,
    libcxx: isNumber,
    nonshared: isNumber,
    hybridMarks: isGroup,
    staticMarks: isGroup,
  }),
});

export const isPython = shape<PythonNames>({
  imports: listOf(isString),
  exports: listOf(isString),
  exportCount: isNumber,
  locals: orNull(listOf(isString)),
});

const isCuda = shape<CudaCode>({
  containers: isNumber,
  bytes: isNumber,
  damaged: isNumber,
  places: listOf(
    shape<CudaCode["places"][number]>({ section: orNull(isString), containers: isNumber, bytes: isNumber }),
  ),
  targets: listOf(
    shape<CudaTarget>({
      kind: oneOf("sass", "ptx", "lto-ir", "other"),
      kindNumber: isNumber,
      arch: isNumber,
      suffix: oneOf("", "a", "f"),
      ptxIsa: orNull(isString),
      entries: isNumber,
      bytes: isNumber,
      inflatedBytes: isNumber,
      compression: oneOf("none", "lz4", "zstd", "other", "mixed"),
    }),
  ),
  groups: listOf(shape<FatbinGroup>({ targets: listOf(isNumber), containers: isNumber, bytes: isNumber })),
  moreContainers: isNumber,
  toolkits: listOf(isString),
});

const isHip = shape<HipCode>({
  bundles: isNumber,
  compressedBundles: isNumber,
  bytes: isNumber,
  targets: listOf(
    shape<HipCode["targets"][number]>({ target: isString, entries: isNumber, bytes: isNumber }),
  ),
});

export const isMark = oneOf(
  ".go.buildinfo",
  ".note.go.buildid",
  ".note.gnu.gold-version",
  ".gnu.build.attributes",
  ".relr.dyn",
  ".nv_fatbin",
  "__nv_relfatbin",
  ".nvFatBinSegment",
  ".hip_fatbin",
  ".hipFatBinSegment",
);

export const isGpu = shape<GpuCode>({ cuda: orNull(isCuda), hip: orNull(isHip) });

export const isClass: Check<CxxClass> = oneOf("new", "old", "both", "libc++", "neutral");

export const isNames = listOf(
  shape<NameReading>({ name: isString, demangled: orNull(isString), cxx: orNull(isClass) }),
);
