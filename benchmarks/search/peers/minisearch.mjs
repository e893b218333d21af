// Builds a MiniSearch index, as JSON for http and as a script for file://.
// usage: node minisearch.mjs ENTRIES.jsonl OUTPUT
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { createInterface } from "node:readline";
import MiniSearch from "minisearch";

const [entries, output] = process.argv.slice(2);
const index = new MiniSearch({
  idField: "address",
  fields: ["headline", "text"],
  storeFields: ["headline", "outlet", "day", "text"],
});
for await (const line of createInterface({ input: createReadStream(entries) })) index.add(JSON.parse(line));
mkdirSync(output, { recursive: true });
const json = JSON.stringify(index);
createWriteStream(`${output}/index.json`).end(json);
const script = createWriteStream(`${output}/index.js`);
script.write("window.miniSearchIndex=");
script.end(json);
