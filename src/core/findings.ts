/** Ids of all findings; filled in by the checks. */
export type FindingId = string;
