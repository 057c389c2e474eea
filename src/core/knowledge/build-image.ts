/**
 * The container images in which wheels are built, maintained by PyPA (pypa/manylinux): which of them gives a wheel that
 * fits a tag. Images whose support has ended are left out.
 */
import type { Architecture } from "../../facts/model.ts";
import { compareNumbers } from "../../facts/names/version-name.ts";

interface BuildImage {
  /** Without the architecture, e.g. `manylinux_2_28`. */
  readonly name: string;
  readonly libc: "glibc" | "musl";
  /** Version of the C library inside; a wheel built there needs at most this. */
  readonly release: readonly number[];
  readonly architectures: readonly Architecture[];
}

const IMAGES: readonly BuildImage[] = [
  {
    name: "manylinux2014",
    libc: "glibc",
    release: [2, 17],
    architectures: ["x86_64", "i686", "aarch64", "ppc64le", "s390x"],
  },
  {
    name: "manylinux_2_28",
    libc: "glibc",
    release: [2, 28],
    architectures: ["x86_64", "aarch64", "ppc64le", "s390x"],
  },
  { name: "manylinux_2_31", libc: "glibc", release: [2, 31], architectures: ["armv7l"] },
  {
    name: "manylinux_2_34",
    libc: "glibc",
    release: [2, 34],
    architectures: ["x86_64", "aarch64", "ppc64le", "s390x"],
  },
  { name: "manylinux_2_35", libc: "glibc", release: [2, 35], architectures: ["armv7l"] },
  { name: "manylinux_2_39", libc: "glibc", release: [2, 39], architectures: ["aarch64", "riscv64"] },
  {
    name: "musllinux_1_2",
    libc: "musl",
    release: [1, 2],
    architectures: ["x86_64", "i686", "aarch64", "armv7l", "ppc64le", "s390x", "riscv64"],
  },
];

/** The newest image that is no newer than `release`, e.g. `manylinux_2_28_x86_64` for glibc 2.31; null: there is none. */
export function buildImage(
  libc: "glibc" | "musl",
  architecture: Architecture,
  release: readonly number[],
): string | null {
  const fit = IMAGES.filter(
    (image) =>
      image.libc === libc &&
      image.architectures.includes(architecture) &&
      (libc === "musl" || compareNumbers(image.release, release) <= 0),
  ).at(-1);
  return fit === undefined ? null : `${fit.name}_${architecture}`;
}
