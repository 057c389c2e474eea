/** Which file this is about: name, size, what it was built for, and its hash when asked for. */
import { errorText } from "../../core/error-text.ts";
import { otherNativeWords } from "../../core/other-native.ts";
import { useSession } from "../state/session-context.ts";
import { formatBytes, plural } from "../../present/units.ts";
import { architecturesText } from "../../present/words.ts";
import type { Hash, ReportedWheel } from "../state/wheel.ts";
import { CopyButton } from "../ui/CopyButton.tsx";

export function FileIdentity({ wheel }: { readonly wheel: ReportedWheel }) {
  const { file, report, inspection } = wheel;
  const { facts } = report;
  const architectures = architecturesText(report);
  const { requiresPython, generator } = facts.distInfo ?? { requiresPython: null, generator: null };
  return (
    <section className="identity" aria-label="File">
      <p className="identity-name mono">{file.name}</p>
      <dl className="identity-facts">
        <Fact name="From">{inspection === null ? "a shared report" : "this device"}</Fact>
        <Fact name="Size">{formatBytes(file.sizeBytes)}</Fact>
        {architectures !== null && <Fact name="Architecture">{architectures}</Fact>}
        {facts.name !== null && (
          <Fact name="Python">{pythons(facts.name.pythonTags, facts.name.abiTags)}</Fact>
        )}
        {requiresPython !== null && <Fact name="Requires Python">{requiresPython}</Fact>}
        {facts.kind === "wheel" && (
          <Fact name="Contents">
            {[
              plural(facts.entryCount, "file"),
              plural(facts.libraries.length, "library", "libraries"),
              ...otherNativeWords(facts),
            ].join(", ")}
          </Fact>
        )}
        {generator !== null && <Fact name="Built with">{generator}</Fact>}
        <Fact name="Policies of">{report.policyDate}</Fact>
        {wheel.hash.kind !== "unknown" && (
          <HashFact id={wheel.id} hash={wheel.hash} sizeBytes={file.sizeBytes} />
        )}
      </dl>
    </section>
  );
}

function pythons(python: readonly string[], abi: readonly string[]): string {
  const interpreters = python.join(", ");
  const abis = abi.filter((one) => one !== "none" && !python.includes(one)).join(", ");
  return abis === "" ? interpreters : `${interpreters} (${abis})`;
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface HashFactProps {
  readonly id: number;
  readonly hash: Hash;
  readonly sizeBytes: number;
}

function HashFact({ id, hash, sizeBytes }: HashFactProps) {
  const compute = useSession((session) => session.computeHash);
  return (
    <div className={hash.kind === "known" ? "whole-row" : ""}>
      <dt>SHA-256</dt>
      <dd aria-live="polite">
        {hash.kind === "unasked" && (
          <button type="button" className="link-button" onClick={() => compute(id)}>
            Compute
          </button>
        )}
        {hash.kind === "computing" && `${Math.round((100 * hash.bytesDone) / Math.max(1, sizeBytes))} %`}
        {hash.kind === "known" && (
          <>
            <code>{hash.hex}</code> <CopyButton quiet label="Copy" text={() => hash.hex} />
          </>
        )}
        {hash.kind === "failed" && errorText(hash.error).sentence}
      </dd>
    </div>
  );
}
