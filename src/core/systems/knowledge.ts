/** INTERIM */
export interface SystemsKnowledge {
  /** ISO date of the tables. */
  readonly date: string;
}
