// Cite the references on standard input with citeproc-js: {style: [line, …]} on standard output.
const CSL = require("citeproc");
const fs = require("fs");

const { items, styles, locale } = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = Object.fromEntries(items.map((item) => [item.id, item]));
const system = { retrieveLocale: () => locale, retrieveItem: (id) => byId[id] };
const found = {};
for (const [name, style] of Object.entries(styles)) {
  const engine = new CSL.Engine(system, style);
  found[name] = items.map(({ id }) => {
    engine.updateItems([id]);
    return engine.makeBibliography()[1][0];
  });
}
process.stdout.write(JSON.stringify(found));
