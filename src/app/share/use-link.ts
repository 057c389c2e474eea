/**
 * The link of the open reports while the share dialog is up: first their hashes, so that whoever gets the link can verify a file
 * against it, then the link itself, again for every title.
 */
import { use, useCallback, useEffect, useRef, useState } from "react";
import type { EncodedLink, SharedReport } from "../../document/link/shared-report.ts";
import { loadEncoder } from "../state/load-parts.ts";
import { SessionContext } from "../state/session-context.ts";
import type { ReportedWheel } from "../state/wheel.ts";
import { tool } from "../state/tool.ts";
import { toShare } from "./to-share.ts";

/** A link and what it is of: they belong together. */
export interface Made {
  readonly shared: SharedReport;
  readonly encoded: EncodedLink;
}

export type LinkState =
  /** `share`: 0 to 1, over all wheels. */
  | { readonly kind: "hashing"; readonly share: number }
  | { readonly kind: "making" }
  | ({ readonly kind: "made" } & Made)
  | { readonly kind: "failed" };

export interface LinkMaking {
  readonly state: LinkState;
  /** The link with the title as it stands now, even where typing has not paused yet. */
  readonly current: () => Promise<Made>;
}

/** Typing makes a new link when it pauses. */
const typingPauseMs = 300;

interface Making {
  readonly key: string;
  readonly abort: AbortController;
  readonly made: Promise<Made>;
}

/** `withHashes` false: the visitor does not want to wait for them. */
export function useLink(wheels: readonly ReportedWheel[], title: string, withHashes: boolean): LinkMaking {
  const store = use(SessionContext);
  if (store === null) throw new Error("no session above this component");
  const [state, setState] = useState<LinkState>({ kind: "making" });
  const last = useRef<Making | null>(null);

  const hashing = withHashes
    ? wheels.find(({ hash }) => hash.kind === "computing" || hash.kind === "unasked")
    : undefined;
  const isAsked = hashing?.hash.kind === "computing";
  const hashingId = hashing?.id ?? null;
  useEffect(() => {
    if (hashingId !== null && !isAsked) store.getState().computeHash(hashingId);
  }, [store, hashingId, isAsked]);

  // What the link depends on beside the title.
  const basis = wheels.map(({ id, hash }) => `${id}:${hash.kind === "known" ? hash.hex : ""}`).join(" ");
  const latest = useRef({ wheels, title, basis });
  useEffect(() => {
    latest.current = { wheels, title, basis };
  });

  const make = useCallback((): Promise<Made> => {
    const now = latest.current;
    const key = `${now.basis} ${now.title.trim()}`;
    if (last.current?.key === key) return last.current.made;
    last.current?.abort.abort();
    const abort = new AbortController();
    const shared = toShare(now.wheels, now.title, { origin: store.getState().origin, tool });
    const made = loadEncoder().then(async ({ encodeShared }): Promise<Made> => ({
      shared,
      encoded: await encodeShared(shared, abort.signal),
    }));
    const mine: Making = { key, abort, made };
    last.current = mine;
    made.then(
      (value) => {
        if (last.current === mine) setState({ kind: "made", ...value });
      },
      () => {
        if (last.current !== mine) return;
        last.current = null;
        setState({ kind: "failed" });
      },
    );
    return made;
  }, [store]);

  const isHashing = hashingId !== null;
  useEffect(() => {
    if (isHashing) return;
    const timer = setTimeout(
      () => void make().catch(() => undefined),
      last.current === null ? 0 : typingPauseMs,
    );
    return () => clearTimeout(timer);
  }, [isHashing, basis, title, make]);

  useEffect(
    () => () => {
      last.current?.abort.abort();
      last.current = null;
      void loadEncoder().then(({ endEncoding }) => endEncoding());
    },
    [],
  );

  return { state: isHashing ? { kind: "hashing", share: hashedShare(wheels) } : state, current: make };
}

function hashedShare(wheels: readonly ReportedWheel[]): number {
  const total = wheels.reduce((sum, { file }) => sum + file.sizeBytes, 0);
  const done = wheels.reduce((sum, { file, hash }) => {
    if (hash.kind === "computing") return sum + hash.bytesDone;
    return sum + (hash.kind === "unasked" ? 0 : file.sizeBytes);
  }, 0);
  return done / Math.max(1, total);
}
