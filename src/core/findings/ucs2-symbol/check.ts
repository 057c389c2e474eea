/** Symbols that only a Python 2 with narrow Unicode exports (PEP 513, "UCS-2 vs UCS-4 builds"). */
import { code, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";
import { importsOf } from "../watched-symbol.ts";

export const check: Check = (context) =>
  importsOf(context, "ucs2", {
    why: say`which only a Python 2 built for narrow Unicode has`,
    advice: say`Compile against a Python 2 built with ${code("--enable-unicode=ucs4")}, and use the abi tag ${code("cp27mu")}.`,
  });
