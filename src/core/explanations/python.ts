/** Sources and commands that several pages about the Python ABI name. */
import type { SeeYourself, Source } from "./explanation.ts";

export const STABLE_ABI: Source = {
  title: "Python documentation: C API stability",
  address: "https://docs.python.org/3/c-api/stable.html",
};

export const ABI3AUDIT: SeeYourself = {
  command: "abi3audit --verbose FILE.whl",
  shows:
    "For each file the names outside of the stable ABI and those newer than the tag. It also counts names that the wheel defines itself.",
};

export const IMPORTS: SeeYourself = {
  command: "nm --dynamic --undefined-only FILE.so | grep -E ' _?Py'",
  shows: "All names that the file takes from Python.",
};
