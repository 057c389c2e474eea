/** A table's order: a column and a direction. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}
