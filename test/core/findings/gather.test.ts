import { expect, test } from "vitest";
import { gather } from "../../../src/core/findings/gather.ts";

const ids = ["zebra", "ant"] as const;

test("the files of all folders, in the order of the list", () => {
  const gathered = gather("check.ts", ids, { "./ant/check.ts": 1, "../findings/zebra/check.ts": 2 });
  expect(Object.entries(gathered)).toEqual([
    ["zebra", 2],
    ["ant", 1],
  ]);
});

test("a file that is missing is named, and so is one that does not export what it should", () => {
  expect(() => gather("check.ts", ids, { "./zebra/check.ts": 2 })).toThrow(
    "src/core/findings/ant/check.ts is missing",
  );
  expect(() => gather("check.ts", ids, { "./zebra/check.ts": 2, "./ant/check.ts": undefined })).toThrow(
    "src/core/findings/ant/check.ts is missing",
  );
});

test("a folder that is not registered is named", () => {
  const files = { "./zebra/check.ts": 2, "./ant/check.ts": 1, "./bee/check.ts": 3 };
  expect(() => gather("check.ts", ids, files)).toThrow("src/core/findings/bee is not registered");
});
