import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit, collectFiles } from "../../workbench/emit.js";
import { createEmittedReceiver, type EmittedReceiver, type ReceiverOutput } from "../emitted-receiver.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";

const event = { description: "Another one.", carries: { ping: { required: true } }, answers: { pong: {} } };

/** `late` came with 20, which also brought `early`; `gone` went then; `latest` is of 30. */
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
    for (const versions of [undefined, "10,30"]) {
      const name = `${responses}${versions ?? ""}`;
      const generation = await emit(spec, "..", { targets: ["receiver"], responses, versions });
      writeFiles(`${folder}/${name}`, transpile(collectFiles(generation)));
      outputs.set(name, await importFrom<ReceiverOutput>(`${folder}/${name}`, "receiver/index.js"));
    }
  }
});

afterAll(() => removeFolder(folder));

interface Call {
  readonly name: string;
  readonly output: string;
  readonly event: string;
  readonly version: string;
  readonly answer: object;
  readonly unsupported?: string;
}

const create = (output: string, version: string, options: object = {}): EmittedReceiver => {
  const made = outputs.get(output);
  if (!made) throw new Error(`there is no output ${output}`);
  return createEmittedReceiver(made, version, options);
};

/** What a shop gets that sends an event which the release of its subscription does not have. */
async function receive({ output, event, version, answer, unsupported }: Call) {
  const { logged, send } = create(output, version, { handlers: { [event]: () => answer }, unsupported });
  const { status, text } = await send(event, JSON.stringify({ event: { eventBlocking: true }, ping: {} }));
  return { status, body: JSON.parse(text) as unknown, logged };
}

const contradicted = (version: string) =>
  `subscription "shop" is set to v${version}, but its shop runs v20 or later: its request has that event`;

describe("an event that the subscription's release does not have", () => {
  const answered: readonly (Call & { readonly sent?: object; readonly logged?: readonly string[] })[] = [
    { name: "is answered", output: "safe", event: "late", version: "10", answer: { pong: {} } },
    { name: "is answered", output: "gated", event: "late", version: "10", answer: { pong: {} } },
    {
      name: "is answered with what the release that added it takes",
      output: "gated",
      event: "late",
      version: "10",
      answer: { pong: { early: "a" } },
    },
    {
      name: "is answered without what that release does not take",
      output: "gated",
      event: "late",
      version: "10",
      unsupported: "omit",
      answer: { pong: { latest: "a" } },
      sent: { pong: {} },
      logged: [
        contradicted("10"),
        "late: left out of the answer: `latest` was added in v30; this shop runs v20.",
      ],
    },
    {
      name: "is answered with what every shop of a list takes: between its releases it may be any",
      output: "gated10,30",
      event: "late",
      version: "10",
      answer: { pong: {} },
    },
    { name: "is answered", output: "safe10,30", event: "late", version: "10", answer: { pong: {} } },
    {
      name: "is answered with what every shop takes, where it is gone",
      output: "gated",
      event: "gone",
      version: "30",
      answer: { pong: {} },
      logged: [],
    },
  ];

  it.each(answered)("$name: $event at $version, $output", async (call) => {
    const { answer, version, sent = answer, logged = [contradicted(version)] } = call;
    expect(await receive(call)).toEqual({ status: 200, body: sent, logged });
  });

  it("is not answered with what that release does not take", async () => {
    const call = { name: "", output: "gated", event: "late", version: "10" };
    const { status, logged } = await receive({ ...call, answer: { pong: { latest: "a" } } });
    expect(status).toBe(500);
    expect(logged).toContain(
      "the handler of late gave an invalid answer: /pong/latest: `latest` was added in v30; this shop runs v20.",
    );
  });
});

describe("a list of releases", () => {
  it.each(["10", "19", "v30"])("has %s", (version) => {
    expect(() => create("gated10,30", version)).not.toThrow();
  });

  it.each(["9", "20", "29.9", "31"])("does not have %s", (version) => {
    expect(() => create("gated10,30", version)).toThrow(
      `Subscription "shop": the version "${version}" is outside the releases that this code was generated for (10 and 30).`,
    );
  });
});
