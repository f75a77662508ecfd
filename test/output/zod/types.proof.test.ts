import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GenerateOptions } from "../../../generator/generate.js";
import type { View } from "../../../generator/view/view.js";
import { collectFiles, emit, realSpec, type Range } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { compileIn } from "../compilers/compiler.js";
import { strict } from "../compilers/projects.js";
import { featureSpec } from "../validators/feature-spec.js";
import { inlinedSpec } from "./inlined-spec.js";

/** What zod infers of a schema can be handed to whoever wants the type of the target `types`, and the other way round. */
const spec = realSpec();
const cases: readonly { name: string; spec: typeof spec; range: Range; options: Partial<GenerateOptions> }[] =
  [
    { name: "all releases, safe", spec, range: "..", options: {} },
    { name: "all releases, gated", spec, range: "..", options: { responses: "gated", int64: "bigint" } },
    {
      name: "new releases, gated",
      spec,
      range: "59.3.4..",
      options: { responses: "gated", int64: "string" },
    },
    { name: "releases from 48 on, safe", spec, range: "48..", options: { int64: "string" } },
    { name: "old releases, safe", spec, range: "11.3..48", options: { int64: "bigint" } },
    { name: "every feature, safe", spec: featureSpec, range: "..", options: {} },
    { name: "every feature, gated", spec: featureSpec, range: "..", options: { responses: "gated" } },
    { name: "inlined objects", spec: inlinedSpec, range: "..", options: {} },
  ];

const project = { ...strict, module: "NodeNext", verbatimModuleSyntax: true, noEmit: true };

describe("the inferred types", () => {
  const folder = makeProjectFolder();
  const files: string[] = [];

  beforeAll(async () => {
    writeFiles(folder, [["package.json", '{ "type": "module" }']]);
    for (const [index, { spec, range, options }] of cases.entries()) {
      const generation = await emit(spec, range, { targets: ["types", "zod"], ...options });
      const output = [...collectFiles(generation), ["same.ts", printChecks(generation.view)] as const];
      writeFiles(`${folder}/case${index}`, output);
      files.push(`case${index}/same.ts`);
    }
  });
  afterAll(() => removeFolder(folder));

  it.each(["typescript-5.9", "typescript", "typescript-7"] as const)(
    "are those of the target types, says %s",
    async (compiler) => {
      expect(await compileIn(folder, { compiler, options: project, files })).toBe("");
    },
  );
});

/** A file that compiles only if each pair of types can be assigned both ways. */
function printChecks({ events, errorRequest }: View): string {
  const pairs = events.flatMap(({ name, request, response }) => [
    [`${name}Request`, request.name],
    [`${name}Response`, response.name],
  ]);
  const all = [...pairs, ["errorRequest", errorRequest.name]] as const;
  return [
    'import type * as z from "zod";',
    'import type * as types from "./types/index.js";',
    'import * as zod from "./zod/index.js";',
    ...all.flatMap(([schema = "", type = ""]) => [
      `((value: z.output<typeof zod.${schema}>): types.${type} => value);`,
      `((value: types.${type}): z.output<typeof zod.${schema}> => value);`,
      `((value: z.input<typeof zod.${schema}>): types.${type} => value);`,
      `((value: types.${type}): z.input<typeof zod.${schema}> => value);`,
    ]),
  ].join("\n");
}
