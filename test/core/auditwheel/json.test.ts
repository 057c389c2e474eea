/** The document of `auditwheel show --json`, schema version 1. */
import { describe, expect, it } from "vitest";
import { auditwheelJson } from "../../../src/core/auditwheel/json.ts";
import { judge } from "../../../src/core/auditwheel/judge.ts";
import { extension, library, watched, wheel, type WheelShape } from "../builders.ts";
import { tinyKnowledge } from "../knowledge/tiny-knowledge.ts";

function document(shape: WheelShape, options = {}) {
  const facts = wheel(shape);
  const { verdict, architecture } = judge(facts, tinyKnowledge);
  return auditwheelJson({ facts, auditwheel: verdict, architecture }, options);
}

describe("auditwheelJson", () => {
  it("prints every field in auditwheel's order", () => {
    const main = extension("pkg/_x.so", {
      needed: ["libz.so.1", "libexpat.so.1", "libmvec.so.1"],
      needs: { "libz.so.1": ["ZLIB_1.2.9"], "libc.so.6": ["GLIBC_2.4", "GLIBC_2.17"] },
      watchedSymbols: [watched("inflate_fast")],
    });
    expect(JSON.stringify(document({ libraries: [main] }), null, 1)).toBe(
      JSON.stringify(
        {
          version: 1,
          wheel: "pkg-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
          pure: false,
          overall_tag: "manylinux_2_28_x86_64",
          sym_tag: "manylinux_2_17_x86_64",
          pyfpe: false,
          ucs2: false,
          unsupported_isa: false,
          versioned_symbols: { "libc.so.6": ["GLIBC_2.17", "GLIBC_2.4"], "libz.so.1": ["ZLIB_1.2.9"] },
          external_libs: { "libexpat.so.1": null, "libmvec.so.1": null },
          policy_upgrades: {
            manylinux_2_17_x86_64: {
              libs_to_eliminate: ["libmvec.so.1"],
              blacklisted_symbols: { "libz.so.1": ["inflate_fast"] },
            },
            manylinux_2_5_x86_64: {
              libs_to_eliminate: ["libexpat.so.1", "libmvec.so.1"],
              blacklisted_symbols: { "libz.so.1": ["inflate_fast"] },
            },
          },
        },
        null,
        1,
      ),
    );
  });

  it("leaves out an upgrade that only versions stand against, and empty parts of others", () => {
    const main = extension("pkg/_x.so", {
      needed: ["libexpat.so.1"],
      needs: { "libc.so.6": ["GLIBC_2.28"] },
    });
    expect(document({ libraries: [main] })).toMatchObject({
      policy_upgrades: { manylinux_2_5_x86_64: { libs_to_eliminate: ["libexpat.so.1"] } },
    });
    expect(document({ libraries: [main] })).not.toHaveProperty("policy_upgrades.manylinux_2_17_x86_64");
    expect(document({ libraries: [main] })).not.toHaveProperty(
      "policy_upgrades.manylinux_2_5_x86_64.blacklisted_symbols",
    );
  });

  it("survives hostile names", () => {
    const main = extension("pkg/_x.so", { needed: ["__proto__"], needs: { ["constructor"]: ["GLIBC_2.4"] } });
    const text = JSON.stringify(document({ libraries: [main] }));
    expect(text).toContain('"external_libs":{"__proto__":null}');
    expect(text).toContain('"constructor":["GLIBC_2.4"]');
  });

  it("has auditwheel's words for wheels without native files", () => {
    const error =
      "This does not look like a platform wheel, no ELF executable or shared library file (including compiled Python C " +
      "extension) found in the wheel archive";
    const head = { version: 1, wheel: "pkg-1.0-cp312-cp312-any.whl" };
    expect(document({ tags: "any" })).toEqual({ ...head, error });
    expect(document({ tags: "any" }, { allowPure: true })).toEqual({ ...head, pure: true });
    // Only a wheel that claims nothing may be pure.
    expect(document({}, { allowPure: true })).toMatchObject({ error });
  });

  it("has auditwheel's words for another architecture, by file name", () => {
    const libraries = [
      extension("pkg/_x.so", { machine: 183 }),
      library("pkg/lib/liby.so", { machine: 183 }),
    ];
    expect(document({ libraries })).toMatchObject({
      error:
        "Invalid binary wheel: no ELF executable or shared library file (including compiled Python C extension) with a " +
        "'x86_64' architecture found. The following ELF files were found:\n\t_x.so\n\tliby.so\n",
    });
  });

  it("has a sentence where auditwheel would end in a traceback", () => {
    expect(document({ libraries: [library("purelib/libx.so")] })).toMatchObject({
      error: "Native files lie in a purelib directory.",
    });
  });
});
