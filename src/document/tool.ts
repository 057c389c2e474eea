/** The program that writes a document or a link. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}
