/** How much a finding weighs, worst first. */
export const SEVERITIES = ["error", "warning", "info", "good"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Smaller is worse. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);
