/**
 * Dates that only the timeline of the learn pages needs: when each tag was proposed, and when distributions came out.
 *
 * Sources. Proposals: the field “Created” of the PEPs (python/peps). Distributions: endoflife.date (commit a70eca3, 22 August 2026),
 * RHEL 5 to 7 with the CentOS of the same number. Ends of life, glibc and compilers of the same systems are in systems.json and
 * toolchain.ts.
 */

export interface TagProposal {
  /** Number of the PEP. */
  readonly pep: number;
  /** The tag as it is called, e.g. `manylinux2014`. */
  readonly name: string;
  /** ISO date of the proposal; images and installers followed later. */
  readonly date: string;
  /** The glibc that it promises, e.g. `2.17`; null if every version has a tag, and for musl. */
  readonly glibc: string | null;
}

/** Oldest first. */
export const tagProposals: readonly TagProposal[] = [
  { pep: 513, name: "manylinux1", date: "2016-01-19", glibc: "2.5" },
  { pep: 571, name: "manylinux2010", date: "2018-02-05", glibc: "2.12" },
  { pep: 599, name: "manylinux2014", date: "2019-04-29", glibc: "2.17" },
  { pep: 600, name: "manylinux_X_Y", date: "2019-05-03", glibc: null },
  { pep: 656, name: "musllinux", date: "2021-03-17", glibc: null },
];

/** Systems drawn, by their id in systems.json, in the order of the picture → ISO date of their release. */
export const systemsReleased: readonly (readonly [id: string, released: string])[] = [
  ["rhel-5", "2007-03-15"],
  ["rhel-6", "2010-11-10"],
  ["rhel-7", "2014-06-10"],
  ["rhel-8", "2019-05-07"],
  ["rhel-9", "2022-05-18"],
  ["rhel-10", "2025-05-20"],
  ["amazon-linux-2", "2018-06-26"],
  ["amazon-linux-2023", "2023-03-01"],
  ["debian-7", "2013-05-04"],
  ["debian-8", "2015-04-25"],
  ["debian-9", "2017-06-17"],
  ["debian-10", "2019-07-06"],
  ["debian-11", "2021-08-14"],
  ["debian-12", "2023-06-10"],
  ["debian-13", "2025-08-09"],
  ["ubuntu-12.04", "2012-04-26"],
  ["ubuntu-14.04", "2014-04-17"],
  ["ubuntu-16.04", "2016-04-21"],
  ["ubuntu-18.04", "2018-04-26"],
  ["ubuntu-20.04", "2020-04-23"],
  ["ubuntu-22.04", "2022-04-21"],
  ["ubuntu-24.04", "2024-04-25"],
  ["ubuntu-26.04", "2026-04-23"],
  ["opensuse-leap-15.6", "2024-06-12"],
  ["opensuse-leap-16.0", "2025-10-01"],
];
