/** The version in `cp38-abi3`: every name must have been in the stable ABI by then. */
import type { Evidence } from "../../evidence.ts";
import { spread } from "../../order.ts";
import {
  comparePythons,
  highestPython,
  limitedApi,
  pythonTag,
} from "../../readings/python/python-version.ts";
import type { PythonReading } from "../../readings/readings.ts";
import { code, list, say, subject, symbol, verb, version } from "../../sentence.ts";
import type { Check } from "../forms.ts";

type Late = PythonReading["tooNew"][number];

export const check: Check = ({ readings: { python }, knowledge: { stableAbi } }) => {
  const claimed = python.wheel?.claimedFloor ?? null;
  const late = [...python.libraries].filter(([, { tooNew }]) => tooNew.length > 0);
  if (claimed === null || late.length === 0) return null;
  const paths = late.map(([path]) => path);
  /** The first Python that exports the name, stable or not. */
  const exported = ({ symbol: name, added }: Late): string => stableAbi.exportedEarlier.get(name) ?? added;
  const all = late.flatMap(([path, { tooNew }]) => tooNew.map((each) => ({ path, ...each })));
  const absent = all.filter((each) => comparePythons(exported(each), claimed) > 0);
  const telling = absent.length > 0 ? absent : all;
  const highest = highestPython(telling.map(({ added }) => added)) ?? claimed;
  const names = [...new Set(telling.filter(({ added }) => added === highest).map((each) => each.symbol))];
  const needed = highestPython(late.flatMap(([, { floor }]) => floor ?? [])) ?? highest;
  const tagName = pythonTag(needed);
  return {
    severity: absent.length > 0 ? "error" : "warning",
    sentence:
      absent.length > 0
        ? say`The tag promises the stable ABI of Python ${version(claimed)}, but ${subject(paths)} ${verb(paths.length, "uses", "use")} ${list(names.map(symbol))}, which came with ${version(highest)}.`
        : say`The tag promises the stable ABI of Python ${version(claimed)}; ${subject(paths)} ${verb(paths.length, "uses", "use")} ${list(names.map(symbol))}, which Python had by then but made stable only in ${version(highest)}.`,
    advice: [
      say`Give the wheel the tag ${code(`${tagName}-abi3`)}: in setuptools ${code(`[bdist_wheel] py_limited_api = ${tagName}`)}.`,
      say`Or stay with ${version(claimed)}: define ${code(`Py_LIMITED_API=${limitedApi(claimed)}`)} when compiling, so that the headers hide what came later.`,
    ],
    libraries: paths,
    evidence: spread(
      [...absent, ...all.filter((each) => !absent.includes(each))].map((each): Evidence => ({
        in: each.path,
        symbol: each.symbol,
        note: noteOf(each, exported(each)),
      })),
      (piece) => piece.in ?? "",
    ),
  };
};

function noteOf({ added }: Late, exported: string): string {
  if (exported === added) return `in Python since ${added}`;
  return `stable since ${added}, there since ${exported === "3.6" ? "3.6 or before" : exported}`;
}
