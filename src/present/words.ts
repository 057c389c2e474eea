/** Words for values of the facts, the same in every presentation. */
import { architectureName } from "../core/architecture-name.ts";
import type { Report } from "../core/report.ts";
import type { LibraryRole } from "../facts/model.ts";
import { runsOn } from "../facts/names/claim-tag.ts";
import { groupBy } from "./group-by.ts";
import { plural } from "./units.ts";

/** One word each, for a column beside a heading that speaks of libraries. */
export const shortRoles: Readonly<Record<LibraryRole, string>> = {
  "extension-module": "extension",
  "shared-library": "library",
  executable: "program",
  "relocatable-object": "object file",
};

/** The same in text, where native files are spoken of. */
export const nativeFileRoles: Readonly<Record<LibraryRole, string>> = {
  "extension-module": "module",
  "shared-library": "library",
  executable: "program",
  "relocatable-object": "object",
};

export function roleName(role: LibraryRole): string {
  switch (role) {
    case "extension-module":
      return "extension module";
    case "shared-library":
      return "shared library";
    case "executable":
      return "program";
    case "relocatable-object":
      return "object file";
  }
}

/** For which processor the wheel is judged, and which of its files are for another: `x86_64, 1 file for aarch64`. */
export function architecturesText({
  architecture,
  facts,
}: Pick<Report, "architecture" | "facts">): string | null {
  if (architecture === null) return null;
  const others = groupBy(
    facts.libraries.flatMap(({ elf }) =>
      elf === null || runsOn(elf.architecture, architecture) ? [] : [elf.architecture],
    ),
    architectureName,
  );
  const parts = [...others].map(([other, files]) => `${plural(files.length, "file")} for ${other}`);
  return [architectureName(architecture), ...parts].join(", ");
}
