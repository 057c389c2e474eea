import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { help } from "../../src/cli/args/help.ts";

/** `U=1 npx vitest run test/cli/readme.test.ts` puts the text in. */
it("README has the help text as it is, between <!-- help --> and <!-- /help -->", () => {
  const path = join(import.meta.dirname, "../../README.md");
  const readme = readFileSync(path, "utf8");
  const copy = `<!-- help -->\n\n\`\`\`text\n${help}\`\`\`\n\n<!-- /help -->`;
  if (process.env["U"]) {
    writeFileSync(
      path,
      readme.replace(/<!-- help -->[^]*<!-- \/help -->/, () => copy),
    );
  }
  expect(readFileSync(path, "utf8")).toContain(copy);
});
