/** The figures as Markdown, and the budgets with whether they were met. */

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One row a wheel; all times are medians in seconds. */
export function markdownTable(rows) {
  const head = [
    "wheel",
    "file MB",
    "libraries",
    "ELF MB",
    "page",
    "command line",
    "auditwheel show",
    "Python zipfile",
    "libdeflate",
    "auditwheel / page",
    "page / libdeflate",
    "page grows by",
  ];
  const cells = rows.map((r) => [
    r.name,
    (r.fileBytes / 1e6).toFixed(1),
    String(r.libraries),
    (r.elfBytes / 1e6).toFixed(1),
    seconds(r.page),
    seconds(r.commandLine),
    seconds(r.auditwheel),
    seconds(r.zipfile),
    seconds(r.libdeflate),
    `${(r.auditwheel / r.page).toFixed(0)} ×`,
    `${(r.page / r.libdeflate).toFixed(2)} ×`,
    `${r.pageMebibytes.toFixed(0)} MiB`,
  ]);
  return [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...cells]
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n");
}

function seconds(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

const SMALL = 100e6;

/** @returns {{budget: string, measured: string, met: boolean}[]} the budgets of the design */
export function budgets(rows, { scriptGzip, wasmGzip, firstPaint }) {
  const against = rows.map((r) => ({ ...r, ratio: r.auditwheel / r.page }));
  const worst = (list, value) => list.reduce((a, b) => (value(a) >= value(b) ? a : b));
  const slowest = worst(against, (r) => -r.ratio);
  const middle = median(against.map((r) => r.ratio));
  const large = rows.filter((r) => r.elfBytes >= SMALL);
  const small = rows.filter((r) => r.elfBytes < SMALL);
  const grown = worst(rows, (r) => r.pageMebibytes);
  const blocked = worst(rows, (r) => r.longestTask);
  const list = [
    line(
      "page against auditwheel, every wheel ≥ 10 ×",
      `${slowest.ratio.toFixed(1)} × (${slowest.name})`,
      slowest.ratio >= 10,
    ),
    line("page against auditwheel, median ≥ 30 ×", `${middle.toFixed(1)} ×`, middle >= 30),
  ];
  for (const r of rows.filter((row) => row.goal !== undefined)) {
    list.push(
      line(
        `${r.name}: page in at most 1/${r.goal} of auditwheel's time`,
        `1/${(r.auditwheel / r.page).toFixed(1)}`,
        r.auditwheel / r.page >= r.goal,
      ),
    );
  }
  if (large.length > 0) {
    const most = worst(large, (r) => r.page / r.libdeflate);
    list.push(
      line(
        "page against libdeflate alone, ≥ 100 MB of ELF, ≤ 1.6 ×",
        `${(most.page / most.libdeflate).toFixed(2)} × (${most.name})`,
        most.page / most.libdeflate <= 1.6,
      ),
    );
  }
  if (small.length > 0) {
    const most = worst(small, (r) => r.page - r.libdeflate);
    list.push(
      line(
        "small wheels: libdeflate + 80 ms",
        `+ ${((most.page - most.libdeflate) * 1000).toFixed(0)} ms (${most.name})`,
        most.page - most.libdeflate <= 0.08,
      ),
    );
  }
  return [
    ...list,
    line(
      "the page's process grows by ≤ 256 MiB",
      `${grown.pageMebibytes.toFixed(0)} MiB (${grown.name})`,
      grown.pageMebibytes <= 256,
    ),
    line("page script, gzip, ≤ 130 kB", `${(scriptGzip / 1000).toFixed(1)} kB`, scriptGzip <= 130_000),
    line("WebAssembly, gzip, ≤ 220 kB", `${(wasmGzip / 1000).toFixed(1)} kB`, wasmGzip <= 220_000),
    line("first paint on a throttled laptop < 1 s", `${firstPaint.toFixed(0)} ms`, firstPaint < 1000),
    line(
      "main thread never blocked over 50 ms while reading",
      `${blocked.longestTask.toFixed(0)} ms (${blocked.name})`,
      blocked.longestTask <= 50,
    ),
  ];
}

function line(budget, measured, met) {
  return { budget, measured, met };
}
