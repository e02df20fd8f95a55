/**
 * How much each thing counts in the search.
 *
 * Those of a term in a title, of what is featured and of what is closed are in site/search/title_files.py as well.
 */

export const WEIGHTS = {
  // How well a term of the index fits a typed one; the same counts 1.
  sameRoot: 0.85,
  unfinished: 0.9,
  prefix: 0.6,
  typo: 0.8,
  // Divided by the letters typed, and taken away.
  eachTypo: 1.6,
  unfinishedTypo: 0.8,
  // The least that is no guess.
  sureTypo: 0.5,

  // What may stand for the words typed, which count 1.
  synonym: 0.65,
  idiom: 0.8,
  idiomWord: 0.3,
  base: 0.4,
  filler: 0.3,

  // A term in a title has at least this.
  title: 6,
  // A word too common for the index, where nothing else is asked: less than any term.
  commonWord: 1e-3,
  // Another title, or the title, that is what was typed, whole: more than any terms.
  otherTitle: 1e6,
  exactTitle: 1e7,
  featured: 1.1,
  closed: 0.95,
};
