/**
 * Compilers and C libraries: releases, dates, packagings, build images.
 *
 * Sources. Version names: GCC 16.2, `gnu.ver` and "ABI Policy and Guidelines" (abi.xml). Dates: gcc.gnu.org/releases.html (from
 * 6.1 on), tags of glibc's repository; of 2.44 its announcement. Red Hat's compilers: `.comment` strings measured in about 6,000 files of wheels (2026-11),
 * those of devtoolset-6, -9 and of EL 5 from general knowledge. Debian and Ubuntu: their package archives. Images: README of
 * pypa/manylinux (2026-06-28) and its predecessors.
 */
import type { Architecture } from "../facts/model.ts";
import type {
  DistributionGcc,
  ImageMarks,
  RedHatGcc,
  ToolchainKnowledge,
} from "../core/knowledge/toolchain.ts";

const GLIBCXX =
  "1:3.4.1 2:3.4.2 3:3.4.3 4:4.0 5:4.0.1 6:4.0.2 7:4.0.3 8:4.1.1 9:4.2 10:4.3 11:4.4 12:4.4.1 13:4.4.2 14:4.5 15:4.6 " +
  "16:4.6.1 17:4.7 18:4.8 19:4.8.3 20:4.9 21:5.1 22:6.1 23:7.1 24:7.2 25:8.1 26:9.1 27:9.2 28:9.3 29:11.1 30:12.1 31:13.1 " +
  "32:13.2 33:14.1 34:15.1 35:16.1 36:16.2";

const CXXABI =
  "1:4.0 2:4.3 3:4.4 4:4.5 5:4.6 6:4.7 7:4.8 8:4.9 9:5.1 10:6.1 11:7.1 12:9.1 13:11.1 14:13.1 15:14.1 17:16.1";

const GCC_DATES =
  "3.4:2004-04-18 4.0:2005-04-20 4.1:2006-02-28 4.1.1:2006-05-24 4.2:2007-05-13 4.3:2008-03-05 4.4:2009-04-21 " +
  "4.4.1:2009-07-22 4.4.2:2009-10-15 4.5:2010-04-14 4.6:2011-03-25 4.6.1:2011-06-27 4.7:2012-03-22 4.8:2013-03-22 " +
  "4.8.3:2014-05-22 4.9:2014-04-22 5.1:2015-04-22 6.1:2016-04-27 7.1:2017-05-02 7.2:2017-08-14 8.1:2018-05-02 " +
  "9.1:2019-05-03 9.2:2019-08-12 9.3:2020-03-12 10.1:2020-05-07 11.1:2021-04-27 12.1:2022-05-06 13.1:2023-04-26 " +
  "13.2:2023-07-27 14.1:2024-05-07 15.1:2025-04-25 16.1:2026-04-30 16.2:2026-08-07";

const GLIBC_DATES =
  "2.5:2006-09-29 2.6:2007-05-15 2.7:2007-10-18 2.8:2008-04-12 2.9:2008-11-13 2.10:2009-05-09 2.11:2009-10-30 " +
  "2.12:2010-05-03 2.13:2011-01-17 2.14:2011-05-31 2.15:2011-12-25 2.16:2012-06-30 2.17:2012-12-24 2.18:2013-08-10 " +
  "2.19:2014-02-07 2.20:2014-09-07 2.21:2015-02-06 2.22:2015-08-05 2.23:2016-02-18 2.24:2016-08-01 2.25:2017-02-05 " +
  "2.26:2017-08-02 2.27:2018-02-01 2.28:2018-08-01 2.29:2019-01-31 2.30:2019-08-01 2.31:2020-02-01 2.32:2020-08-04 " +
  "2.33:2021-02-01 2.34:2021-08-01 2.35:2022-02-03 2.36:2022-07-30 2.37:2023-01-31 2.38:2023-07-31 2.39:2024-01-31 " +
  "2.40:2024-07-21 2.41:2025-01-28 2.42:2025-07-28 2.43:2026-01-23 2.44:2026-07-25";

