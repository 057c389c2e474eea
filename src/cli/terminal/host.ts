/** What a command may use of the world around it; tests give their own. */
import type { Inspector } from "../input/inspector.ts";

export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns; 100 without a terminal, so that output in a pipe is the same everywhere. */
  readonly width: number;
}

export interface Host {
  readonly out: Stream;
  readonly err: Stream;
  /** `NO_COLOR` is set, or the terminal knows no colours. */
  readonly noColor: boolean;
  readonly createInspector: () => Promise<Inspector>;
  /** Standard input as text, its first 64 KiB. */
  readonly readInput: () => Promise<string>;
  /** `WHEELSCOPE_PAGE`: where the page of share links is; null: not set. */
  readonly page: string | null;
  /** ISO date, in UTC as the dates of the tables are. */
  readonly today: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** The highest of several inputs' codes wins. The last two are what a shell gives for SIGINT and SIGPIPE. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  usage: 2,
  unread: 3,
  bug: 4,
  interrupted: 130,
  nobodyReads: 141,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
