import { runInNewContext } from "node:vm";
import { parse as parseYaml } from "yaml";
import { readDialect } from "../../generator/contract/package/package-files.js";
import { lintSpec } from "../../generator/contract/lint/lint-spec.js";
import { success, type Outcome } from "../../generator/base/problem/problem.js";
import type { ResponseMode } from "../../generator/contract/view/view.js";
import type { SourceFile } from "../../generator/contract/read/read-spec.js";
import { targets } from "../../generator/targets/all.js";
import { createLoader } from "../laws/judges/emitted.js";
import { generate } from "../../generator/output/generate.js";
import { collectFiles, templates } from "../workbench/emit.js";
import {
  alienTo,
  parseMarkdown,
  skeletonOf as markdownSkeleton,
  textOf,
} from "../targets/docs/markdown-tree.js";
import { parseHtml, skeletonOf as htmlSkeleton } from "../targets/site/html-tree.js";
import { readCode } from "./code-skeleton.js";
import { fitted, places, specWith } from "./marked-spec.js";

/** The output of every target, by path. */
type Output = ReadonlyMap<string, string>;

const dialect = readDialect();
// Of the models, which are no code of ours, test/emitted/models/ has the compilers.
const everything = targets.map(({ name }) => name).filter((name) => name !== "models");

/** What is to be made of a spec; in full without more. */
interface Asked {
  readonly names?: readonly string[];
  readonly responses?: ResponseMode;
}

/** What targets make of a spec; undefined where it is refused. */
export async function outputOf(
  sources: readonly SourceFile[],
  { names = everything, responses = "gated" }: Asked = {},
): Promise<Outcome<Output>> {
  const linted = lintSpec(sources, dialect);
  if (!linted.ok) return linted;
  const options = { responses, importExtension: "js", crypto: "node" } as const;
  const generated = await generate(linted.value, templates, { target: names, ...options });
  return generated.ok ? success(collectFiles(generated.value)) : generated;
}

/** Two outputs of one spec, in which only the texts differ. */
interface Pair {
  readonly plain: Output;
  readonly hostile: Output;
  /** What a text of the plain spec is in the hostile one. */
  readonly turned: (text: string) => string;
  /** The texts of the hostile spec that are names of properties in the output. */
  readonly names: ReadonlySet<string>;
}

/** What the texts of a spec have done to its output that plain ones did not do. */
async function faultsOf({ plain, hostile, turned, names }: Pair): Promise<string[]> {
  const paths = [...new Set([...plain.keys(), ...hostile.keys()])];
  const changed = paths.filter((path) => plain.get(path) !== hostile.get(path));
  const faults = changed.flatMap((path) => {
    const [before, after] = [plain.get(path), hostile.get(path)];
    if (before === undefined || after === undefined) return [`${path}: only in one of both`];
    const found = [...hidden(after), ...compare(path, [before, after], { turned, names })];
    return found.map((fault) => `${path}: ${fault}`);
  });
  return [...faults, ...(await runCode(hostile))];
}

type Texts = readonly [plain: string, hostile: string];

/** Of two samples the shorter is shown first, so that pages may have the same parts in another order. */
function compare(path: string, texts: Texts, { turned, names }: Pick<Pair, "turned" | "names">): string[] {
  if (path.endsWith(".ts")) return compareCode(path, texts, turned);
  if (path.endsWith(".md")) return compareMarkdown(texts);
  if (path.endsWith(".js")) return compareScript(texts);
  if (path.endsWith(".json")) return compareData(texts.map(readJson), names);
  if (path.endsWith(".yaml")) return compareData(texts.map(readYaml), names);
  if (/\.(?:html|svg)$/.test(path)) {
    const [before = [], after = []] = texts.map((text) => htmlSkeleton(parseHtml(text)));
    return difference("elements", [...before].sort(), [...after].sort());
  }
  return ["nobody knows how to compare these"];
}

function compareCode(path: string, texts: Texts, turned: Pair["turned"]): string[] {
  const [before, after] = [readCode(path, texts[0]), readCode(path, texts[1])];
  // A literal is a text of the spec, or a sentence that has some of them in quotes.
  const turnedIn = (text: string): string =>
    text
      .replace(/^word \d+$/, turned)
      .replace(/"(word \d+)"/g, (_, word: string) => JSON.stringify(turned(word)));
  return [
    ...after.faults,
    ...difference("statements", before.parts, after.parts),
    ...difference(
      "literals",
      before.literals.map(turnedIn).map(sorted).sort(),
      after.literals.map(sorted).sort(),
    ),
  ];
}

/** A list of values is in their order, which other values have otherwise. */
const sorted = (text: string): string =>
  text.startsWith("one of ") ? (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).sort().join(", ") : text;

function compareMarkdown(texts: Texts): string[] {
  const [before, after] = [parseMarkdown(texts[0]), parseMarkdown(texts[1])];
  return [
    ...alienTo(after).map((node) => `${node.type} ${textOf(node)}`),
    ...difference("parts", markdownSkeleton(before).sort(), markdownSkeleton(after).sort()),
  ];
}

