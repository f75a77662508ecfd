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
import { readCode, type CodeSkeleton } from "./code-skeleton.js";
import { fitted, places, specWith } from "./marked-spec.js";
import { readPhp } from "./php-skeleton.js";

type Output = ReadonlyMap<string, string>;

const dialect = readDialect();
// Models are not our code; test/emitted/models/ runs their compilers.
const everything = targets.map(({ name }) => name).filter((name) => name !== "models");

/** Default: all targets and gated responses. */
interface Asked {
  readonly names?: readonly string[];
  readonly responses?: ResponseMode;
}

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

interface Pair {
  readonly plain: Output;
  readonly hostile: Output;
  /** Returns the hostile spec's text for a text of the plain spec. */
  readonly turned: (text: string) => string;
  /** Returns the same text for a text of the hostile spec, however it was shortened for its place. */
  readonly unfitted: (text: string) => string;
  /** Hostile texts that are property names in the output. */
  readonly names: ReadonlySet<string>;
}

async function faultsOf({ plain, hostile, ...texts }: Pair): Promise<string[]> {
  const paths = [...new Set([...plain.keys(), ...hostile.keys()])];
  const changed = paths.filter((path) => plain.get(path) !== hostile.get(path));
  const faults = changed.flatMap((path) => {
    const [before, after] = [plain.get(path), hostile.get(path)];
    if (before === undefined || after === undefined) return [`${path}: only in one of both`];
    const found = [...hidden(after), ...compare(path, [before, after], texts)];
    return found.map((fault) => `${path}: ${fault}`);
  });
  return [...faults, ...(await runCode(hostile))];
}

type Texts = readonly [plain: string, hostile: string];

/** Pages show the shorter of two samples first, so their order may differ. */
function compare(path: string, texts: Texts, { names, ...turns }: Omit<Pair, "plain" | "hostile">): string[] {
  if (path.endsWith(".ts")) return compareCode((text) => readCode(path, text), texts, turns);
  if (path.endsWith(".php")) return compareCode(readPhp, texts, turns);
  if (path.endsWith(".md")) return compareMarkdown(texts);
  // llms.txt quotes the pages' descriptions.
  if (path.endsWith(".txt")) return compareMarkdown(texts, "blockquote");
  if (path.endsWith(".js")) return compareScript(texts);
  if (path.endsWith(".json")) return compareData(texts.map(readJson), names);
  if (path.endsWith(".yaml")) return compareData(texts.map(readYaml), names);
  if (/\.(?:html|svg)$/.test(path)) {
    const [before = [], after = []] = texts.map((text) => htmlSkeleton(parseHtml(text)));
    return difference("elements", [...before].sort(), [...after].sort());
  }
  return ["nobody knows how to compare these"];
}

function compareCode(
  read: (code: string) => CodeSkeleton,
  texts: Texts,
  { turned, unfitted }: Pick<Pair, "turned" | "unfitted">,
): string[] {
  const [before, after] = [read(texts[0]), read(texts[1])];
  // A literal is a text from the spec, or a sentence that quotes some.
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
      after.literals.map(unfitted).map(sorted).sort(),
    ),
  ];
}

/** Lists of values are sorted, and different values sort differently. */
const sorted = (text: string): string =>
  text.startsWith("one of ") ? (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).sort().join(", ") : text;

function compareMarkdown(texts: Texts, ...allowed: readonly string[]): string[] {
  const [before, after] = [parseMarkdown(texts[0]), parseMarkdown(texts[1])];
  return [
    ...alienTo(after)
      .filter(({ type }) => !allowed.includes(type))
      .map((node) => `${node.type} ${textOf(node)}`),
    ...difference("parts", markdownSkeleton(before).sort(), markdownSkeleton(after).sort()),
  ];
}

/** A page's script must contain only data, and no text may close it early. */
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

/** Keys may be texts from the spec: in examples, or described enum values. */
function compareData([before, after]: readonly unknown[], names: Pair["names"]): string[] {
  const toKey = (key: string): string => (/^word \d+$/.test(key) || names.has(key) ? "a text" : key);
  return difference("parts", listPaths(before, toKey).sort(), listPaths(after, toKey).sort());
}

function listPaths(value: unknown, toKey: (key: string) => string, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => listPaths(part, toKey, `${path}/${toKey(key)}`));
}

/** Finds invisible characters, which no file may contain. */
const hidden = (text: string): string[] =>
  [
    ...text.matchAll(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu,
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

/** Loads and calls types, validators and fixtures. Text that escapes from its literal or comment sets `PWN`. */
async function runCode(output: Output): Promise<string[]> {
  const load = await createLoader(
    new Map([...output].map(([path, text]) => [path.replace(/\.ts$/, ".js"), text])),
  );
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

/** Chooses the text for a place. `index` is the place's number. */
type Choice = (place: string, index: number) => string;

/** Compares the output for these texts with the output for plain words. Returns the differences. */
export async function inject(choose: Choice, asked?: Asked): Promise<string[]> {
  const texts = new Map(places.map((place, index) => [place, choose(place, index)]));
  const words = new Map([...new Set(texts.values())].map((text, index) => [text, `word ${index}`]));
  const textAt = (place: string) => texts.get(place) ?? "";
  const hostile = await need(specWith(textAt), asked);
  const plain = await plainOutput(
    specWith((place) => words.get(textAt(place)) ?? ""),
    asked,
  );
  // Enum values, and samples in fixtures, are the only texts of a spec that become literals in code.
  const literals = ["enum value", "example text", "example answer"];
  const turned = (text: string) => {
    const place = literals.find((each) => text === words.get(textAt(each)));
    return place === undefined ? text : fitted(place, textAt(place));
  };
  // The same text may be shorter in one place than in another.
  const fit = new Map(
    literals.map((place) => [fitted(place, textAt(place)), turned(words.get(textAt(place)) ?? "")]),
  );
  const unfitted = (text: string) => fit.get(text) ?? text;
  const names = ["enum value", "example key", "example nested key"].map((place) =>
    fitted(place, textAt(place)),
  );
  return faultsOf({ plain, hostile, turned, unfitted, names: new Set(names) });
}

const known = new Map<string, Promise<Output>>();

/** The plain output is shared when one text fills all places. */
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

/** Gives each place a different text, rotated by one every round, so that many combinations meet. */
export const turn =
  (texts: readonly string[], round: number): Choice =>
  (_, index) =>
    texts[(index + round * places.length) % texts.length] ?? "";
