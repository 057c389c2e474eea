/** The visitor's date, in UTC as the dates of the rows are. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