/** A script of a page is data: it gives names, and ends nowhere. */
function compareScript(texts: Texts): string[] {
  const [before = [], after = []] = texts.map((text) => {
    const scope: Record<string, unknown> = {};
    runInNewContext(text, scope);
    return Object.keys(scope);
  });
  return [
    ...difference("names", before, after),
    ...(/<|\u2028|\u2029/.test(texts[1]) ? ["ends its script"] : []),
  ];
}

const readJson = (text: string): unknown => JSON.parse(text);

const readYaml = (text: string): unknown => parseYaml(text);

/** A key may be a text of the spec: of an example, or a value of an enum that is described. */
function compareData([before, after]: readonly unknown[], names: Pair["names"]): string[] {
  const toKey = (key: string): string => (/^word \d+$/.test(key) || names.has(key) ? "a text" : key);
  return difference("parts", listPaths(before, toKey).sort(), listPaths(after, toKey).sort());
}

/** Where its values stand. */
function listPaths(value: unknown, toKey: (key: string) => string, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => listPaths(part, toKey, `${path}/${toKey(key)}`));
}

/** A reader sees every character of a file. */
const hidden = (text: string): string[] =>
  [
    ...text.matchAll(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu,
    ),
  ].map(([char]) => `holds an invisible ${JSON.stringify(char)} ${char.charCodeAt(0).toString(16)}`);

function difference(what: string, before: readonly string[], after: readonly string[]): string[] {
  const at = before.findIndex((part, index) => part !== after[index]);
  if (at === -1 && before.length === after.length) return [];
  const shown = (parts: readonly string[]) =>
    JSON.stringify(parts.slice(Math.max(0, at), at + 3)).slice(0, 300);
  return [`other ${what}: ${shown(before)} became ${shown(after)} (${before.length}, ${after.length})`];
}

interface Validators {
  readonly requestSchemas: Readonly<Record<string, unknown>>;
  readonly validateRequest: (event: string, body: unknown) => unknown;
  readonly validateResponse: (event: string, body: unknown) => unknown;
}

const bodies = [undefined, null, "text", [], {}, { scanCode: { kind: "x", word: 1, rows: [{ cell: 0 }] } }];

/** Loads types, validators and fixtures and calls them; what gets out of its literal or comment sets `PWN`. */
async function runCode(output: Output): Promise<string[]> {
  const load = createLoader(new Map([...output].map(([path, text]) => [path.replace(/\.ts$/, ".js"), text])));
  load("types/index.js");
  const validators = load("validators/index.js") as unknown as Validators;
  for (const event of Object.keys(validators.requestSchemas))
    for (const body of bodies) {
      validators.validateRequest(event, body);
      validators.validateResponse(event, body);
    }
  const fixtures = output.has("fixtures/index.ts") ? load("fixtures/index.js") : {};
  for (const make of Object.values(fixtures as Readonly<Record<string, () => unknown>>)) make();
  await Promise.resolve();
  const ran = "PWN" in globalThis;
  Reflect.deleteProperty(globalThis, "PWN");
  return ran ? ["code of the spec was run"] : [];
}

/** Which text a place gets, by its number. */
type Choice = (place: string, index: number) => string;

/** The faults of an output that has these texts, held against one in which each is a plain word. */
export async function inject(choose: Choice, asked?: Asked): Promise<string[]> {
  const texts = new Map(places.map((place, index) => [place, choose(place, index)]));
  const words = new Map([...new Set(texts.values())].map((text, index) => [text, `word ${index}`]));
  const textAt = (place: string) => texts.get(place) ?? "";
  const hostile = await need(specWith(textAt), asked);
  const plain = await plainOutput(
    specWith((place) => words.get(textAt(place)) ?? ""),
    asked,
  );
  // Of all texts only the values of enums are literals of the code.
  const value = textAt("enum value");
  const turned = (text: string) => (text === words.get(value) ? fitted("enum value", value) : text);
  const names = ["enum value", "example key", "example nested key"].map((place) =>
    fitted(place, textAt(place)),
  );
  return faultsOf({ plain, hostile, turned, names: new Set(names) });
}

const known = new Map<string, Promise<Output>>();

/** Where one text is in all places, the plain output is the same for each. */
function plainOutput(sources: readonly SourceFile[], asked: Asked | undefined): Promise<Output> {
  const key = JSON.stringify([sources, asked]);
  const output = known.get(key) ?? need(sources, asked);
  known.set(key, output);
  return output;
}

async function need(sources: readonly SourceFile[], asked?: Asked): Promise<Output> {
  const output = await outputOf(sources, asked);
  if (!output.ok) throw new Error(JSON.stringify(output.problems, null, 2));
  return output.value;
}

/** Each place gets another text, and so many of them meet in one output; the next round turns them on. */
export const turn =
  (texts: readonly string[], round: number): Choice =>
  (_, index) =>
    texts[(index + round * places.length) % texts.length] ?? "";
