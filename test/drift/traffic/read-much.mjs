// Reads a recording of so many megabytes, made as it is read: `node read-much.mjs lines 300`. Prints what came of it, and the
// most memory that was resident.
import { readFileSync } from "node:fs";
import { importSource } from "../../workbench/sources.mjs";

const { indexModel } = await importSource("drift/judge/known.ts");
const { trafficReader } = await importSource("drift/traffic/reader.ts");
const { buildModel } = await importSource("model/build.ts");
const { loadSpec } = await importSource("package/load-spec.ts");

const [layout, megabytes] = process.argv.slice(2);
const example = JSON.parse(
  readFileSync(new URL("../../fixtures/spec/examples/scanCode/coupon.json", import.meta.url)),
);
const { request, response } = example;
const exchange = JSON.stringify({ event: "scanCode", request, response });
const entry = JSON.stringify({
  request: { url: "https://shop.example/scanCode", postData: { text: JSON.stringify(request) } },
  response: { content: { text: JSON.stringify(response) } },
});

/** How each layout begins, goes on and ends. */
const layouts = {
  lines: { file: "x.ndjson", parts: ["", `${exchange}\n`, ""] },
  list: { file: "x.json", parts: ["[", `${exchange},\n`, `${exchange}]`] },
  entries: { file: "x.har", parts: ['{"log":{"entries":[', `${entry},\n`, `${entry}]}}`] },
  "one text": { file: "x.ndjson", parts: ['{"event":"', "x".repeat(50_000), `"}\n${exchange}\n`] },
  "one text in a list": { file: "x.json", parts: [`[${exchange},"`, "x".repeat(50_000), '"]'] },
};

const { file, parts } = layouts[layout];

async function* makeChunks() {
  const [before, part, after] = parts;
  const chunk = Buffer.from(part.repeat(Math.ceil(65_536 / part.length)));
  yield Buffer.from(before);
  for (let length = 0; length < Number(megabytes) * 1e6; length += chunk.length) yield Buffer.from(chunk);
  yield Buffer.from(after);
}

const known = indexModel(buildModel(loadSpec().value));
const { value } = await trafficReader.read({ file, chunks: makeChunks() }, { known });
const scanned = value.claims.find(({ subject }) => subject.path === "scanCode.scannedCode");
console.log(
  JSON.stringify({
    bodies: scanned?.count ?? 0,
    unread: value.remarks.map(({ unread }) => unread),
    resident: process.resourceUsage().maxRSS,
  }),
);
