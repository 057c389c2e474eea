/** `npm run load-proof`: our answers held against those of real loaders. `--quick` takes fewer mutants. */
import { compareMutants } from "./mutants.mjs";

const quick = process.argv.includes("--quick");
const { passed, failed } = await compareMutants({ each: quick ? 100 : 2_000 });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
