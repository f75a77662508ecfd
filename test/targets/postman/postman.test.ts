import { describe, expect, it } from "vitest";
import { createPingedSpec } from "./pinged-spec.js";
import { interpret } from "../../laws/judges/interpreted.js";
import { collectFiles, emit, realSpec, type Range } from "../../workbench/emit.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { output, viewOf } from "../../workbench/outputs.js";

interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly event?: readonly { readonly listen: string }[];
  readonly request?: {
    readonly method: string;
    readonly header: readonly { readonly key: string }[];
    readonly url: { readonly raw: string };
    readonly body: { readonly raw: string };
    readonly description: string;
  };
}

interface Collection extends Item {
  readonly info: { readonly name: string; readonly description: string; readonly schema: string };
}

const targets = ["postman"];
const headers = ["Content-Type", "Accept", "X-Mplus-Subscription-Id"];
const read = async (range: Range) => readCollection(await output(range, { targets }));

function readCollection(files: ReadonlyMap<string, string>) {
  const parse = (kind: string): unknown =>
    JSON.parse(files.get(`postman/mplus-webhooks.postman_${kind}.json`) ?? "");
  const collection = parse("collection") as Collection;
  const [events, refused] = collection.item ?? [];
  return {
    files,
    collection,
    environment: parse("environment") as { values: { key: string; type: string; value: string }[] },
    events: events?.item ?? [],
    refused: refused?.item ?? [],
  };
}

const names = (items: readonly Item[]): string[] => items.map(({ name }) => name);

const eventsOf = async (range: Range, spec = realSpec()): Promise<readonly Item[]> =>
  readCollection(collectFiles(await emit(spec, range, { targets }))).events;

const titlesOf = async (range: Range, spec: CheckedSpec): Promise<string[]> =>
  (await eventsOf(range, spec)).flatMap(({ item = [] }) => names(item));

describe("the Postman collection", () => {
  it("is of the format v2.1, with an environment and a guide", async () => {
    const { files, collection, environment } = await read("48..");
    expect([...files.keys()].sort()).toEqual([
      "postman/README.md",
      "postman/mplus-webhooks.postman_collection.json",
      "postman/mplus-webhooks.postman_environment.json",
    ]);
    expect(collection.info.schema).toContain("/v2.1.0/");
    expect(collection.info.description).toContain("v48 or a later release");
    const values = environment.values.map(({ key, type }) => `${key}: ${type}`);
    expect(values).toEqual(["baseUrl: default", "subscriptionId: default", "secret: secret"]);
  });

  it("has a folder for each event, and posts each of its samples to the path of the event", async () => {
    const { events } = await read("48..");
    expect(names(events)).toEqual(viewOf("48..").events.map(({ name }) => name));
    expect(names((await read("11.3..16.1")).events)).not.toContain("selectRelation");
    for (const { name, item = [] } of events) {
      expect(item.length, name).toBeGreaterThan(0);
      for (const { request } of item) {
        expect([request?.method, request?.url.raw]).toEqual(["POST", `{{baseUrl}}/${name}`]);
        expect(request?.header.map(({ key }) => key)).toEqual(headers);
        expect(JSON.parse(request?.body.raw ?? "")).toHaveProperty("event");
      }
    }
  });

  it("signs in one script, and has its tests on the two folders", async () => {
    const { collection, refused } = await read("48..");
    const listens = ({ event = [] }: Item) => event.map(({ listen }) => listen);
    expect(listens(collection)).toEqual(["prerequest"]);
    expect(collection.item?.map(listens)).toEqual([["test"], ["test"]]);
    expect(refused.map((each) => [each.name, ...listens(each)])).toEqual([
      ["Altered after signing", "prerequest"],
      ["Signed with another secret", "prerequest"],
      ["Without a signature", "prerequest"],
    ]);
  });

  it("holds a text of the spec as a text", async () => {
    const texts = ["{{secret}}", "{{$guid}}", "</script>", "\u202e\u0000", "| `x` ```", "\n}\n\n# h"];
    const spec = createPingedSpec(Object.fromEntries(texts.map((text, index) => [`s${index}`, text])));
    const { files, events } = readCollection(collectFiles(await emit(spec, "..", { targets })));
    const requests = (events[0]?.item ?? []).map(({ request }) => request);
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
  it.each(["48..", "11.3..16.1"] as const)("are some of each event, which it can send: %s", async (range) => {
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

  it("are made from the contract where all of the spec's are too new", async () => {
    const made = (await eventsOf("..21")).filter(
      ({ item = [] }) => item[0]?.name === "Made from the contract",
    );
    expect(made.map(({ name }) => name)).toEqual(["updateSessionLine"]);
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

it("spoils a request of an event that projects begin with", async () => {
  const { refused } = await read("48..");
  const events = refused.map(({ request }) => request?.url.raw.split("/").at(-1) ?? "");
  expect(events).toHaveLength(3);
  expect(events.filter((event) => !loadRealModel().startWith.includes(event))).toEqual([]);
});
