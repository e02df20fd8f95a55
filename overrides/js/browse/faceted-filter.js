/**
 * Filter entries, and count the results of each further choice.
 *
 * Values of one filter are alternatives; different filters are combined with “and”.
 */

/** @typedef {import("../search/index/search-index.js").Library} Library */
/** @typedef {{passing: number[], counts: Map<string, Uint32Array>, without: Map<string, number>}} Narrowed */

/**
 * @param {Library} library
 * @param {number[]} entries those that the words found, or all
 * @param {Map<string, string[]>} chosen
 * @returns {Narrowed} the entries in their order; for each filter how many entries each value would
 *   give, and how many there would be without what is chosen in it
 */
export function narrow(library, entries, chosen) {
  const filters = library.filters.map((filter) => {
    const wanted = new Set(chosen.get(filter.id) ?? []);
    const allowed = new Uint8Array(filter.values.length);
    filter.values.forEach((value, index) => {
      allowed[index] = wanted.has(value.id) ? 1 : 0;
    });
    return {
      of: filter.of,
      allowed,
      active: wanted.size > 0,
      counts: new Uint32Array(filter.values.length),
      without: 0,
    };
  });
  const active = filters.filter((filter) => filter.active);
  const passing = [];
  for (const entry of entries) {
    let failed = 0;
    let culprit = active[0];
    for (const filter of active) {
      if (!filter.of[entry].some((value) => filter.allowed[value])) {
        culprit = filter;
        if (++failed > 1) break;
      }
    }
    if (failed > 1) continue;
    if (failed) {
      // Only this filter keeps the entry out, so each of its values would let it in.
      for (const value of culprit.of[entry]) culprit.counts[value]++;
      culprit.without++;
      continue;
    }
    passing.push(entry);
    for (const filter of filters) for (const value of filter.of[entry]) filter.counts[value]++;
  }
  return {
    passing,
    counts: new Map(filters.map((filter, i) => [library.filters[i].id, filter.counts])),
    without: new Map(
      filters.map((filter, i) => [library.filters[i].id, filter.without + passing.length]),
    ),
  };
}
