/** After auditwheel's tests/unit/test_wheeltools.py. */
import { describe, expect, it } from "vitest";
import { androidLevel, wheelArchitecture, wheelLibc } from "../../../src/core/knowledge/platform-tag.ts";

describe("wheelArchitecture", () => {
  it.each([
    ["linux_x86_64", "x86_64"],
    ["manylinux_2_17_i686", "i686"],
    ["musllinux_1_1_aarch64", "aarch64"],
    ["linux_armv7l", "armv7l"],
    ["linux_ppc64le", "ppc64le"],
    ["linux_ppc64", "ppc64"],
    ["linux_s390x", "s390x"],
    ["manylinux_2_31_riscv64", "riscv64"],
    ["manylinux_2_36_loongarch64", "loongarch64"],
    ["linux_x86_64_v3", "x86_64"],
    ["android_24_arm64_v8a", "aarch64"],
    ["manylinux1_x86_64.manylinux_2_5_x86_64.musllinux_1_1_x86_64", "x86_64"],
    ["linux_armv6l", null],
    ["linux_x86_64.linux_i686", null],
    ["any.linux_x86_64", null],
    ["macosx_14_0_arm64", null],
    ["win_amd64", null],
    ["any", null],
  ])("%s → %s", (tags, architecture) => {
    expect(wheelArchitecture(tags.split(".")).architecture).toBe(architecture);
  });

  it("calls a wheel pure only when every tag is any", () => {
    expect(wheelArchitecture(["any"]).pure).toBe(true);
    expect(wheelArchitecture(["any", "linux_x86_64"]).pure).toBe(false);
  });
});

describe("wheelLibc", () => {
  it.each([
    ["manylinux2014_x86_64", "glibc"],
    ["manylinux_2_17_x86_64.manylinux2014_x86_64", "glibc"],
    ["musllinux_1_2_x86_64", "musl"],
    ["android_24_x86_64", "android"],
    ["linux_x86_64", null],
    ["manylinux1_x86_64.musllinux_1_1_x86_64", null],
    ["any", null],
  ])("%s → %s", (tags, libc) => {
    expect(wheelLibc(tags.split("."))).toBe(libc);
  });
});

describe("androidLevel", () => {
  it.each([
    ["android_24_arm64_v8a", 24],
    ["android_21", 21],
    ["manylinux_2_17_x86_64", null],
  ])("%s → %s", (tag, level) => {
    expect(androidLevel(tag)).toBe(level);
  });
});
