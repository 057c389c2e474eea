/** Names of GPU libraries: recognising them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLibraryName, recognise } from "../../../src/core/readings/gpu/components.ts";
import { knowledge } from "../../../src/data/index.ts";

const { gpu } = knowledge;

describe("names", () => {
  test.each([
    ["libcudart.so.12", "cudart", "12", false],
    ["libcudart-09529672.so.12.6.77", "cudart", "12.6.77", true],
    ["pkg.libs/libcudart.faf08d9a.so.13", "cudart", "13", true],
    ["libnvrtc-builtins.so.13.0", "nvrtc-builtins", "13.0", false],
    ["libcublas.so", "cublas", "", false],
    // Too short for a hash and a name.
    ["lib-09529672.so.1", "-09529672", "1", false],
  ])("%s", (path, stem, version, hashed) => {
    expect(parseLibraryName(path)).toMatchObject({ stem, version, hashed });
  });

  test.each(["cudart.so.12", "libcudart", "libcudart.sofa", "lib.so", "", "__proto__"])(
    "%j is none",
    (path) => {
      expect(parseLibraryName(path)).toBeNull();
    },
  );

  test.each([
    ["libcudart.so.11.0", "CUDA runtime", [11]],
    ["libcublasLt.so.13", "cuBLAS", [13]],
    ["libcusolver.so.11", "cuSOLVER", [11, 12]],
    ["libcusparse.so.12", "cuSPARSE", [12, 13]],
    ["libcurand.so.10", "cuRAND", [10, 11, 12, 13]],
    ["libcufft.so.11", "cuFFT", [12]],
    ["libcudart.so.120", "CUDA runtime", []],
    ["libcudnn_ops.so.9", "cuDNN", []],
    ["libcuda.so.1", "CUDA driver", []],
    ["libamdhip64.so.6", "ROCm HIP runtime", []],
    ["libmkl_rt.so.2", "oneMKL", []],
  ])("%s is of %s and fits %j", (path, component, majors) => {
    const known = recognise(path, gpu);
    expect(known?.component.name).toBe(component);
    expect(known?.majors).toEqual(majors);
  });

  test.each([
    "libcurl.so.4",
    "libcupsimage.so.2",
    "libcheckpoint.so",
    "libtorch_cuda.so",
    "libhip_user.so.1",
  ])("%s is nobody's", (path) => {
    expect(recognise(path, gpu)).toBeNull();
  });

  test("any text is taken apart or not, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^lib[a-z.-]{0,20}\.so[.0-9a-f-]{0,20}$/)),
        (text) => {
          const parsed = parseLibraryName(text);
          expect(parsed === null || parsed.name.startsWith("lib")).toBe(true);
        },
      ),
    );
  });
});
