import type { EmitOptions } from "../workbench/emit.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/base/json.js";
import type { Range } from "../workbench/emit.js";
import { output, viewOf } from "../workbench/outputs.js";
import { at, listBroken, listParts, listUnused, readDocument, targets } from "./documents.js";

/** The documents of OpenAPI and AsyncAPI, with the place of an event in each. */
const kinds = [
  { path: "openapi/server-3.1", placeOf: (event: string) => ["paths", `/${event}`, "post"] },
  { path: "openapi/server-3.0", placeOf: (event: string) => ["paths", `/${event}`, "post"] },
  { path: "asyncapi/mplus.asyncapi", placeOf: (event: string) => ["operations", event] },
] as const;

describe.each(kinds)("the document $path", ({ path, placeOf }) => {
  const read = async (range: Range, options: EmitOptions = {}): Promise<JsonObject> =>
    readDocument(await output(range, { targets, ...options }), `${path}.json`);
  const [section = ""] = placeOf("");
  let document: JsonObject;

  beforeAll(async () => {
    document = await read("48..");
  });

  it("has every event of the fleet, in its order", () => {
    const keys = viewOf("48..").events.map(({ name }) => placeOf(name)[1]);
    expect(Object.keys(at(document, section) ?? {})).toEqual(keys);
  });

  it.each(["48..", "..40"] as const)(
    "has no reference that leads nowhere, and no component that nothing uses: %s",
    async (range) => {
      expect(listBroken(await read(range))).toEqual([]);
      expect(listUnused(await read(range))).toEqual([]);
    },
  );

  it("has no event that no shop of the fleet knows, and says since when there is one", async () => {
    expect(at(await read("..40"), ...placeOf("selectRelation"))).toBeUndefined();
    expect(at(await read(".."), ...placeOf("selectRelation"), "description")).toContain("Requires v43.1.1.");
  });

  it("has no x- keyword", async () => {
    const keys = listParts(await read("..")).map(([names]) => names.at(-1) ?? "");
    expect(keys.filter((key) => key.startsWith("x-"))).toEqual([]);
  });
});

it.each(["asyncapi/mplus.asyncapi"])("%s says the same in YAML", async (path) => {
  const files = await output("48..", { targets });
  expect(readDocument(files, `${path}.yaml`)).toEqual(readDocument(files, `${path}.json`));
});