/** Version, start of the date (`*`: any), product (`base` for the system's own), releases of RHEL. */
const REDHAT = `
4.1.2 * base 5
4.4.7 * base 6
4.8.2 * devtoolset-2 5,6
4.8.5 * base 7
5.3.1 * devtoolset-4 6,7
6.3.1 * devtoolset-6 6,7
7.3.1 * devtoolset-7 6,7
8.2.1 * devtoolset-8 6,7
8.3.1 20190311 devtoolset-8 6,7
8.3.1 2019 base 8
8.4.1 * base 8
8.5.0 * base 8
9.2.1 * gcc-toolset-9 8
9.3.1 * devtoolset-9 6,7
10.2.1 * devtoolset-10 7
10.3.1 * gcc-toolset-10 8
11.2.1 * gcc-toolset-11 8,9
11.5.0 * base 9
12.2.1 * gcc-toolset-12 8,9
13.3.1 * gcc-toolset-13 8,9
14.2.1 * gcc-toolset-14 8,9,10
14.3.1 * base 10
15.2.1 * gcc-toolset-15 8,9,10`;

const DEBIAN = "7:4.7.2 8:4.9.2 9:6.3.0 10:8.3.0 11:10.2.1 12:12.2.0 13:14.2.0";
const UBUNTU =
  "12.04:4.6.3 14.04:4.8.4 16.04:5.4.0 18.04:7.5.0 20.04:9.4.0 22.04:11.4.0 24.04:13.2.0 24.10:14.2.0 25.10:15.2.0";

/**
 * Name, system, glibc (`-`: musl), architectures (`*`: all), compilers that were in the image. Toolsets that no image ever had, such
 * as devtoolset-7, are not listed: code built with them was built elsewhere.
 */
const IMAGES = `
manylinux1|RHEL 5|2.5|*|devtoolset-2
manylinux2010|RHEL 6|2.12|*|devtoolset-2,devtoolset-8
manylinux2014|RHEL 7|2.17|*|devtoolset-8,devtoolset-9,devtoolset-10
manylinux_2_24|Debian 9|2.24|*|Debian 9
manylinux_2_28|RHEL 8|2.28|*|gcc-toolset-11,gcc-toolset-12,gcc-toolset-13,gcc-toolset-14,gcc-toolset-15
manylinux_2_31|Ubuntu 20.04|2.31|armv7l|Ubuntu 20.04
manylinux_2_34|RHEL 9|2.34|*|gcc-toolset-12,gcc-toolset-13,gcc-toolset-14,gcc-toolset-15
manylinux_2_35|Ubuntu 22.04|2.35|armv7l|Ubuntu 22.04
manylinux_2_39|RHEL 10|2.39|aarch64,riscv64|RHEL 10,gcc-toolset-14,gcc-toolset-15
musllinux_1_1|Alpine|-|*|Alpine 9
musllinux_1_2|Alpine|-|*|Alpine 10,Alpine 11,Alpine 12,Alpine 13,Alpine 14`;

export const toolchain: ToolchainKnowledge = {
  date: "2026-12-01",
  glibcxxSince: pairs(GLIBCXX, "GLIBCXX_3.4."),
  cxxabiSince: pairs(CXXABI, "CXXABI_1.3."),
  gccReleased: pairs(GCC_DATES),
  glibcReleased: pairs(GLIBC_DATES),
  redhatGcc: REDHAT.trim().split("\n").map(redhat),
  distributionGcc: [...distributions("Debian", DEBIAN), ...distributions("Ubuntu", UBUNTU)],
  images: IMAGES.trim().split("\n").map(image),
};

function pairs(text: string, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    text.split(" ").map((pair) => {
      const [key = "", value = ""] = pair.split(":");
      return [prefix + key, value];
    }),
  );
}

function redhat(line: string): RedHatGcc {
  const [gcc = "", date = "", product = "", systems = ""] = line.split(" ");
  const base = product === "base";
  return {
    gcc,
    date: date === "*" ? null : date,
    product: base ? `RHEL ${systems}` : product,
    base,
    systems: systems.split(",").map(Number),
  };
}

function image(line: string): ImageMarks {
  const [name = "", system = "", glibc = "", architectures = "", compilers = ""] = line.split("|");
  return {
    name,
    system,
    compilers: compilers.split(","),
    architectures: architectures === "*" ? null : (architectures.split(",") as Architecture[]),
    glibc: glibc === "-" ? null : glibc,
  };
}

function distributions(family: DistributionGcc["family"], text: string): DistributionGcc[] {
  return Object.entries(pairs(text)).map(([release, gcc]) => ({ family, release, gcc }));
}
