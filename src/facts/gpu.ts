/** GPU code inside a library, wherever in the file it lies; read by wasm/src/gpu. */
import { count, field, listOf, name, oneOf, orNull, record, row, text } from "./describe.ts";
import { CUDA_COMPRESSIONS, CUDA_KINDS, CUDA_SUFFIXES } from "./reader-lists.ts";

const figure = (key: string, about: string) => field(count, { key, about });
const usuallyNone = (key: string, about: string) => field(count, { key, usual: 0, about });

/** Images of one kind for one architecture, over all containers. Sizes are bytes. */
export const cudaTarget = row({
  /** `sass`: a cubin for one architecture; `ptx`: text that the driver compiles; `lto-ir`: for linking at run time. */
  kind: oneOf(CUDA_KINDS),
  /** The kind's number in the entry header: 1 PTX, 2 cubin, 8 NVVM IR. */
  kindNumber: count,
  /** Compute capability as one number: 75, 90, 120. */
  arch: count,
  /** `a`: this architecture only; `f`: its family. */
  suffix: oneOf(CUDA_SUFFIXES),
  /** Version of the PTX language, e.g. `8.4`; null: not PTX. */
  ptxIsa: orNull(text),
  entries: count,
  /** Stored bytes of the payloads. */
  bytes: count,
  /** Bytes after decompression. */
  inflatedBytes: count,
  /** `mixed`: entries differ. */
  compression: oneOf(CUDA_COMPRESSIONS),
});

/** Containers that hold code for the same set of targets. */
export const fatbinGroup = row({
  /** Places in `targets`, ascending. */
  targets: listOf(count),
  containers: count,
  bytes: count,
});

/** CUDA fat binaries (fatbinary.h). */
export const cuda = record(
  {
    containers: figure("c", "Containers that walk cleanly from header to end."),
    bytes: figure("b", "Their bytes in the file, headers included."),
    damaged: usuallyNone("d", "Places that begin like a container and do not walk cleanly."),
    places: field(listOf(row({ section: orNull(name), containers: count, bytes: count })), {
      key: "p",
      usual: [],
      about: "The sections in which they begin (null: outside of every section), most bytes first.",
    }),
    targets: field(listOf(cudaTarget), {
      key: "t",
      usual: [],
      about:
        "What the entries are for, each target once: SASS, PTX, then others, by architecture and suffix.",
    }),
    groups: field(listOf(fatbinGroup), {
      key: "g",
      usual: [],
      about: "Containers by the set of their targets, most frequent first; at most 256 sets.",
    }),
    moreContainers: usuallyNone("m", "Containers with other sets."),
    toolkits: field(listOf(name), {
      key: "k",
      usual: [],
      about: "Toolkits named by notes inside cubins that could be read, sorted.",
    }),
  },
  // Groups name targets by their place, which must be there.
  {
    where: ({ groups, targets }) =>
      groups.every((group) => group.targets.every((place) => place < targets.length)),
  },
);

/** Code object bundles of ROCm (Clang offload bundler). */
export const hip = record({
  bundles: figure("n", "Bundles."),
  compressedBundles: usuallyNone("z", "Bundles compressed as a whole (CCOB), whose targets are not read."),
  bytes: figure("b", "Their bytes in the file."),
  targets: field(listOf(row({ target: name, entries: count, bytes: count })), {
    key: "t",
    usual: [],
    about: "Target ids without their triple, such as gfx90a:xnack-, sorted.",
  }),
});

export const gpu = record({
  cuda: field(orNull(cuda), { key: "c", usual: null, about: "CUDA; null: none." }),
  hip: field(orNull(hip), { key: "h", usual: null, about: "ROCm; null: none." }),
});
