/** Sizes as people read them; the one rule of rounding for reports, page, text, Markdown and picture. */

const decimal = ["bytes", "kB", "MB", "GB", "TB"] as const;

/**
 * `1 byte`, `12 bytes`, `2.0 kB`, `61.2 MB`, `391 kB`: decimal units as file managers and package indexes use them, with one
 * decimal place below a hundred.
 */
export function formatBytes(size: number): string {
  let value = size;
  let unit = 0;
  while (value >= 999.5 && unit < decimal.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return `${size} ${size === 1 ? "byte" : "bytes"}`;
  return `${value < 99.5 ? value.toFixed(1) : Math.round(value)} ${decimal[unit] ?? ""}`;
}

/** `4 KiB`, `64 KiB`, `2 MiB`: sizes of pages and alignments, which are powers of two; others in bytes. */
export function powerOfTwo(size: number): string {
  if (size >= 1024 ** 2 && size % 1024 ** 2 === 0) return `${size / 1024 ** 2} MiB`;
  if (size >= 1024 && size % 1024 === 0) return `${size / 1024} KiB`;
  return `${size} ${size === 1 ? "byte" : "bytes"}`;
}
