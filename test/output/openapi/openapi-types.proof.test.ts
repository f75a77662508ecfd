import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { capitalize } from "../../../generator/text/words.js";
import { runProgram } from "../../cli/running.js";
import { compile } from "../../workbench/compile.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";

const options = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ...{ module: "nodenext", target: "es2022", noEmit: true, types: [] },
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

const versions = ["3.1", "3.0"];

describe.skipIf(noTools !== undefined)(withReason("the types that openapi-typescript makes"), () => {
  const files = new Map<string, string>();

  beforeAll(async () => {
    const output = await madeFiles("48..", { targets: ["types", "openapi"] });
    for (const [path, text] of output) files.set(path, text);
    const names = loadRange("48..", loadRealModel()).events.map(({ name }) => name);
    const folder = makeProjectFolder();
    writeFiles(folder, output);
    for (const version of versions) {
      const cli = [process.execPath, toolPath("openapi-typescript/bin/cli.js")] as const;
      await runProgram(folder, [...cli, `openapi/server-${version}.json`, "-o", "made.ts"]);
      files.set(`openapi-${version}.ts`, readFileSync(join(folder, "made.ts"), "utf8"));
      files.set(`assign-${version}.ts`, printAssignments(version, names));
    }
    removeFolder(folder);
  });

  it("are ours for every event, but for nulls", async () => {
    const roots = versions.map((version) => `assign-${version}.ts`);
    const requests = withNull(files.get("types/requests.ts") ?? "");
    const all = [...files, ["types/requests.ts", requests] as const];
    expect(await compile(all, { compiler: "typescript", options, roots })).toEqual(new Map());
  });
});
