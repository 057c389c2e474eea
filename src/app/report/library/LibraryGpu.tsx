/** The GPU code of one library: coverage by GPU, size by target, containers and where they lie. */
import type { CudaCode, HipCode } from "../../../facts/code-facts.ts";
import type { GpuReading } from "../../../core/readings/readings.ts";
import type { ElfFacts } from "../../../facts/model.ts";
import { formatBytes, formatCount, plural } from "../../../present/units.ts";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { Disc } from "../../ui/StateMark.tsx";
import { coverageStates, coverageText } from "../../../present/gpu.ts";
import { capability } from "../../../core/readings/gpu/devices.ts";
import { SizeBars } from "../gpu/SizeBars.tsx";

export function LibraryGpu({ reading, elf }: { readonly reading: GpuReading; readonly elf: ElfFacts }) {
  const { coverage, sizes, sentence } = reading;
  const { cuda, hip } = elf.gpu ?? { cuda: null, hip: null };
  return (
    <section aria-labelledby="detail-gpu detail">
      <h3 id="detail-gpu">GPU code</h3>
      <p>
        <SentenceText sentence={sentence} />
      </p>
      {coverage.length > 0 && (
        <ul className="coverage-list">
          {coverage.map((cell) => (
            <li key={cell.sm}>
              <Disc state={coverageStates[cell.coverage]} />
              <strong>{capability(cell.sm)}</strong>
              <span className="small">{coverageText(cell)}</span>
            </li>
          ))}
        </ul>
      )}
      {sizes.length > 0 && (
        <SizeBars
          rows={sizes.map(({ target, bytes, share, containers }) => ({
            name: target,
            bytes,
            share,
            note: plural(containers, "container"),
          }))}
        />
      )}
      <dl className="facts">
        {cuda !== null && <CudaFacts cuda={cuda} />}
        {hip !== null && <HipFacts hip={hip} />}
      </dl>
    </section>
  );
}

function CudaFacts({ cuda }: { readonly cuda: CudaCode }) {
  return (
    <>
      <div>
        <dt>Containers</dt>
        <dd className="lines">
          <span>
            {formatCount(cuda.containers)}, {formatBytes(cuda.bytes)}
          </span>
          {cuda.places.map(({ section, containers, bytes }) => (
            <span key={section ?? ""} className="faint">
              {formatCount(containers)} in {section === null ? "no section" : <code>{section}</code>},{" "}
              {formatBytes(bytes)}
            </span>
          ))}
          {cuda.damaged > 0 && <span className="bad">{plural(cuda.damaged, "place")} not readable</span>}
        </dd>
      </div>
      {cuda.toolkits.length > 0 && (
        <div>
          <dt>CUDA toolkit</dt>
          <dd>{cuda.toolkits.join(", ")}</dd>
        </div>
      )}
    </>
  );
}

function HipFacts({ hip }: { readonly hip: HipCode }) {
  return (
    <>
      <div>
        <dt>ROCm bundles</dt>
        <dd>
          {formatCount(hip.bundles)}, {formatBytes(hip.bytes)}
          {hip.compressedBundles > 0 &&
            `; ${formatCount(hip.compressedBundles)} compressed, whose targets are not read`}
        </dd>
      </div>
      {hip.targets.length > 0 && (
        <div>
          <dt>ROCm targets</dt>
          <dd className="mono">{hip.targets.map(({ target }) => target).join(", ")}</dd>
        </div>
      )}
    </>
  );
}
