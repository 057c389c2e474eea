import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, say, tag, version } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { compliance, manylinuxImages, pep599, policies, thread } from "../../sources.ts";

export const architectures: ConceptText = {
  summary: "aarch64, ppc64le, s390x, riscv64: the same rules, with other numbers.",
  whatItIs: [
    say`Machine code is for one kind of processor, named at the end of the platform tag. ${tag("x86_64")} is the common PC; ${tag("aarch64")} 64-bit ARM, from the Raspberry Pi to cloud servers; ${tag("armv7l")} 32-bit ARM; ${tag("ppc64le")} IBM’s POWER; ${tag("s390x")} IBM’s mainframes, big-endian; ${tag("riscv64")} and ${tag("loongarch64")} the newest. manylinux began with x86_64 and i686; PEP 599 added five in 2019. riscv64 is there from 2_31 on, loongarch64 from 2_36.`,
    say`Each has policies of its own, because history differs. A version that exists on one may not exist on another: the oldest glibc version on x86_64 is ${version("GLIBC_2.2.5")}, on aarch64 ${version("GLIBC_2.17")}, on riscv64 ${version("GLIBC_2.27")}. So the same source, built in the same release of an image, can have different floors. On ppc64le and s390x there are more families of versions for their forms of ${code("long double")}.`,
    say`Below the tag there are levels. x86-64-v2, v3 and v4 name sets of instructions; ${tag("x86_64")} promises the first processors only.`,
  ],
  whyItBreaks: [
    say`Code for another processor does not load. The message can mislead: “cannot open shared object file: No such file or directory”, although the file is there; only for 32 bits in place of 64 it says “wrong ELF class”. Such code gets into wheels when a build for several architectures shares a directory, or when a prebuilt binary is added.`,
    say`On ARM and POWER the size of memory pages varies: 4 KiB, 16 KiB or 64 KiB. A library aligned for 4 KiB is refused on a kernel with larger ones.`,
    say`A linker note may demand x86-64-v2 or v3. AlmaLinux 9 itself is built for v2, and what is linked in its image with ${code("-mneeded")} inherits that.`,
  ],
  howToFix: [
    say`Build each architecture in its own image, on a machine of that kind or under emulation (${code("qemu")}), and compare the wheels of a release with each other: a newer floor on one of them is often an oversight.`,
    say`Keep the linker’s default alignment: 64 KiB on aarch64 and ppc64le. Mind old versions of patchelf, which aligned for 4 KiB.`,
    say`Choose fast code paths at run time, not with ${code("-march=native")}.`,
  ],
  seeYourself: [
    {
      command: "readelf --file-header FILE.so | grep -E 'Class|Data|Machine'",
      shows: "For which processor the file is.",
      output: `  Class:                             ELF64
  Data:                              2's complement, big endian
  Machine:                           IBM S/390`,
      measuredOn: "on_s390x: on_s390x/_core.cpython-312-s390x-linux-gnu.so",
    },
    {
      command: "readelf --program-headers --wide FILE.so | grep LOAD",
      shows: "The alignment in the last column: 0x1000 is 4 KiB, too little for some ARM machines.",
      output: `  LOAD           0x000000 0x0000000000000000 0x0000000000000000 0x00040c 0x00040c R E 0x1000
  LOAD           0x000eb0 0x0000000000001eb0 0x0000000000001eb0 0x000168 0x000168 RW  0x1000`,
      measuredOn: "small_pages: small_pages/_core.cpython-312-aarch64-linux-gnu.so",
    },
    {
      command: "readelf --notes FILE.so | grep 'ISA needed'",
      shows: "The level of x86-64, where the file states one.",
      output: `      Properties: x86 ISA needed: x86-64-v3`,
      measuredOn: "isa_v3: isa_v3/_core.cpython-312-x86_64-linux-gnu.so",
    },
  ],
  sources: [
    pep599,
    policies,
    compliance,
    manylinuxImages,
    thread("pypa/manylinux", 1725, "manylinux_2_34 and x86-64-v2"),
    { title: `x86-64 psABI, “Program Property”`, address: null },
    SOURCES.gabi,
  ],
  findings: [
    "wrong-architecture",
    "mixed-architectures",
    "isa-above-baseline",
    "page-alignment",
    "claimed-tag-unknown",
  ],
  concepts: ["manylinux", "glibc-floor", "libstdcxx-versions"],
};
