/** The names that C libraries have, from names.json. Large, so it is loaded when it is first asked for. */
import { commonNamesOf, type CommonNameLists, type CommonNames } from "../../facts/names/common-names.ts";
import { laterNames } from "./later-names.ts";
import file from "./names.json";

/** With the names that came later, which stand apart. */
const withLater = (libc: "glibc" | "musl") => {
  const later = [...laterNames[libc].keys()];
  return { ...file[libc], later: later.join(" ") };
};

export const commonNameLists: CommonNameLists = { glibc: withLater("glibc"), musl: withLater("musl") };

export const commonNames: CommonNames = commonNamesOf(commonNameLists);
