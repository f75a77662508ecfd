import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { capitalize } from "../../../generator/text/capitalize.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";
import { compileIn, startNode } from "../compilers/compiler.js";

const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: "nodenext",
  target: "es2022",
  noEmit: true,
  types: [],
};

/**
 * The one difference there is. A definition takes null where a null is documented in its place anywhere, because a union of
 * null and a reference is what many generators break on; our types say null only where it is documented.
 */
const withNull = (types: string): string =>
  types.replace(
    "export interface Relation {",
    "export type Relation = OnlyRelation | null;\nexport interface OnlyRelation {",
  );

/** Each body of each event, taken for the other's, in both directions. */
function printAssignments(version: string, events: readonly string[]): string {
  const both = events.flatMap((event) =>
    (["Request", "Response"] as const).flatMap((side) => {
      const [ours, theirs] = [`Webhook${side}s["${event}"]`, `Schemas["${capitalize(event)}${side}"]`];
      return [
        `export const to${event}${side} = (body: ${ours}): ${theirs} => body;`,
        `export const from${event}${side} = (body: ${theirs}): ${ours} => body;`,
      ];
    }),
  );
  const imports = [
    `import type { components } from "./openapi-${version}.js";`,
    `import type { WebhookRequests, WebhookResponses } from "./types/index.js";`,
    `type Schemas = components["schemas"];`,
  ];
  return [...imports, ...both].join("\n");
}

describe.skipIf(noTools !== undefined)(withReason("the types that openapi-typescript makes"), () => {
  let folder: string;
  let types: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = makeProjectFolder();
    const generation = await emit(realSpec(), "48..", { targets: ["types", "openapi"] });
    types = collectFiles(generation);
    const events = generation.view.events.map(({ name }) => name);
    writeFiles(folder, [...types, ["package.json", '{"type":"module"}']]);
    for (const version of ["3.1", "3.0"]) {
      const cli = toolPath("openapi-typescript/bin/cli.js");
      const source = join(folder, `openapi/server-${version}.json`);
      await text(startNode(folder, [cli, source, "-o", `openapi-${version}.ts`]).stdout);
      writeFiles(folder, [[`assign-${version}.ts`, printAssignments(version, events)]]);
    }
  });

  afterAll(() => {
    removeFolder(folder);
  });

  const compile = (version: string): Promise<string> =>
    compileIn(folder, { compiler: "typescript", options, files: [`assign-${version}.ts`] });
  const requests = (): string => types.get("types/requests.ts") ?? "";

  it.each(["3.1", "3.0"])("of %s are ours for every event, but for nulls", async (version) => {
    writeFiles(folder, [["types/requests.ts", withNull(requests())]]);
    expect(await compile(version)).toBe("");
  });

  it.each(["3.1", "3.0"])("of %s differ in nothing else", async (version) => {
    writeFiles(folder, [["types/requests.ts", requests()]]);
    const lines = (await compile(version)).trimEnd().split("\n");
    const reasons = lines.filter((line) => /^ +Type .* is not assignable to type '\w+'\.$/.test(line));
    expect(lines.filter((line) => line.includes(": error ")).length).toBeGreaterThan(15);
    expect([...new Set(reasons.filter((line) => !line.includes("{")).map((line) => line.trim()))]).toEqual([
      "Type 'null' is not assignable to type 'Relation'.",
    ]);
  });
});
