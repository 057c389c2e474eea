import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel(),
    sentence: "The file name claims manylinux_2_17_x86_64, but nothing in the wheel is compiled.",
  },
];
