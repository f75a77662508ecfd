// How fast recorded bodies become claims, beside JSON.parse of the same lines.
import { indexModel } from "../../../dist/generator/drift/judge/known.js";
import { trafficReader } from "../../../dist/generator/drift/traffic/reader.js";
import { createMocker } from "../../../dist/generator/examples/mock-body.js";
import { createAlbum } from "../../../dist/generator/lattice/album.js";
import { buildModel } from "../../../dist/generator/model/build.js";
import { loadSpec } from "../../../dist/generator/package/load-spec.js";
import { releaseFleet } from "../../../dist/generator/time/fleet.js";
import { buildView } from "../../../dist/generator/view/build-view.js";
import { figure, ratios, spread } from "../figures.mjs";
import { interleave, timeCalls } from "../rounds.mjs";

export async function run({ quick }) {
  const count = quick ? 200 : 10_000;
  const model = buildModel(loadSpec().value);
  const exchanges = makeExchanges(model, count);
  const lines = exchanges.map((exchange) => JSON.stringify(exchange));
  const known = indexModel(model);
  const read = (file, text) => () => trafficReader.read({ file, chunks: toChunks(text) }, { known });
  const contestants = {
    "lines of NDJSON": read("x.ndjson", lines.join("\n")),
    "a list in JSON": read("x.json", `[${lines.join(",")}]`),
    "JSON.parse": () => lines.forEach((line) => JSON.parse(line)),
  };
  const times = await interleave(
    Object.fromEntries(Object.entries(contestants).map(([name, call]) => [name, () => timeCalls(call, 1)])),
    { rounds: quick ? 1 : 15, warmups: quick ? 0 : 2 },
  );
  const { "JSON.parse": parsing, ...ours } = times;
  return Object.entries(ours).map(([contestant, values]) =>
    figure({
      what: `reading ${count} recorded bodies`,
      ...{ contestant, beside: "JSON.parse", values: ratios(values, parsing) },
      note: `${Math.round((1000 * count) / spread(values).median)} bodies a second`,
    }),
  );
}

/** Requests of the newest release, of all events in turn. */
function makeExchanges(model, count) {
  const album = createAlbum(model);
  const view = buildView(album, releaseFleet(model.changes.at(-1), model)).value;
  const mock = createMocker(view, album);
  return Array.from({ length: count }, (_, seed) => {
    const event = view.events[seed % view.events.length];
    return { event: event.name, request: mock(event, { side: "request", size: "rich", seed, large: false }) };
  });
}

async function* toChunks(text) {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}
