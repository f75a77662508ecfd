import { beforeAll, describe, expect, it } from "vitest";
import type { View } from "../../../generator/contract/view/view.js";
import { compile, compilers, strict } from "../../workbench/compile.js";
import { collectFiles, emit, realSpec, type Range, type EmitOptions } from "../../workbench/emit.js";
import { featureSpec } from "../validators/feature-spec.js";
import { inlined } from "../agreement/inlined-specs.js";

/**
 * Types inferred from zod schemas and those of the target `types` are mutually assignable. Only the lists of zod are not
 * readonly.
 */
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
  [inlined.spec, "..", {}],
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
    [`${name}Request`, request.name] as const,
    [`${name}Response`, response.name] as const,
  ]);
  const checks = [...pairs, ["errorRequest", errorRequest.name] as const].flatMap(([schema, type]) =>
    ["input", "output"].flatMap((side) => [
      `((value: z.${side}<typeof zod.${schema}>): types.${type} => value);`,
      `((value: Changeable<types.${type}>): z.${side}<typeof zod.${schema}> => value);`,
    ]),
  );
  const imports = [
    'type * as z from "zod"',
    'type * as types from "./types/index.js"',
    '* as zod from "./zod/index.js"',
  ];
  const changeable =
    "type Changeable<T> = T extends readonly (infer Item)[] ? Changeable<Item>[] : " +
    "T extends string ? T : T extends object ? { [Name in keyof T]: Changeable<T[Name]> } : T;";
  return [...imports.map((each) => `import ${each};`), changeable, ...checks].join("\n");
}
