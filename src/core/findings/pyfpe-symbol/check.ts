/** Symbols that only a Python built `--with-fpectl` exports (PEP 513, "fpectl builds vs. no fpectl builds"). */
import { code, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";
import { importsOf } from "../watched-symbol.ts";

export const check: Check = (context) =>
  importsOf(context, "pyfpe", {
    why: say`which only a Python built with ${code("--with-fpectl")} has`,
    advice: say`Compile against a Python that was built without ${code("--with-fpectl")}; the option is gone since Python 3.7.`,
  });
