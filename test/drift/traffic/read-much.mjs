// Reads a recording of so many megabytes, made as it is read: `node read-much.mjs lines 300`. Prints what came of it, and the
// most memory that was resident.
import { readFileSync } from "node:fs";
import { importSource } from "../../workbench/sources.mjs";

const { prepareCheck, readRecording } = await importSource("drift/recordings.ts");
const { peek } = await importSource("drift/source.ts");
const { createPaths } = await importSource("model/paths.ts");
const { buildModel } = await importSource("model/build.ts");
const { loadSpec } = await importSource("package/load-spec.ts");

const [layout, megabytes] = process.argv.slice(2);
const example = JSON.parse(
  readFileSync(new URL("../../fixtures/spec/examples/scanCode/coupon.json", import.meta.url)),
);
const { request, response } = example;
const exchange = JSON.stringify({ event: "scanCode", request, response });
/** How each layout begins, goes on and ends. */
const layouts = {
  lines: { file: "x.ndjson", parts: ["", `${exchange}\n`, ""] },
  "one line": { file: "x.ndjson", parts: ['{"event":"', "x".repeat(50_000), `"}\n${exchange}\n`] },
};

const { file, parts } = layouts[layout];

async function* makeChunks() {
  const [before, part, after] = parts;
  const chunk = Buffer.from(part.repeat(Math.ceil(65_536 / part.length)));
  yield Buffer.from(before);
  for (let length = 0; length < Number(megabytes) * 1e6; length += chunk.length) yield Buffer.from(chunk);
  yield Buffer.from(after);
}

const model = buildModel(loadSpec().value);
const recording = await peek({ file, chunks: makeChunks() });
const paths = createPaths(model);
const value = await readRecording(recording, { model, paths }, prepareCheck(model).value);
console.log(
  JSON.stringify({
    records: value.count,
    unread: value.sentences.map(({ why }) => why),
    resident: process.resourceUsage().maxRSS,
  }),
);
