/** The names that every system's C library has, from libc-names.json. Large, so it is loaded when it is first asked for. */
import type { CommonNames } from "../facts/links.ts";
import file from "./libc-names.json";
import { muslSince } from "./musl-since.ts";

const musl = new Set(file.musl.split(" ").filter((name) => !muslSince.has(name)));
const glibc = new Set(file.glibc.split(" "));

export const commonNames: CommonNames = {
  has: (name, libc) => (libc === "musl" ? musl : glibc).has(name),
};
