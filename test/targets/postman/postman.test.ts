import { describe, expect, it } from "vitest";
import { createPingedSpec } from "./pinged-spec.js";
import { interpret } from "../../laws/judges/interpreted.js";
import { collectFiles, emit, realSpec, type Range } from "../../workbench/emit.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { viewOf } from "../../workbench/outputs.js";
import { loadRealModel } from "../../workbench/real-spec.js";

interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly request?: { readonly body: { readonly raw: string }; readonly description: string };
}

/** Each sample request of a fleet. */
async function samplesOf(range: Range, spec = realSpec()) {
  const files = collectFiles(await emit(spec, range, { targets: ["postman"] }));
  const text = files.get("postman/mplus-webhooks.postman_collection.json") ?? "";
  expect([...files.values()].join("")).not.toMatch(/[\u0000\u202e]/);
  const events = (JSON.parse(text) as Item).item?.[0]?.item ?? [];
  return events.flatMap(({ name: event, item = [] }) =>
    item.map(({ name, request }) => {
      const { body = { raw: "null" }, description = "" } = request ?? {};
      return { event, name, raw: body.raw, body: JSON.parse(body.raw) as unknown, description };
    }),
  );
}

it("the Postman collection contains a text of the spec as a text", async () => {
  const texts = ["{{secret}} {{$guid}}", "</script>", "\u202e\u0000", "| `x` ```", "\n}\n\n# h"];
  const spec = createPingedSpec(Object.fromEntries(texts.map((text, index) => [`s${index}`, text])));
  const samples = await samplesOf("..", spec);
  expect(samples.map(({ body }) => body)).toEqual(texts.map((text) => ({ ping: { text } })));
  for (const { raw, description } of samples) {
    expect(raw).not.toContain("{{");
    expect(description.split("\n")).toHaveLength(1);
  }
});

describe("the sample requests of a fleet", () => {
  it.each(["48..", "48..59.3.4"] as const)("are some of each event, which it can send: %s", async (range) => {
    const samples = await samplesOf(range);
    for (const { name, request } of viewOf(range).events) {
      const isSent = interpret(request, "closed");
      const ofEvent = samples.filter(({ event }) => event === name);
      expect(ofEvent.length, name).toBeGreaterThan(0);
      expect(ofEvent.filter(({ body }) => !isSent(body))).toEqual([]);
    }
  });

  it("are the spec's own, each with an answer if every shop takes it", async () => {
    const requests = loadRealModel().examples.filter(({ request }) => request !== undefined);
    const [all, newest] = [await samplesOf("48.."), await samplesOf("59.3.4..")];
    expect(all).toHaveLength(requests.length);
    const [some, more] = [all, newest].map(
      (samples) => samples.filter(({ description }) => description.includes("Possible answer")).length,
    );
    expect(some).toBeGreaterThan(20);
    expect(more).toBeGreaterThan(some ?? 0);
  });

  it.each([
    ["..", ["First", "Second"]],
    ["20..", ["Second"]],
    ["10..10", ["First"]],
  ] as const)("are only those that a shop of %s can send", async (range, want) => {
    const text = { type: "string" };
    const now = { old: { ...text, "x-removed-in": "20" }, now: { ...text, "x-added-in": "20" } };
    const spec = createSmallSpec({
      ping: object("Ping", now, ["now"]),
      files: {
        "examples/ping/first.json": { description: "A.", release: "10", request: { ping: { old: "a" } } },
        "examples/ping/second.json": { description: "B.", release: "20", request: { ping: { now: "b" } } },
      },
    });
    expect((await samplesOf(range, spec)).map(({ name }) => name)).toEqual(want);
  });
});
