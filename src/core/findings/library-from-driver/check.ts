/** Libraries of the GPU driver. They fit the kernel module of the machine and may be in no wheel. */
import { linksOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct, spread } from "../../order.ts";
import { loadedAtImport } from "../../readings/gpu/at-import.ts";
import { code, nameList, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const links = linksOf(context, "driver");
  if (links.length === 0) return null;
  const loaded = loadedAtImport(context.facts, context.linkage);
  const atImport = links.filter(({ path }) => loaded.has(path));
  const shown = atImport.length > 0 ? atImport : links;
  const paths = distinct(shown.map(({ path }) => path));
  const names = distinct(shown.map(({ link }) => link.needed));
  const them = verb(paths.length, "it", "them");
  const fails =
    atImport.length > 0
      ? say`where no driver is installed, the import that loads ${them} fails`
      : say`where no driver is installed, loading ${them} fails`;
  return {
    severity: atImport.length > 0 ? "warning" : "info",
    sentence: say`${subject(paths)} ${verb(paths.length, "needs", "need")} ${nameList(names)} from the GPU driver; ${fails}.`,
    advice: [
      say`That is right for code which makes sense only with the GPU. To let the rest of the package be imported without a driver, open the driver's library with ${code("dlopen")} when it is first used instead of linking to it, as the CUDA runtime does.`,
    ],
    libraries: distinct(links.map(({ path }) => path)),
    evidence: spread(
      [...shown, ...links.filter((each) => !shown.includes(each))],
      ({ link }) => link.needed,
    ).map(({ path, link }): Evidence => ({
      in: path,
      from: link.needed,
      ...(atImport.length > 0 && !loaded.has(path)
        ? { note: "no module of the wheel loads it at import" }
        : {}),
    })),
  };
};
