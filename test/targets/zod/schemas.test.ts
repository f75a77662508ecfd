import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";

const guess = { "x-provenance": { kind: "assumed", of: ["shape"], basis: "Nobody says so." } };
const spec = createSmallSpec({
  ping: object(
    "Ping",
    {
      name: { type: "string", description: "The name */ of `it`." },
      count: { type: "integer" },
      guess: { type: "integer", ...guess },
      kept: { type: "string", "x-legacy-names": ["keptt"] },
    },
    ["name"],
  ),
  pong: object("Pong", {
    when: { type: "string", format: "date" },
    size: { type: "string", enum: ["S", 'quo"te\u2028'] },
    old: { type: "string", "x-removed-in": "20" },
  }),
});

interface Schemas {
  readonly pingRequest: z.ZodObject;
  readonly pingResponse: z.ZodObject;
  readonly requestSchemas: Readonly<Record<string, z.ZodObject>>;
}

const folder = makeRunFolder();
let schemas: Schemas;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = collectFiles(await emit(spec, "..", { targets: ["zod"] }));
  writeFiles(folder, transpile(files));
  schemas = await importFrom<Schemas>(folder, "zod/index.js");
});
afterAll(() => removeFolder(folder));

/** What the schema of a side reads, or the paths of its problems. */
function read(side: "ping" | "pong", body: object): unknown {
  const schema = side === "ping" ? schemas.pingRequest : schemas.pingResponse;
  const { data, error } = schema.safeParse({ [side]: body });
  return error ? error.issues.map(({ path }) => path.join(".")) : data[side];
}

it.each<["ping" | "pong", object, object]>([
  ["ping", { name: "x", count: null }, { name: "x" }],
  ["ping", { name: "x", guess: "y" }, { name: "x" }],
  ["ping", { name: "x", keptt: "y" }, { name: "x", kept: "y" }],
  ["ping", {}, ["ping.name"]],
  ["ping", { name: "x", count: "1" }, ["ping.count"]],
  ["ping", { name: "x", count: 2 ** 53 }, ["ping.count"]],
  ["pong", { size: 'quo"te\u2028' }, { size: 'quo"te\u2028' }],
  ["pong", { when: undefined }, { when: undefined }],
  ["pong", { more: 1 }, ["pong"]],
  ["pong", { old: "x" }, ["pong"]],
  ["pong", { when: "2026-02-29" }, ["pong.when"]],
])("the schema of %s reads %j as %j", (side, body, want) => {
  const before = structuredClone(body);
  expect(read(side, body)).toStrictEqual(want);
  expect(body).toStrictEqual(before);
});

it("what zod derives from a schema reads bodies the same way", () => {
  const ping = schemas.pingRequest.shape["ping"] as z.ZodObject;
  const body = { name: "x", count: null, keptt: "y" };
  expect(ping.pick({ kept: true, count: true }).parse(body)).toStrictEqual({ name: "x", kept: "y" });
  const extended = ping.extend({ more: z.string() }).safeParse(body);
  expect(extended.error?.issues.map(({ path }) => path)).toEqual([["more"]]);
  expect(ping.describe("A sign of life.").parse(body)).toStrictEqual({ name: "x", kept: "y" });
  expect(z.toJSONSchema(schemas.pingRequest, { io: "input" })).toMatchObject({ required: ["ping"] });
  expect(schemas.requestSchemas["ping"]).toBe(schemas.pingRequest);
});

it("comments end where they should", () => {
  expect(files.get("zod/parts/requests.ts")).toMatch(
    /\/\*\* The name \*\u2215 of `it`\. \*\/\n *"?name"?: z\.string\(\)/,
  );
});
