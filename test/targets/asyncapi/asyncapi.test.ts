import { beforeAll, describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/json.js";
import { output, viewOf } from "../../workbench/outputs.js";
import { at, listBroken, listParts, listUnused, readDocument } from "../documents.js";

const options = { targets: ["asyncapi"] };
const path = "asyncapi/mplus.asyncapi";
const listEvents = () => viewOf("48..").events.map(({ name }) => name);

describe("the document", () => {
  let files: ReadonlyMap<string, string>;
  let document: JsonObject;
  beforeAll(async () => {
    files = await output("48..", options);
    document = readDocument(files, `${path}.json`);
  });

  it("receives every event, and replies to it", () => {
    const events = listEvents();
    expect(Object.keys(at(document, "operations") ?? {})).toEqual(events);
    for (const event of events) {
      expect(at(document, "channels", event, "address")).toBe(`/${event}`);
      expect(at(document, "operations", event)).toMatchObject({
        action: "receive",
        messages: [
          { $ref: `#/channels/${event}/messages/request` },
          { $ref: `#/channels/${event}/messages/errorReport` },
        ],
        reply: {
          messages: [
            { $ref: `#/channels/${event}/messages/answer` },
            { $ref: `#/channels/${event}/messages/refusal` },
          ],
        },
      });
    }
  });

  it("has the schema of each body, and an example of each request", () => {
    const request = at(document, "components", "messages", "scanCode-request");
    expect(at(request, "payload")).toEqual({ $ref: "#/components/schemas/ScanCodeRequest" });
    for (const event of listEvents()) {
      const examples = at(document, "components", "messages", `${event}-request`, "examples");
      expect(Object.values(examples ?? {}).map((each: Json) => at(each, "payload"))).toContainEqual(
        expect.any(Object),
      );
    }
  });

  it("asks for the subscription and the signature", () => {
    expect(at(document, "components", "messageTraits", "Request", "headers", "required")).toEqual([
      "X-Mplus-Subscription-Id",
      "X-Mplus-Signature",
    ]);
    expect(at(document, "servers", "receiver", "security")).toEqual([
      { $ref: "#/components/securitySchemes/signature" },
    ]);
  });

  it("has no reference that leads nowhere, and no component that nothing uses", () => {
    expect(listBroken(document)).toEqual([]);
    expect(listUnused(document)).toEqual([]);
  });

  it("says the same in YAML", () => {
    expect(readDocument(files, `${path}.yaml`)).toEqual(document);
  });
});

it("has no event that no shop of the fleet knows, and says since when there is one", async () => {
  const old = readDocument(await output("..40", options), `${path}.json`);
  expect(Object.keys(at(old, "operations") ?? {})).not.toContain("selectRelation");
  const all = readDocument(await output("..", options), `${path}.json`);
  expect(at(all, "operations", "selectRelation", "x-added-in")).toBe("43.1.1");
});

it("is plain on request: without any x- keyword", async () => {
  const listKeywords = async (plain: boolean): Promise<string[]> =>
    listParts(readDocument(await output("..", { ...options, plain }), `${path}.json`))
      .flatMap(([names]) => names.at(-1) ?? [])
      .filter((key) => key.startsWith("x-"));
  expect(await listKeywords(true)).toEqual([]);
  expect(await listKeywords(false)).not.toEqual([]);
});
