/** Which file answers which address, and whose caches are whose: several copies of the page may live on one origin. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cacheName, fileFor, keyOf, ownCaches, pathIn, type Build } from "../../src/offline/files.ts";

const scope = "https://example.org/tools/wheelscope/";
const build: Build = {
  version: "0123456789abcdef",
  files: [
    { path: "index.html", sha256: "a+/=" },
    { path: "assets/index-x.js", sha256: "b" },
    { path: "samples/tiny_ok-1.0.whl", sha256: "c" },
  ],
};

describe("fileFor", () => {
  it.each([
    [scope, "index.html"],
    [`${scope}#/learn/abi`, "index.html"],
    [`${scope}?from=mail#/`, "index.html"],
    [`${scope}index.html`, "index.html"],
    [`${scope}assets/index-x.js`, "assets/index-x.js"],
    [`${scope}samples/tiny_ok-1.0.whl?again`, "samples/tiny_ok-1.0.whl"],
  ])("%s is %s", (address, path) => {
    expect(fileFor(build, scope, address)?.path).toBe(path);
  });

  it.each([
    "https://example.org/",
    "https://example.org/tools/wheelscope",
    "https://example.org/tools/wheelscope-next/index.html",
    "https://elsewhere.org/tools/wheelscope/index.html",
    `${scope}assets/`,
    `${scope}assets/index-y.js`,
    `${scope}manual.html`,
    `${scope}assets`,
    `${scope}__proto__`,
  ])("%s is left to the network", (address) => {
    expect(fileFor(build, scope, address)).toBeNull();
  });

  it("finds every path below the scope, whatever follows it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9/._-]*$/), fc.string(), (path, rest) => {
        expect(pathIn(scope, `${scope}${path}?${rest}`)).toBe(path);
        expect(pathIn(scope, `${scope}${path}#${rest}`)).toBe(path);
      }),
    );
  });
});

describe("caches", () => {
  it("keys differ by content, and are addresses in the scope", () => {
    const one = keyOf(scope, { path: "index.html", sha256: "a+/=" });
    expect(one).not.toBe(keyOf(scope, { path: "index.html", sha256: "b" }));
    expect(pathIn(scope, one)).toBe("index.html");
    expect(new URL(one).searchParams.get("sha256")).toBe("a+/=");
  });

  it("those of other pages and of other copies are not touched", () => {
    const mine = cacheName(scope, "1");
    const older = cacheName(scope, "0");
    const others = ["photos", cacheName("https://example.org/tools/", "1"), cacheName(`${scope}next/`, "1")];
    expect(ownCaches(scope, [...others, older, mine], mine)).toEqual([older]);
    expect(ownCaches(scope, [...others, older, mine])).toEqual([older, mine]);
  });
});
