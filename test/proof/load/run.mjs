/**
 * `npm run load-proof`: our answers held against those of a real loader: what it reads in damaged files, and what it
 * makes of the libraries of real wheels, alone and several wheels together, and of those for musl. `--quick` takes fewer, `--large` also the largest.
 */
import { compareMutants } from "./mutants.mjs";
import { compareMusl } from "./musl.mjs";
import { compareSets } from "./sets.mjs";
import { compareWheels } from "./wheels.mjs";

const quick = process.argv.includes("--quick");
const parts = [
  await compareMutants({ each: quick ? 100 : 2_000 }),
  await compareWheels({ quick }),
  await compareSets({ quick, large: process.argv.includes("--large") }),
  await compareMusl({ quick }),
];
const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
