import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { once } from "../../../generator/base/once.js";
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
  it.each<[name: string, ping: object, read?: object]>([
    ["a null that counts as absent", { name: "x", count: null }, { name: "x" }],
    ["what does not fit a guess", { name: "x", guess: "y" }, { name: "x" }],
    ["an older spelling", { name: "x", keptt: "y" }, { name: "x", kept: "y" }],
  ])("is read: %s", (_name, ping, read = ping) => {
    const before = structuredClone(ping);
    expect(schemas.pingRequest.parse({ ping })).toStrictEqual({ ping: read });
    expect(ping).toStrictEqual(before);
  });

  it.each([
    ["what is required is missing", { ping: {} }, ["ping", "name"]],
    ["a value is of another type", { ping: { name: "x", count: "1" } }, ["ping", "count"]],
    ["an integer was rounded", { ping: { name: "x", count: 2 ** 53 } }, ["ping", "count"]],
  ])("is refused where %s", (_name, body, path) => {
    expect(schemas.pingRequest.safeParse(body).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it("is read alike by what zod makes of its schema", () => {
    const ping = schemas.pingRequest.shape["ping"] as z.ZodObject;
    const body = { name: "x", count: null, keptt: "y" };
    expect(ping.pick({ kept: true, count: true }).parse(body)).toStrictEqual({ name: "x", kept: "y" });
    const extended = ping.extend({ more: z.string() }).safeParse(body);
    expect(extended.error?.issues.map(({ path }) => path)).toEqual([["more"]]);
    expect(ping.describe("A sign of life.").parse(body)).toStrictEqual({ name: "x", kept: "y" });
  });

  it("can be said as JSON Schema", () => {
    expect(z.toJSONSchema(schemas.pingRequest, { io: "input" })).toMatchObject({ required: ["ping"] });
  });
});

describe("an answer", () => {
  it.each([
    ["a value with letters that code has for itself", { size: 'quo"te\u2028' }],
    ["what is undefined, and so is not sent", { when: undefined }],
  ])("is taken: %s", (_name, pong) => {
    expect(schemas.pingResponse.parse({ pong })).toEqual({ pong });
  });

  it.each([
    ["an unknown property", { pong: { more: 1 } }],
    ["what some release does not take", { pong: { old: "x" } }],
    ["a day that does not exist", { pong: { when: "2026-02-29" } }],
  ])("is refused: %s", (_name, body) => {
    expect(schemas.pingResponse.safeParse(body).success).toBe(false);
  });
});

it("the index has them by event, too", () => {
  expect(schemas.requestSchemas["ping"]).toBe(schemas.pingRequest);
});

it("comments end where they should", () => {
  expect(files.get("zod/parts/requests.ts")).toMatch(
    /\/\*\* The name \*\u2215 of `it`\. \*\/\n *"?name"?: z\.string\(\)/,
  );
});
