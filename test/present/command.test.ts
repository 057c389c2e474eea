import { describe, expect, it } from "vitest";
import { showCommand } from "../../src/present/command.ts";

describe("showCommand", () => {
  it.each([
    [
      "numpy-2.4.6-cp312-cp312-manylinux_2_28_x86_64.whl",
      "wheelscope show numpy-2.4.6-cp312-cp312-manylinux_2_28_x86_64.whl",
    ],
    ["my wheel.whl", "wheelscope show 'my wheel.whl'"],
    ["it's; rm -rf ~.whl", `wheelscope show 'it'\\''s; rm -rf ~.whl'`],
    ["-rf.whl", "wheelscope show -- '-rf.whl'"],
  ])("%s", (name, command) => {
    expect(showCommand(name)).toBe(command);
  });
});
