import { beforeAll, describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/base/json.js";
import { output, viewOf } from "../../workbench/outputs.js";
import { at, readDocument, targets } from "../documents.js";

const listEvents = () => viewOf("48..").events.map(({ name }) => name);

describe("the document", () => {
  let document: JsonObject;
  beforeAll(async () => {
    document = readDocument(await output("48..", { targets }), "asyncapi/mplus.asyncapi.json");
  });

  it("receives every event, and replies to it", () => {
    const events = listEvents();
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
});
