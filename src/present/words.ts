/** Words for values of the facts, the same in every presentation. */
import type { Architecture, LibraryRole } from "../facts/model.ts";

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
