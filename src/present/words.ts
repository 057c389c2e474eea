/** Words for values of the facts, the same in every presentation. */
import type { Architecture, LibraryRole } from "../facts/model.ts";

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

export function architectureName(architecture: Architecture): string {
  return architecture.startsWith("machine-") ? `machine ${architecture.slice(8)}` : architecture;
}
