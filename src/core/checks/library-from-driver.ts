/** Libraries of the GPU driver. They fit the kernel module of the machine and may be in no wheel. */
import type { Evidence } from "../report.ts";
import { code, say } from "../sentence.ts";
import { distinct, finding, linksOf, nameList, spread, subject, verb, type Check } from "./check.ts";

export const libraryFromDriver: Check = (context) => {
  const links = linksOf(context, "driver");
  if (links.length === 0) return null;
  const paths = distinct(links.map(({ path }) => path));
  const names = distinct(links.map(({ link }) => link.needed));
  return finding("library-from-driver", {
    sentence: say`${subject(paths)} ${verb(paths.length, "needs", "need")} ${nameList(names)} from the GPU driver; where no driver is installed, loading ${verb(paths.length, "it", "them")} fails.`,
    advice: [
      say`That is right for code which makes sense only with the GPU. To let the rest of the package be imported without a driver, open the driver's library with ${code("dlopen")} when it is first used instead of linking to it.`,
    ],
    libraries: paths,
    evidence: spread(links, ({ link }) => link.needed).map(({ path, link }): Evidence => ({
      in: path,
      from: link.needed,
    })),
  });
};
