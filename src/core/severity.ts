/** How much a finding weighs: the one order of severities, worst first. */
export const SEVERITIES = ["error", "warning", "info", "good"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** 0 the worst: sorts worst first. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** What is counted in a summary, worst first: good news is not. */
export const COUNTED_SEVERITIES = SEVERITIES.filter((severity) => severity !== "good");
