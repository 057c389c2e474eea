/** All cases in Chromium. Every file of this folder that has cases is here; test/run/e2e-cases.test.mjs sees to it. */
import { cases as access } from "./access.mjs";
import { cases as budgets } from "./budgets.mjs";
import { cases as code } from "./code.mjs";
import { cases as error } from "./error.mjs";
import { cases as hosting } from "./hosting.mjs";
import { cases as keyboard } from "./keyboard.mjs";
import { cases as landing } from "./landing.mjs";
import { cases as learn } from "./learn.mjs";
import { cases as library } from "./library.mjs";
import { cases as offline } from "./offline.mjs";
import { cases as privacy } from "./privacy.mjs";
import { cases as reading, measured } from "./reading.mjs";
import { cases as release } from "./release.mjs";
import { cases as report } from "./report.mjs";
import { cases as share } from "./share.mjs";
import { cases as shareFiles } from "./share-files.mjs";

/** The files, by name; the longest first, so that no lane ends alone. */
export const files = {
  access,
  offline,
  learn,
  share,
  "share-files": shareFiles,
  release,
  landing,
  reading,
  report,
  library,
  code,
  error,
  keyboard,
  privacy,
  hosting,
  budgets,
};

/** @type {Record<string, import("./lanes.mjs").Case>} */
export const all = Object.assign({}, ...Object.values(files));

/** What is measured runs by itself, when nothing else disturbs it. */
export const alone = new Set([...Object.keys(budgets), ...measured]);
