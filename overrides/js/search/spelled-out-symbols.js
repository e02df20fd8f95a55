/** Read the names of signs that people type instead of the signs: "c plus plus" for C++. */

/** @type {Record<string, string>} */
const SIGNS = { plus: "+", sharp: "#" };

const GLUED = /^([a-z])(plusplus|plus|sharp)$/;

/**
 * The name with signs that some words begin with, and how many words that takes; 0 when there is none.
 * @param {string[]} words as they were typed
 * @returns {{term: string, length: number}}
 */
export function spokenName(words) {
  const [first, ...others] = words;
  const glued = GLUED.exec(first);
  if (glued) return { term: glued[1] + signs(glued[2].match(/plus|sharp/g) ?? []), length: 1 };
  if (/^dot[a-z]{2,}$/.test(first)) return { term: first.replace("dot", "."), length: 1 };
  if (first === "dot" && /^[a-z]{2,}$/.test(others[0] ?? "")) {
    return { term: `.${others[0]}`, length: 2 };
  }
  const count = others.findIndex((word) => !(word in SIGNS));
  const spoken = others.slice(0, count < 0 ? others.length : count).slice(0, 2);
  if (!/^[a-z]$/.test(first) || !spoken.length) return { term: "", length: 0 };
  return { term: first + signs(spoken), length: 1 + spoken.length };
}

/** @param {string[]} spoken */
function signs(spoken) {
  return spoken.map((word) => SIGNS[word]).join("");
}
