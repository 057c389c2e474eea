/** INTERIM */
export interface StableAbi {
  /** Name → the Python that added it to the stable ABI, e.g. `3.7`. */
  readonly added: Readonly<Record<string, string>>;
}
