/** Compares two values of plain data and lists where they differ. */

/** @returns {{facts: number, differences: string[]}} `facts`: how many plain values were compared */
export function compareValues(expected, actual, where = "") {
  if (expected === null || typeof expected !== "object") {
    return {
      facts: 1,
      differences: Object.is(expected, actual)
        ? []
        : [`${where}: readelf ${show(expected)}, ours ${show(actual)}`],
    };
  }
  if (actual === null || typeof actual !== "object") {
    return { facts: 1, differences: [`${where}: readelf ${show(expected)}, ours ${show(actual)}`] };
  }
  let facts = 0;
  const differences = [];
  if (Array.isArray(expected) && expected.length !== actual.length) {
    facts++;
    differences.push(`${where}.length: readelf ${expected.length}, ours ${actual.length}`);
  }
  for (const key of Object.keys(expected)) {
    if (differences.length > 5) break;
    const inner = compareValues(expected[key], actual[key], where === "" ? key : `${where}.${key}`);
    facts += inner.facts;
    differences.push(...inner.differences);
  }
  return { facts: Math.max(facts, 1), differences };
}

function show(value) {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
