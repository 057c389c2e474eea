/** The cases follow packaging's own rules (`packaging.utils.parse_wheel_filename` of 26.3). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWheelName } from "../../src/facts/names/wheel-name.ts";

describe("parseWheelName", () => {
  it("reads the parts", () => {
    expect(parseWheelName("numpy-2.4.6-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl")).toEqual(
      {
        project: "numpy",
        version: "2.4.6",
        build: null,
        pythonTags: ["cp312"],
        abiTags: ["cp312"],
        platformTags: ["manylinux_2_27_x86_64", "manylinux_2_28_x86_64"],
      },
    );
  });

  it("reads a build tag", () => {
    expect(parseWheelName("foo-1.0-1local-py3-none-any.whl")).toMatchObject({
      build: "1local",
      pythonTags: ["py3"],
    });
  });

  it("lower-cases tags and drops duplicates", () => {
    const name = parseWheelName("foo-1.0-PY3.py3-none-Linux_X86_64.linux_x86_64.any.whl");
    expect(name).toMatchObject({ pythonTags: ["py3"], platformTags: ["linux_x86_64", "any"] });
  });

  it("tells a variant label from a build tag", () => {
    expect(parseWheelName("torch-2.9-cp312-cp312-manylinux_2_28_x86_64-cu128.whl")).toMatchObject({
      build: null,
      variant: "cu128",
      platformTags: ["manylinux_2_28_x86_64"],
    });
    expect(parseWheelName("torch-2.9-3-cp312-cp312-any-cu128.whl")).toMatchObject({
      build: "3",
      variant: "cu128",
    });
    expect(parseWheelName("torch-2.9-cp312-cp312-any-CU128.whl")).toBeNull();
  });

  it.each([
    "foo-1.0-py3-none-any.whl",
    "foo.bar_baz-1.0-py3-none-any.whl",
    "_foo-1.0-py3-none-any.whl",
    "größe-1.0-py3-none-any.whl",
    "foo-1!2.0a1.post3.dev4+local.7-py3-none-any.whl",
    "foo-v1.0-py3-none-any.whl",
    "foo-1.0RC1-py3-none-any.whl",
    "foo-2024.01.05_beta2-py3-none-any.whl",
    "foo-1.0-py2.py3-none-any.whl",
    "foo-1.0-cp27-cp27mu-manylinux1_x86_64.whl",
  ])("accepts %s", (fileName) => {
    expect(parseWheelName(fileName)).not.toBeNull();
  });

  it.each([
    "foo-1.0-py3-none-any.zip",
    "foo-1.0-py3-none-any.whl.zip",
    "foo-1.0-py3-none-any (1).whl.part",
    "foo-1.0-py3-none.whl",
    "foo-1.0.whl",
    "-1.0-py3-none-any.whl",
    "foo__bar-1.0-py3-none-any.whl",
    "foo+bar-1.0-py3-none-any.whl",
    "foo-bar-1.0-py3-none-any.whl",
    "foo-one-py3-none-any.whl",
    "foo-1.0.-py3-none-any.whl",
    "foo-1.0-x-py3-none-any-too-many.whl",
    "foo-1.0-py3--any.whl",
    "foo-1.0-py3-none-any..linux_x86_64.whl",
    "foo-1.0-3py-none-any.whl",
    "foo-1.0-py3.3-none-any.whl",
    "",
    ".whl",
  ])("refuses %s", (fileName) => {
    expect(parseWheelName(fileName)).toBeNull();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseWheelName(text);
        parseWheelName(`${text}.whl`);
      }),
    );
  });

  it("gives back what it was made of", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const set = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
    const build = fc.option(fc.stringMatching(/^[0-9][a-z0-9]{0,3}$/));
    fc.assert(
      fc.property(word, build, set, set, set, (project, built, pythonTags, abiTags, platformTags) => {
        const parts = [
          project,
          "1.0",
          built,
          pythonTags.join("."),
          abiTags.join("."),
          platformTags.join("."),
        ];
        const fileName = `${parts.filter((part) => part !== null).join("-")}.whl`;
        expect(parseWheelName(fileName)).toEqual({
          project,
          version: "1.0",
          build: built,
          pythonTags,
          abiTags,
          platformTags,
        });
      }),
    );
  });
});
