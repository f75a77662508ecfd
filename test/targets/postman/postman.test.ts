import { describe, expect, it } from "vitest";
import { createPingedSpec } from "./pinged-spec.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
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
