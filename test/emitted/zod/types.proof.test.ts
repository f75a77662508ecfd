import { beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../../generator/contract/view/view.js";
import { compile, compilers, strict } from "../../workbench/compile.js";
import { collectFiles, emit, realSpec, type Range, type EmitOptions } from "../../workbench/emit.js";
import { featureSpec } from "../validators/feature-spec.js";
import { inlinedSpec } from "../agreement/inlined-spec.js";

/** Types inferred from zod schemas and those of the target `types` are mutually assignable. */
const spec = realSpec();
type Case = readonly [spec: typeof spec, range: Range, options: EmitOptions];
const cases: readonly Case[] = [
  [spec, "..", {}],
  [spec, "..", { responses: "gated" }],
  [spec, "59.3.4..", { responses: "gated" }],
  [spec, "48..", {}],
  [spec, "11.3..48", {}],
  [featureSpec, "..", {}],
  [featureSpec, "..", { responses: "gated" }],
  [inlinedSpec, "..", {}],
];

const options = { ...strict, module: "NodeNext", verbatimModuleSyntax: true, noEmit: true };

describe("the inferred types", () => {
  const files: (readonly [string, string])[] = [];

  beforeAll(async () => {
    for (const [index, [spec, range, options]] of cases.entries()) {
      const generation = await emit(spec, range, { targets: ["types", "zod"], ...options });
      const output = [...collectFiles(generation), ["same.ts", printChecks(generation.view)] as const];
      files.push(...output.map(([path, text]) => [`case${index}/${path}`, text] as const));
    }
  });

  it.each(compilers)("are those of the target types, says %s", async (compiler) => {
    const roots = cases.map((_, index) => `case${index}/same.ts`);
    expect(await compile(files, { compiler, options, roots })).toEqual(new Map());
  });
});

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
