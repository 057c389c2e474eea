import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

export default defineConfig({
  // As in the build of the command line.
  define: { __VERSION__: JSON.stringify(version) },
  test: {
    include: [
      "test/{facts,core,document,learn,present,data,engine,cli,app,offline,walls}/**/*.test.{ts,tsx}",
      "test/run/*.test.mjs",
    ],
    environment: "node",
    // Properties judge hundreds of made-up wheels; on a machine busy with other things that takes a while.
    testTimeout: 30_000,
  },
});
