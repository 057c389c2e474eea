/** `391 kB`; decimal units, three figures, as download pages give sizes. */
export function bytes(size: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let unit = 0;
  let value = size;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ""}`;
}
