import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { capitalize } from "../../generator/base/text/words.js";
import { ajvEngines } from "../targets/jsonschema/engines.js";
import { checkTypes } from "../workbench/check-types.js";
import { collectFiles, emit } from "../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";
import { loadOwnSpec } from "./own-spec.js";

const sessionId = "8a1ab4a3-5d5c-4e9f-8a43-2f0f9d1f3c11";
const about = {
  event: { eventCounter: 1, eventTimestamp: "2026-11-21T12:00:00+01:00", eventBlocking: true },
  sender: { branchNumber: 1, workplaceNumber: 2 },
};
const line = { lineId: sessionId, articleNumber: 501, quantity: 1, text: "Bos tulpen" };
const bodies = {
  completeSession: { ...about, completeSession: { payments: [] } },
  addSessionLine: { ...about, addSessionLine: { line } },
  customAction: { ...about, customAction: { customActionId: "portal" } },
};

/** Undefined: the request is rejected. */
type Case = readonly [event: keyof typeof bodies, came: object, read?: object];

const cases: readonly Case[] = [
  ["completeSession", { session: { sessionId } }, { session: { sessionId } }],
  ["completeSession", { session: {} }, { session: {} }],
  ["completeSession", { session: { sessionId: null } }, { session: {} }],
  ["completeSession", { session: { sessionId: "" } }, { session: { sessionId: "" } }],
  ["completeSession", { session: { sessionId: 7 } }],
  ["completeSession", {}],
  ["addSessionLine", { session: {} }],
  ["addSessionLine", { session: { sessionId: null } }],
  ["customAction", {}, {}],
  ["customAction", { session: null }, {}],
  ["customAction", { session: {} }],
];

interface Validators {
  readonly validateRequest: (
    event: string,
    body: unknown,
  ) => { readonly ok: boolean; readonly value: unknown };
}
interface Schemas {
  readonly requestSchemas: Readonly<Record<string, z.ZodType>>;
}

const folder = makeRunFolder();
let files: ReadonlyMap<string, string>;
let validators: Validators;
let schemas: Schemas;

beforeAll(async () => {
  files = collectFiles(await emit(loadOwnSpec(), "..", { targets: ["validators", "zod", "jsonschema"] }));
  writeFiles(folder, transpile(files));
  validators = await importFrom(folder, "validators/index.js");
  schemas = await importFrom(folder, "zod/index.js");
});
afterAll(() => removeFolder(folder));

describe("a request that says less of its sale", () => {
  it.each(cases.map(([event, came, read]) => ({ event, came, read })))(
    "$event with $came",
    ({ event, came, read }) => {
      const body = { ...bodies[event], ...came };
      const want = read && { ...bodies[event], ...read };
      const checked = validators.validateRequest(event, body);
      expect(checked.ok ? checked.value : undefined).toEqual(want);
      expect(schemas.requestSchemas[event]?.safeParse(body).data).toEqual(want);
    },
  );

  it("fits the JSON Schema, once its nulls are left out", () => {
    const file = JSON.parse(files.get("jsonschema/mplus.schema.json") ?? "") as { $id: string };
    const engine = ajvEngines["2020-12"]([file]);
    for (const [event, came, read] of cases) {
      const fits = engine(`${file.$id}#/$defs/${capitalize(event)}Request`);
      expect(fits({ ...bodies[event], ...(read ?? came) })).toBe(read !== undefined);
    }
  });

  it("is what its type says", () => {
    const handlers = `import type { WebhookRequests as R } from "./types/index.js";
export const id = ({ session }: R["completeSession"]): string | undefined => session.sessionId;
export const lines = ({ session }: R["completeSession"]): R["addSessionLine"]["session"]["lines"] => session.lines ?? [];
export const sale = ({ session }: R["customAction"]): string | undefined => session?.sessionId;
export const known = ({ session }: R["addSessionLine"]): string => session.sessionId;
export const wrong = ({ session }: R["completeSession"]): string => session.sessionId;
export const missing = ({ session }: R["customAction"]): string => session.sessionId;`;
    const types = [...files].filter(([path]) => path.startsWith("types/"));
    const complaints = checkTypes(new Map([...types, ["handlers.ts", handlers]]));
    expect(complaints.map(({ line, message }) => [line, message.split("\n")[0]])).toEqual([
      [5, "Type 'string | undefined' is not assignable to type 'string'."],
      [6, "'session' is possibly 'undefined'."],
    ]);
  });
});
