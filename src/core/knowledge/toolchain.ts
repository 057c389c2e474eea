/**
 * What is known of compilers and of the C and C++ libraries that came with them: releases, their version names, who packaged
 * which compiler, and which build image has it. Filled by src/data/toolchain.ts.
 *
 * For “version `GLIBCXX_3.4.30' not found” and the like: `firstGcc` (gcc-releases.ts) names the GCC release, `gccReleased` its
 * date, `redhatGcc` and `distributionGcc` say who ships that compiler; `glibcReleased` is the same for glibc. Why a symbol asks
 * for a version is in known-symbols.ts.
 */
import type { Architecture } from "../../facts/model.ts";

export interface ToolchainKnowledge {
  /** ISO date of the tables. */
  readonly date: string;
  /** Version of libstdc++, e.g. `GLIBCXX_3.4.30` → the first GCC release with it, e.g. `12.1`. */
  readonly glibcxxSince: Readonly<Record<string, string>>;
  /** The same for `CXXABI_1.3.13` → `11.1`. */
  readonly cxxabiSince: Readonly<Record<string, string>>;
  /** GCC release that brought a version, e.g. `12.1` → ISO date. Those before 6.1 are from general knowledge. */
  readonly gccReleased: Readonly<Record<string, string>>;
  /** glibc release, e.g. `2.34` → ISO date. */
  readonly glibcReleased: Readonly<Record<string, string>>;
  /** Compilers packaged by Red Hat and taken over by the rebuilds of RHEL, oldest first. */
  readonly redhatGcc: readonly RedHatGcc[];
  /** The default compilers of other distributions. */
  readonly distributionGcc: readonly DistributionGcc[];
  /** Build images of PyPA, oldest first. */
  readonly images: readonly ImageMarks[];
}

export interface RedHatGcc {
  /** Version as `.comment` states it, e.g. `10.2.1`. */
  readonly gcc: string;
  /** Start of the build date in `.comment`, e.g. `2019`, where the version alone does not tell; null: any date. */
  readonly date: string | null;
  /** `devtoolset-10`, `gcc-toolset-14`, or `RHEL 8` for the compiler of the system itself. */
  readonly product: string;
  /** The compiler of the system itself, whose mark static parts of the system (`libc_nonshared.a`) leave too. */
  readonly base: boolean;
  /** Major releases of RHEL and its rebuilds that have it. */
  readonly systems: readonly number[];
}

export interface DistributionGcc {
  /** As `.comment` says it. */
  readonly family: "Debian" | "Ubuntu";
  /** `12`, `22.04`. */
  readonly release: string;
  /** The default compiler, e.g. `12.2.0`. */
  readonly gcc: string;
}

export interface ImageMarks {
  /** Without architecture, e.g. `manylinux2014`. */
  readonly name: string;
  /** What it is made of: `RHEL 7`, `Debian 9`, `Ubuntu 20.04`, `Alpine`. */
  readonly system: string;
  /** Compilers that were in it: `devtoolset-10`, `Debian 9`, `Alpine 14`. */
  readonly compilers: readonly string[];
  /** Null: all. */
  readonly architectures: readonly Architecture[] | null;
  /** Its glibc; null for musl. Nothing built there asks for a newer one. */
  readonly glibc: string | null;
}
