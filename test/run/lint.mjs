/** The compiler, the linter and the formatter as steps. */
import { join } from "node:path";
import { root, runOne } from "./step.mjs";

const caches = join(root, "node_modules/.cache");

/**
 * TypeScript 7, the compiler in Go: a sixth of the time of the one in JavaScript, which typescript-eslint and test/walls still need. By
 * its path, because both packages bring a `tsc`.
 */
export const types = () => runOne("node", ["node_modules/typescript-native/bin/tsc", "-b"]);

/**
 * `cached`: only files whose content has changed. A rule that asks for types can miss what a change elsewhere does to an unchanged
 * file; `npm test` and CI lint everything again.
 */
export const lint = ({ cached }) =>
  runOne("npx", [
    "eslint",
    ...(cached
      ? ["--cache", "--cache-strategy", "content", "--cache-location", join(caches, "eslint/")]
      : []),
    ".",
  ]);

/** Whether a file is formatted depends on nothing but itself and Prettier, so the cache is always right. */
export const format = () =>
  runOne("npx", [
    "prettier",
    "--check",
    "--log-level",
    "warn",
    "--cache",
    "--cache-strategy",
    "content",
    "--cache-location",
    join(caches, "prettier-check"),
    ".",
  ]);

/** Circles of imports, those of types alone included, and what may only be imported by tests. */
export const circles = () =>
  runOne("npx", ["depcruise", "src", "--config", ".dependency-cruiser.js", "--output-type", "err"]);
