/** Which files of a wheel something outside opens. The others are loaded in their trees, and judged there. */
import type { ReadLibrary } from "../read-libraries.ts";
import { fileNameOf } from "../../facts/path.ts";

export interface Start<L extends ReadLibrary = ReadLibrary> {
  readonly library: L;
  /** `module`: Python imports it. `program`: it is started. `library`: nothing in the wheel needs it, so it is opened by name, or not at all. */
  readonly kind: "module" | "program" | "library";
}

export function startsOf<L extends ReadLibrary>(libraries: readonly L[]): Start<L>[] {
  const needed = new Set(libraries.flatMap(({ elf }) => elf.needed));
  return libraries.flatMap((library): Start<L>[] => {
    const { elf, path } = library;
    switch (elf.role) {
      case "extension-module":
        return [{ library, kind: "module" }];
      case "executable":
        return [{ library, kind: "program" }];
      case "shared-library": {
        const isNeeded = needed.has(fileNameOf(path)) || (elf.soname !== null && needed.has(elf.soname));
        return isNeeded ? [] : [{ library, kind: "library" }];
      }
      case "relocatable-object":
        return [];
    }
  });
}

/** Files for the tests of a package: nobody who uses it loads them. */
export const isTestData = (path: string): boolean =>
  /(?:^|\/)(?:tests?|testing|test[_-]data|testdata|fixtures)\//.test(path);
