import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { help } from "../../src/cli/help.ts";

it("README has the help text as it is, between <!-- help --> and <!-- /help -->", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const copy = /<!-- help -->\s*```\w*\n([^]*?)```\s*<!-- \/help -->/.exec(readme)?.[1];
  expect(copy).toBe(help);
});
