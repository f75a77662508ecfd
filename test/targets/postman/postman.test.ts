import { describe, expect, it } from "vitest";
import { createPingedSpec } from "./pinged-spec.js";
import { interpret } from "../../laws/judges/interpreted.js";
import { collectFiles, emit, realSpec, type Range } from "../../workbench/emit.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { viewOf } from "../../workbench/outputs.js";
import { loadRealModel } from "../../workbench/real-spec.js";

interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly request?: { readonly body: { readonly raw: string }; readonly description: string };
}

const targets = ["postman"];

function listEvents(files: ReadonlyMap<string, string>): readonly Item[] {
  const text = files.get("postman/mplus-webhooks.postman_collection.json") ?? "";
  return (JSON.parse(text) as Item).item?.[0]?.item ?? [];
}

const eventsOf = async (range: Range, spec = realSpec()): Promise<readonly Item[]> =>
  listEvents(collectFiles(await emit(spec, range, { targets })));

const titlesOf = async (range: Range, spec: CheckedSpec): Promise<string[]> =>
  (await eventsOf(range, spec)).flatMap(({ item = [] }) => item.map(({ name }) => name));

describe("the Postman collection", () => {
  it("holds a text of the spec as a text", async () => {
    const texts = ["{{secret}} {{$guid}}", "</script>", "\u202e\u0000", "| `x` ```", "\n}\n\n# h"];
    const spec = createPingedSpec(Object.fromEntries(texts.map((text, index) => [`s${index}`, text])));
    const files = collectFiles(await emit(spec, "..", { targets }));
    const requests = (listEvents(files)[0]?.item ?? []).map(({ request }) => request);
    expect(requests.map((request) => JSON.parse(request?.body.raw ?? "") as unknown)).toEqual(
      texts.map((text) => ({ ping: { text } })),
    );
    for (const request of requests) {
      expect(request?.body.raw).not.toContain("{{");
      expect(request?.description.split("\n")).toHaveLength(1);
    }
    expect([...files.values()].join("")).not.toMatch(/[\u0000\u202e]/);
  });
});

describe("the sample requests of a fleet", () => {
  it.each(["48..", "48..59.3.4"] as const)("are some of each event, which it can send: %s", async (range) => {
    const listed = await eventsOf(range);
    for (const { name, request } of viewOf(range).events) {
      const samples = listed.find((each) => each.name === name)?.item ?? [];
      const isTaken = interpret(request, "closed");
      expect(samples.length, name).toBeGreaterThan(0);
      expect(samples.filter((each) => !isTaken(JSON.parse(each.request?.body.raw ?? "")))).toEqual([]);
    }
  });

  it("are the spec's own, where the fleet can send them", async () => {
    const requests = loadRealModel().examples.filter(({ request }) => request !== undefined);
    expect((await eventsOf("48..")).flatMap(({ item = [] }) => item)).toHaveLength(requests.length);
  });

  it("are not those of an older shop that lack what the fleet always sends, or have what it no longer does", async () => {
    const spec = createSmallSpec({
      ping: object(
        "Ping",
        { old: { type: "string", "x-removed-in": "20" }, now: { type: "string", "x-added-in": "20" } },
        ["now"],
      ),
      files: {
        "examples/ping/first.json": { description: "A.", release: "10", request: { ping: { old: "a" } } },
        "examples/ping/second.json": { description: "B.", release: "20", request: { ping: { now: "b" } } },
      },
    });
    expect(await titlesOf("..", spec)).toEqual(["First", "Second"]);
    expect(await titlesOf("20..", spec)).toEqual(["Second"]);
    expect(await titlesOf("10..10", spec)).toEqual(["First"]);
  });

  it("show an answer only if every shop takes it", async () => {
    const count = async (range: Range) =>
      (await eventsOf(range))
        .flatMap(({ item = [] }) => item)
        .filter(({ request }) => request?.description.includes("Possible answer") === true).length;
    expect(await count("59.3.4..")).toBeGreaterThan(await count("48.."));
    expect(await count("48..")).toBeGreaterThan(20);
  });
});
