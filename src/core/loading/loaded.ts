/** A file that is loaded, and who wanted it. */
import type { LibraryFacts } from "../../facts/model.ts";

export interface Loaded {
  readonly library: LibraryFacts;
  /** The file that needed it first; null: the start. */
  readonly loader: Loaded | null;
}
