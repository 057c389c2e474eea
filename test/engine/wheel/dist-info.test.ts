/** METADATA and WHEEL, and which dist-info directory is the wheel's own. */
import { describe, expect, it } from "vitest";
import { parseWheelName } from "../../../src/facts/names/wheel-name.ts";
import {
  distInfoDirectories,
  distInfoFacts,
  ownDistInfo,
  readHeaders,
} from "../../../src/engine/wheel/dist-info.ts";

describe("headers", () => {
  it.each([
    ["Name: demo\nVersion: 1\n", { name: ["demo"], version: ["1"] }],
    ["NAME:demo\r\nname : two\r\n", { name: ["demo", "two"] }],
    ["Summary: first\n  second\n\tthird\nName: demo\n", { summary: ["first second third"], name: ["demo"] }],
    ["Name: demo\n\nVersion: in the body\n", { name: ["demo"] }],
    ["no colon\n continued\nName: demo", { name: ["demo"] }],
    [" continued\nName: demo", { name: ["demo"] }],
    ["\ufeffName: demo", { name: ["demo"] }],
    ["__proto__: x\nconstructor: y\n", { ["__proto__"]: ["x"], constructor: ["y"] }],
    ["", {}],
  ])("%j", (text, expected) => {
    expect([...readHeaders(text)]).toEqual(Object.entries(expected));
  });
});

describe("facts", () => {
  it("are taken from both files", () => {
    const metadata = [
      "Metadata-Version: 2.4",
      "Name: demo",
      "Version: 1.0",
      "Requires-Python: >=3.9",
      "Requires-Dist: numpy",
      'Requires-Dist: torch; extra == "gpu"',
    ];
    const wheel =
      "Wheel-Version: 1.0\nGenerator: maker 2\nRoot-Is-Purelib: False\nTag: cp39-abi3-a\nTag: cp39-abi3-b\n";
    expect(distInfoFacts("demo-1.0.dist-info", metadata.join("\n"), wheel)).toEqual({
      directory: "demo-1.0.dist-info",
      name: "demo",
      version: "1.0",
      requiresPython: ">=3.9",
      requiresDist: ["numpy", 'torch; extra == "gpu"'],
      tags: ["cp39-abi3-a", "cp39-abi3-b"],
      rootIsPurelib: false,
      generator: "maker 2",
    });
  });

  it("are null if the files are missing", () => {
    expect(distInfoFacts("d.dist-info", null, null)).toMatchObject({
      name: null,
      tags: [],
      rootIsPurelib: null,
    });
  });
});

describe("directories", () => {
  it("are those at the root, once each", () => {
    const paths = [
      "a-1.dist-info/METADATA",
      "a-1.dist-info/WHEEL",
      "x/b-1.dist-info/WHEEL",
      "c-1.dist-info",
      "d.dist-info/",
    ];
    expect(distInfoDirectories(paths)).toEqual(["a-1.dist-info", "d.dist-info"]);
  });

  it("belong to the wheel by its normalised name", () => {
    const name = parseWheelName("My_Demo-1.0-py3-none-any.whl");
    expect(ownDistInfo(["other-1.0.dist-info", "my.demo-1.0.dist-info"], name)).toBe("my.demo-1.0.dist-info");
    expect(ownDistInfo(["other-1.0.dist-info"], name)).toBe("other-1.0.dist-info");
    expect(ownDistInfo(["other-1.0.dist-info"], null)).toBe("other-1.0.dist-info");
    expect(ownDistInfo([], name)).toBeNull();
  });
});
