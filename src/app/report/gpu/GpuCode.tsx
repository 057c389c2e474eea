/** GPU code: which GPUs each library runs on, as one would put it in release notes, and what each architecture costs. */
import type { GpuReading, WheelGpu } from "../../../core/readings/readings.ts";
import type { Report } from "../../../core/report.ts";
import { formatBytes, plural } from "../../../present/units.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { gpuMarkdown, gpuRows, targetTotals } from "../../../present/gpu.ts";
import { GpuMatrix } from "./GpuMatrix.tsx";
import { SizeBars } from "./SizeBars.tsx";

export function GpuCode({ report, gpu }: { readonly report: Report; readonly gpu: WheelGpu }) {
  const rows = gpuRows(report);
  const driver = report.accelerators?.driver ?? null;
  const totals = targetTotals(report);
  return (
    <section className="gpu-code" aria-labelledby="gpu">
      <div className="section-head">
        <h2 id="gpu" tabIndex={-1}>
          GPU code
        </h2>
        <p className="faint small">
          {formatBytes(gpu.bytes)} in {plural(gpu.libraries.length, "library", "libraries")}
        </p>
        <span className="head-tools">
          <CopyButton quiet label="Copy as Markdown" text={() => gpuMarkdown(report, gpu)} />
        </span>
      </div>
      <p className="section-sentence">
        <SentenceText sentence={gpu.sentence} />
      </p>
      {rows.length > 0 && <GpuMatrix devices={gpu.devices} rows={rows} />}
      <dl className="facts section-facts">
        {gpu.gfx.length > 0 && (
          <div>
            <dt>ROCm targets</dt>
            <dd className="mono">{gpu.gfx.join(", ")}</dd>
          </div>
        )}
        <PtxFact report={report} />
        {driver !== null && (
          <div>
            <dt>NVIDIA driver</dt>
            <dd>
              {driver.atLeast} or newer{" "}
              <span className="faint">({<SentenceText sentence={driver.why} />})</span>
            </dd>
          </div>
        )}
      </dl>
      {totals.length > 0 && (
        <details className="fold" open={totals.length <= 8}>
          <summary>
            Size by architecture <span className="faint small">{plural(totals.length, "target")}</span>
          </summary>
          <SizeBars
            rows={totals.map(({ target, bytes, share, libraries }) => ({
              name: target,
              bytes,
              share,
              note: gpu.libraries.length === 1 ? "" : plural(libraries, "library", "libraries"),
            }))}
          />
        </details>
      )}
    </section>
  );
}

function PtxFact({ report }: { readonly report: Report }) {
  const all = report.libraries.flatMap(({ gpu }): readonly NonNullable<GpuReading["ptx"]>[] =>
    gpu === null || gpu.ptx === null ? [] : [gpu.ptx],
  );
  const versions = [...new Set(all.map(({ isa, cuda }) => (cuda === null ? isa : `${isa} (CUDA ${cuda})`)))];
  if (versions.length === 0) return null;
  return (
    <div>
      <dt>PTX</dt>
      <dd>ISA {versions.join(", ")}</dd>
    </div>
  );
}
