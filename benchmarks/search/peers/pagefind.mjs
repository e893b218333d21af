// Builds a Pagefind index with one record an entry, the headline as its heading, which Pagefind weighs most.
// usage: node pagefind.mjs ENTRIES.jsonl OUTPUT
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as pagefind from "pagefind";

const [entries, outputPath] = process.argv.slice(2);
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const { index } = await pagefind.createIndex({ forceLanguage: "en" });
let batch = [];
for await (const line of createInterface({ input: createReadStream(entries) })) {
  const { address, headline, text, outlet, day } = JSON.parse(line);
  const content =
    `<html lang="en"><body><main data-pagefind-body><h1>${escape(headline)}</h1>` +
    `<span data-pagefind-filter="outlet">${escape(outlet)}</span>` +
    `<time data-pagefind-meta="day">${day}</time><p>${escape(text)}</p></main></body></html>`;
  batch.push(index.addHTMLFile({ url: `/${address}`, content }));
  if (batch.length === 500) {
    await Promise.all(batch);
    batch = [];
  }
}
await Promise.all(batch);
const { errors } = await index.writeFiles({ outputPath });
if (errors.length) throw new Error(errors.join("\n"));
await pagefind.close();
