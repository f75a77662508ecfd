import { describe, expect, it } from "vitest";
import { listKnownForbidden } from "../../generator/targets/types/declarations.js";
import { types } from "../../generator/targets/types/types.js";
import type { ResponseMode } from "../../generator/contract/view/view.js";
import { modelOf } from "../contract/view/spec-of.js";
import { checkTypes } from "../workbench/check-types.js";
import { fromSeed, happens, oneOf, type Draw } from "../workbench/draw.js";
import { seed } from "../workbench/seed.js";
import { createTargetContext, emitInProcess } from "./judges/emitted.js";
import { findEvent, fleetFrom, buildViewIfPossible } from "./judges/interpreted.js";
import { specs, type Spec } from "./specs/generators.js";
import { loosen } from "./judges/loosened.js";
import { fail, hold } from "./run.js";
import type { Json } from "./specs/shapes.js";
import { drawDocuments, listEvents, scenarios, type Scenario } from "./fleets/scenarios.js";

interface Literal {
  readonly type: string;
  readonly document: unknown;
  readonly accepted: boolean;
  /** True if the answer is valid apart from bounds, formats, lengths and integers, which types cannot express. */
  readonly nearlyAccepted: boolean;
}

/** The literals of a view, in one file beside its types. */
interface Sheet {
  readonly path: string;
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly literals: readonly Literal[];
}

/** Law: TypeScript rejects an answer literal if the validator does, apart from rules that types cannot express. */
describe("types and validators agree", () => {
  it("on answers that are written as literals, in generated specs", async () => {
    const sheets: Sheet[] = [];
    await hold({
      law: "types",
      values: scenarios(16, specs().map(withPlainNames)),
      runs: 300,
      check: async (scenario, count) => {
        const sheet = await writeSheet(scenario, count.specs);
        if (sheet) sheets.push(sheet);
        count.documents += sheet?.literals.length ?? 0;
      },
    });
    agree(sheets);
  });

  it("on what lists and alternatives are made of", async () => {
    const models = compose(single).map((x) => modelOf({ pong: { x } }));
    const sheets = models.map((model, number) => {
      const scenario = { model, fleet: fleetFrom(model), draw: fromSeed(seed), documents: 0 };
      return writeSheet(
        scenario,
        number,
        values.map((x) => ({ pong: { x } })),
      );
    });
    agree((await Promise.all(sheets)).filter((sheet) => sheet !== undefined));
  });
});

const choice = { type: "string", enum: ["a", "bb"] };
const single: readonly object[] = [
  { type: "string" },
  { type: "number" },
  choice,
  { ...choice, "x-open": true },
];

const values = ["a", "c", 1, null, true].flatMap((value) => [value, [value], [[value]], [value, "a"]]);

/** Each kind alone, in a list, and beside another kind or null. */
const compose = (kinds: readonly object[]): readonly object[] =>
  kinds.flatMap((each) => {
    const list = { type: "array", items: each };
    const orNull = { anyOf: [each, { type: "null" }] };
    const alternatives = [orNull, { anyOf: [list, each] }, { anyOf: [{ type: "boolean" }, list] }];
    return [
      each,
      list,
      ...alternatives,
      ...[list, ...alternatives].map((items) => ({ type: "array", items })),
    ];
  });

/** Compares TypeScript's verdicts on all literals, in one program, with the validators' verdicts. */
function agree(sheets: readonly Sheet[]): void {
  const complaints = checkTypes(new Map(sheets.flatMap(({ files }) => files)));
  expect(complaints.filter((each) => !each.path.endsWith("/literals.ts"))).toEqual([]);
  const refused = new Set(complaints.map((each) => `${each.path}:${each.line}`));
  for (const { path, literals } of sheets) {
    literals.forEach((literal, line) => {
      const admitted = !refused.has(`${path}:${line}`);
      if (admitted ? literal.nearlyAccepted : !literal.accepted) return;
      fail("the type and the validator disagree", { path, admitted, literal });
    });
  }
  expect(sheets.length).toBeGreaterThan(0);
}

/** TypeScript treats inherited names as properties of every literal. */
const withPlainNames = (spec: Spec): Spec =>
  new Map(
    [...spec].map(([path, file]) => {
      const text = JSON.stringify(file).replace(/\b(toString|constructor|isPrototypeOf)(Old\d)?"/g, 'x$1$2"');
      return [path, JSON.parse(text) as Json];
    }),
  );

async function writeSheet(
  scenario: Scenario,
  number: number,
  given: readonly unknown[] = [],
): Promise<Sheet | undefined> {
  const { model, fleet, draw } = scenario;
  const mode: ResponseMode = number % 2 === 0 ? "safe" : "gated";
  const view = buildViewIfPossible(model, fleet, mode);
  if (!view) return undefined;
  const [files, exact, loose] = await Promise.all([
    types.emit(view, createTargetContext(model)),
    emitInProcess(view, model),
    emitInProcess(loosen(view), model),
  ]);
  const literals = listEvents(model, fleet).flatMap(({ event, releases }) => {
    const response = findEvent(view, event.name)?.response;
    const { name } = event;
    const type = response?.name;
    // If no answer is possible, the interface is empty, and TypeScript accepts any value for it.
    if (response === undefined || type === undefined || response.properties.length === 0) return [];
    const drawn = drawDocuments(draw, event.response, releases, scenario.documents);
    const names = [...response.properties, ...listKnownForbidden(response.forbidden)].map(
      (each) => each.name,
    );
    const written = [...given, ...drawn].filter(isWritable);
    const unset = written.map((document) =>
      // Every property of an accepted document is known. An unknown one is a mistake, even if undefined.
      withUndefined(document, exact.mayBeTaken(name, document) ? undefined : names, draw),
    );
    return [...written, ...unset].map((document): Literal => {
      const accepted = exact.mayBeTaken(name, document);
      return { type, document, accepted, nearlyAccepted: loose.mayBeTaken(name, document) };
    });
  });
  const lines = literals.map(
    ({ type, document }, i) =>
      `export const x${i}: import("./types/responses.js").${type} = ${toCode(document)};`,
  );
  const path = `${number}/literals.ts`;
  const texts = files.map(({ path, content }) => [`${number}/${path}`, content] as const);
  return { path, literals, files: [...texts, [path, [...lines, "export {};"].join("\n")]] };
}

/**
 * Sets a property to undefined, in any object of the document. With `names`, only one of these at the top, which the
 * document need not have.
 */
function withUndefined(document: unknown, names: readonly string[] | undefined, draw: Draw): unknown {
  const isList = Array.isArray(document);
  if (typeof document !== "object" || document === null || (isList && names)) return document;
  const entries = Object.entries(document);
  const choices = names ?? entries.map(([name]) => name);
  if (choices.length === 0) return document;
  const chosen = oneOf(draw, choices);
  const value = (document as Readonly<Record<string, unknown>>)[chosen];
  const isInner = isList || (names === undefined && happens(draw, 50));
  const put = isInner ? withUndefined(value, undefined, draw) : undefined;
  return isList ? document.with(Number(chosen), put) : Object.fromEntries([...entries, [chosen, put]]);
}

/** As JSON, but with undefined. */
function toCode(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCode).join(", ")}]`;
  if (typeof value !== "object" || value === null)
    return value === undefined ? "undefined" : JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${JSON.stringify(name)}: ${toCode(part)}`)
    .join(", ")} }`;
}

/** Types have canonical names only, and `__proto__` in a literal is not a property. */
const isWritable = (document: unknown): boolean =>
  !/"(?:\w+Old\d|__proto__)":/.test(JSON.stringify(document));
