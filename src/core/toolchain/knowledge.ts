/** INTERIM */
export interface ToolchainKnowledge {
  /** GLIBCXX version → the GCC release that brought it. */
  readonly glibcxxSince: Readonly<Record<string, string>>;
}
