/** One piece of evidence. Fields that do not apply are absent. */
export interface Evidence {
  /** Path of the library inside the wheel. */
  readonly in?: string;
  readonly symbol?: string;
  readonly version?: string;
  /** The provider: the needed library that a version or symbol must come from. */
  readonly from?: string;
  /** Anything else, in words. */
  readonly note?: string;
}
