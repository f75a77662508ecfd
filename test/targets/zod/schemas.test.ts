import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { once } from "../../../generator/once.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";

const undocumented = { "x-provenance": { kind: "assumed", of: ["shape"], basis: "Nobody says so." } };

const spec = once(() =>
  createSmallSpec({
    ping: object(
      "Ping",
      {
        name: { type: "string", description: "The name */ of `it`." },
        kind: { type: "string", enum: ["a", "b"], "x-open": true },
        count: { type: "integer" },
        guess: { type: "integer", ...undocumented },
        nothing: { type: ["string", "null"] },
        kept: { type: "string", "x-legacy-names": ["keptt"] },
      },
      ["name"],
    ),
    pong: object("Pong", {
      when: { type: "string", format: "date" },
      size: { type: "string", enum: ["S", 'quo"te\u2028'] },
      default: { type: "boolean" },
      old: { type: "string", "x-removed-in": "20" },
    }),
  }),
);

interface Schemas {
  readonly pingRequest: z.ZodObject;
  readonly pingResponse: z.ZodObject;
  readonly requestSchemas: Readonly<Record<string, z.ZodObject>>;
}

const folder = makeRunFolder();
let schemas: Schemas;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = collectFiles(await emit(spec(), "..", { targets: ["zod"] }));
  writeFiles(folder, transpile(files));
  schemas = await importFrom<Schemas>(folder, "zod/index.js");
});
afterAll(() => removeFolder(folder));

describe("a request", () => {
  it.each([
    { name: "as documented", ping: { name: "x", count: 1 }, read: { name: "x", count: 1 } },
    { name: "an unknown property", ping: { name: "x", more: [1] }, read: { name: "x", more: [1] } },
    {
      name: "an unknown value of an open enum",
      ping: { name: "x", kind: "c" },
      read: { name: "x", kind: "c" },
    },
    { name: "a null that counts as absent", ping: { name: "x", count: null }, read: { name: "x" } },
    {
      name: "a null that is documented",
      ping: { name: "x", nothing: null },
      read: { name: "x", nothing: null },
    },
    { name: "what does not fit a guess", ping: { name: "x", guess: "y" }, read: { name: "x" } },
    { name: "what fits a guess", ping: { name: "x", guess: 1 }, read: { name: "x", guess: 1 } },
    { name: "an older spelling", ping: { name: "x", keptt: "y" }, read: { name: "x", kept: "y" } },
  ])("is read: $name", ({ ping, read }) => {
    expect(schemas.pingRequest.parse({ ping })).toStrictEqual({ ping: read });
  });

  it.each([
    { name: "what is required is missing", body: { ping: {} }, path: ["ping", "name"] },
    { name: "what is required is null", body: { ping: { name: null } }, path: ["ping", "name"] },
    {
      name: "a value is of another type",
      body: { ping: { name: "x", count: "1" } },
      path: ["ping", "count"],
    },
    {
      name: "an integer was rounded",
      body: { ping: { name: "x", count: 2 ** 53 } },
      path: ["ping", "count"],
    },
    { name: "it is no object", body: [], path: [] },
  ])("is refused where $name", ({ body, path }) => {
    expect(schemas.pingRequest.safeParse(body).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it("leaves its body as it came", () => {
    const body = { ping: { name: "x", count: null, keptt: "y" } };
    const before = structuredClone(body);
    schemas.pingRequest.parse(body);
    expect(body).toStrictEqual(before);
  });

  it("is read alike by what zod makes of its schema", () => {
    const ping = schemas.pingRequest.shape["ping"] as z.ZodObject;
    const body = { name: "x", count: null, keptt: "y" };
    expect(ping.pick({ kept: true, count: true }).parse(body)).toStrictEqual({ name: "x", kept: "y" });
    expect(
      ping
        .extend({ more: z.string() })
        .safeParse(body)
        .error?.issues.map(({ path }) => path),
    ).toEqual([["more"]]);
    expect(ping.describe("A sign of life.").parse(body)).toStrictEqual({ name: "x", kept: "y" });
  });

  it("can be said as JSON Schema", () => {
    expect(z.toJSONSchema(schemas.pingRequest, { io: "input" })).toMatchObject({ required: ["ping"] });
  });
});

describe("an answer", () => {
  it.each([
    { name: "as documented", pong: { when: "2026-02-28", size: "S", default: true } },
    { name: "a value with letters that code has for itself", pong: { size: 'quo"te\u2028' } },
    { name: "what is undefined, and so is not sent", pong: { when: undefined } },
  ])("is taken: $name", ({ pong }) => {
    expect(schemas.pingResponse.parse({ pong })).toEqual({ pong });
  });

  it.each([
    { name: "an unknown property", body: { pong: { more: 1 } } },
    { name: "what some release does not take", body: { pong: { old: "x" } } },
    { name: "a day that does not exist", body: { pong: { when: "2026-02-29" } } },
    { name: "an unknown value", body: { pong: { size: "M" } } },
    { name: "a null", body: { pong: { when: null } } },
    { name: "the object of nobody", body: { pung: {} } },
  ])("is refused: $name", ({ body }) => {
    expect(schemas.pingResponse.safeParse(body).success).toBe(false);
  });
});

it("the index has them by event, too", () => {
  expect(schemas.requestSchemas["ping"]).toBe(schemas.pingRequest);
});

it("comments end where they should", () => {
  expect(files.get("zod/parts/requests.ts")).toMatch(
    /\/\*\* The name \*\u2215 of `it`\. \*\/\n +name: z\.string\(\),/,
  );
});
