import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit, collectFiles } from "../../workbench/emit.js";
import { createEmittedReceiver, type ReceiverOutput } from "../emitted-receiver.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";

const event = { description: "Another one.", carries: { ping: { required: true } }, answers: { pong: {} } };

/** v20 added `late` and `early` and removed `gone`; v30 added `latest`. */
const spec = createSmallSpec({
  pong: object("Pong", {
    old: { type: "string", "x-removed-in": "20" },
    early: { type: "string", "x-added-in": "20" },
    latest: { type: "string", "x-added-in": "30" },
  }),
  files: {
    "events/late.json": { ...event, "x-added-in": "20" },
    "events/gone.json": { ...event, "x-removed-in": "20" },
  },
});

const folder = makeRunFolder();
const outputs = new Map<string, ReceiverOutput>();

beforeAll(async () => {
  for (const responses of ["safe", "gated"] as const) {
    for (const versions of responses === "safe" ? [undefined] : [undefined, "10,30"]) {
      const name = `${responses}${versions ?? ""}`;
      const generation = await emit(spec, "..", { targets: ["receiver"], responses, versions });
      writeFiles(`${folder}/${name}`, transpile(collectFiles(generation)));
      outputs.set(name, await importFrom<ReceiverOutput>(`${folder}/${name}`, "receiver/index.js"));
    }
  }
});

afterAll(() => removeFolder(folder));

async function receive(output: string, [event, version]: Where, answer: object, unsupported?: string) {
  const made = outputs.get(output);
  if (!made) throw new Error(`there is no output ${output}`);
  const options = { handlers: { [event]: () => answer }, unsupported };
  const { logged, send } = createEmittedReceiver(made, version, options);
  const { status, text } = await send(event, JSON.stringify({ event: { eventBlocking: true }, ping: {} }));
  return { status, body: JSON.parse(text) as unknown, logged };
}

type Where = readonly [event: string, version: string];

const contradicted = `subscription "shop" is set to v10, but its shop runs v20 or later, because it sent this event`;
const latest = "`latest` was added in v30; this shop runs v20.";

describe("an event that the subscription's release does not have", () => {
  const late: Where = ["late", "10"];

  it.each<readonly [name: string, output: string, pong: object]>([
    ["", "safe", {}],
    ["", "gated", {}],
    [" with what the release that added it takes", "gated", { early: "a" }],
    [" with what every shop of a list takes: it may run any between", "gated10,30", {}],
  ])("is answered%s: %s", async (_name, output, pong) => {
    const want = { status: 200, body: { pong }, logged: [contradicted] };
    expect(await receive(output, late, { pong })).toEqual(want);
  });

  it("is answered with what every shop takes, where it is gone", async () => {
    const want = { status: 200, body: { pong: {} }, logged: [] };
    expect(await receive("gated", ["gone", "30"], { pong: {} })).toEqual(want);
  });

  it("is answered without what that release does not take", async () => {
    const logged = [contradicted, `omitted from the answer to late: ${latest}`];
    const answered = await receive("gated", late, { pong: { latest: "a" } }, "omit");
    expect(answered).toEqual({ status: 200, body: { pong: {} }, logged });
  });

  it("is not answered with what that release does not take", async () => {
    const { status, logged } = await receive("gated", late, { pong: { latest: "a" } });
    expect(status).toBe(500);
    const sentence = latest.replace(/^`latest` |\.$/g, "");
    expect(logged).toContain(`the late handler returned an invalid answer: /pong/latest ${sentence}`);
  });
});
