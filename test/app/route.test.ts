import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultView, formatRoute, isStep, parseRoute, type Route } from "../../src/app/address/route.ts";

const local = (view: Partial<Route["view"]>): Route => ({
  screen: { kind: "local" },
  view: { ...defaultView, ...view },
});

describe("parseRoute", () => {
  it.each([
    ["", { kind: "landing" }],
    ["#/", { kind: "landing" }],
    ["#/local", { kind: "local" }],
    ["#/learn", { kind: "learn", id: null }],
    ["#/learn/library-missing", { kind: "learn", id: "library-missing" }],
    ["#/learn/../../x", { kind: "unknown", address: "/learn/../../x" }],
    ["#/error", { kind: "error" }],
    ["#/error/x", { kind: "unknown", address: "/error/x" }],
    ["#/r/1.d.abc", { kind: "shared", link: "1.d.abc" }],
    ["#/r/1.d.abc?wheel=a.whl", { kind: "shared", link: "1.d.abc" }],
    ["#/r/", { kind: "shared", link: "" }],
  ])("%s", (hash, screen) => {
    expect(parseRoute(hash).screen).toEqual(screen);
  });

  it("lets each parameter fall back alone", () => {
    const { view } = parseRoute(
      `#/local?lib=a/b.so&sort=;drop&show=sometimes&floor=<b>&q=${"x".repeat(2000)}&other=1`,
    );
    expect(view).toEqual({ ...defaultView, lib: "a/b.so" });
  });

  it("keeps a pasted error out of the address", () => {
    expect(formatRoute({ screen: { kind: "error" }, view: defaultView })).toBe("#/error");
    expect(parseRoute("#/error?text=_ZN3fooE").view).toEqual(defaultView);
  });

  it("has no parameters on other screens", () => {
    expect(parseRoute("#/learn?lib=a").view).toEqual(defaultView);
  });
});

describe("formatRoute", () => {
  it("leaves defaults out and keeps paths readable", () => {
    expect(formatRoute(local({}))).toBe("#/local");
    expect(formatRoute(local({ lib: "numpy.libs/libgfortran-a&b.so.5", onlyProblems: true }))).toBe(
      "#/local?lib=numpy.libs/libgfortran-a%26b.so.5&show=problems",
    );
    expect(formatRoute(local({ sort: { column: "glibc", descending: true } }))).toBe("#/local?sort=-glibc");
  });

  it("is read back as it was written", () => {
    // Half a surrogate pair cannot be in an address; no file name of a zip archive decodes to one either.
    const text = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" });
    const view = fc.record({
      wheel: fc.option(text),
      lib: fc.option(text),
      finding: fc.option(text),
      q: fc.string({ maxLength: 40, unit: "grapheme" }),
      onlyProblems: fc.boolean(),
      sort: fc.record({ column: fc.constantFrom("library", "glibc", "findings"), descending: fc.boolean() }),
      against: fc.option(text),
      floor: fc.option(fc.constantFrom("ubuntu-22.04", "rhel-8", "colab")),
    });
    fc.assert(
      fc.property(view, (some) => {
        expect(parseRoute(formatRoute(local(some)))).toEqual(local(some));
      }),
    );
  });
});

describe("isStep", () => {
  it("Back undoes a screen, a library and an opened finding, nothing else", () => {
    const from = local({});
    expect(isStep(from, { screen: { kind: "landing" }, view: defaultView })).toBe(true);
    expect(isStep(from, local({ lib: "a.so" }))).toBe(true);
    expect(isStep(local({ lib: "a.so" }), from)).toBe(true);
    expect(isStep(from, local({ wheel: "a.whl" }))).toBe(true);
    const shared = (link: string): Route => ({ screen: { kind: "shared", link }, view: defaultView });
    expect(isStep(shared("1.d.a"), shared("1.d.b"))).toBe(true);
    expect(isStep(from, local({ finding: "library-missing" }))).toBe(true);
    expect(isStep(local({ finding: "library-missing" }), from)).toBe(false);
    expect(isStep(from, local({ q: "x", onlyProblems: true, against: "manylinux_2_17_x86_64" }))).toBe(false);
    expect(isStep(from, local({ floor: "ubuntu-22.04" }))).toBe(false);
    const learn = (id: string): Route => ({ screen: { kind: "learn", id }, view: defaultView });
    expect(isStep(learn("a"), learn("b"))).toBe(true);
    expect(isStep(learn("a"), learn("a"))).toBe(false);
  });
});
