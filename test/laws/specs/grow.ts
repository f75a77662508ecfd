import { diffArrays } from "diff";
import type { Spec } from "./generators.js";
import { happens, oneOf, type Draw } from "../../workbench/draw.js";
import type { Json } from "./shapes.js";

/** The release of all additions, newer than any in a generated spec. */
const release = "60";

const late = { "x-added-in": release };

/**
 * Adds a release that only adds to the spec: an event, objects, optional properties, enum values. New names
 * contain `grown`. The release is newer than all others.
 */
export function grow(spec: Spec, draw: Draw): Spec {
  const files = new Map(spec);
  const { releases } = spec.get("releases.json") as { releases: Json[] };
  files.set("releases.json", { releases: [...releases, { release, summary: "Grows." }] });
  for (const side of ["requests", "responses"] as const) growSide(files, side, draw);
  return files;
}

type Files = Map<string, Json>;
type Side = "requests" | "responses";

function growSide(files: Files, side: Side, draw: Draw): void {
  const role = side === "requests" ? "carries" : "answers";
  const present = findPresentObjects(files, side, role);
  const inner = present.length > 0 && {
    grownInner: { $ref: `${side}/${oneOf(draw, present)}.json`, ...described },
  };
  files.set(`${side}/grownThing.json`, {
    ...described,
    title: side === "requests" ? "GrownSent" : "GrownAnswered",
    type: "object",
    properties: { grownCount: { type: "integer", ...described }, ...(happens(draw, 60) && inner) },
  });
  files.set("events/grownEvent.json", {
    ...(files.get("events/grownEvent.json") ?? { ...described, ...late }),
    [role]: { grownThing: { required: happens(draw, 50) } },
  });
  for (const name of present) growObject(files, `${side}/${name}.json`, draw);
}

const described = { description: "It has grown." };

function findPresentObjects(files: Files, side: Side, role: string): string[] {
  const holders = [...files].filter(([path, file]) => /^events\/|^envelope/.test(path) && isPresent(file));
  const parts = holders.flatMap(([, file]) => Object.entries((file[role] ?? {}) as Record<string, Json>));
  const present = parts
    .filter(([name, part]) => isPresent(part) && isPresent(files.get(`${side}/${name}.json`) ?? {}))
    .map(([name]) => name);
  return [...new Set(present)];
}

const isPresent = (part: Json): boolean => part["x-removed-in"] === undefined && part["x-planned"] !== true;

function growObject(files: Files, path: string, draw: Draw): void {
  const file = files.get(path) ?? {};
  const properties = Object.entries((file["properties"] ?? {}) as Record<string, Json>);
  const grown = properties.map(([name, part]) => [name, happens(draw, 60) ? growEnum(part) : part] as const);
  const more = happens(draw, 60)
    ? [["grownProperty", { type: "string", ...described, ...late }] as const]
    : [];
  files.set(path, { ...file, properties: Object.fromEntries([...grown, ...more]) });
}

function growEnum(part: Json): Json {
  if (!Array.isArray(part["enum"]) || !isPresent(part)) return part;
  const added = { ...((part["x-enum-added-in"] ?? {}) as Json), grownValue: release };
  return { ...part, enum: [...(part["enum"] as string[]), "grownValue"], "x-enum-added-in": added };
}

type Output = ReadonlyMap<string, string>;

/** Lists the lines that growth removed, or added in an unrelated place. */
export function findLostOrUnrelated(before: Output, after: Output): string[] {
  const known = new Set([...before].flatMap(([path, text]) => [path, ...wordsOf(text)]));
  const [old, now] = [before, after].map(declarationsIn);
  if (!old || !now) return [];
  const lost = [...old.keys()].filter((place) => !now.has(place)).map((place) => `${place} is gone`);
  const changed = [...now].flatMap(([place, text]) => {
    const former = old.get(place);
    const isNew = former === undefined && wordsOf(place).some((word) => !known.has(word));
    if (isNew) return [];
    const found = sprawlIn(partsOf(place, former ?? ""), partsOf(place, text), known);
    // Lines before the first declaration are imports.
    const telling = place.endsWith(".ts ") ? found.filter((what) => what.startsWith("lost")) : found;
    return telling.map((what) => `${place}: ${what}`);
  });
  return [...lost, ...changed];
}

/** Matches the start of a declaration, with its comment. */
const declaration =
  /^(?<!\*\/\n)(?=(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(?:export )?(?:const|function|interface|type|class) )/m;

const nameOf = (code: string): string =>
  /^(?:export )?(?:const|function|interface|type|class) (\w+)/m.exec(code)?.[1] ?? "";

const declarationsIn = (output: Output): ReadonlyMap<string, string> =>
  new Map(
    [...output].flatMap(([path, text]) =>
      path.endsWith(".ts")
        ? text.split(declaration).map((code) => [`${path} ${nameOf(code)}`, code] as const)
        : [[path, text] as const],
    ),
  );

/** Each removed line must return with additions, such as a list on one line. Each new line must contain a new name. */
function sprawlIn(old: readonly string[], now: readonly string[], known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const changes = diffArrays([...old], [...now]);
  // If lines are wrapped anew, lost text may be a little further on.
  const anywhere = new Set(changes.flatMap(({ added, value }) => (added ? value.flatMap(wordsOf) : [])));
  const block = { lost: [] as string[], gained: [] as string[] };
  const end = (): void => {
    const [lost, gained] = [block.lost.flatMap(wordsOf), block.gained.flatMap(wordsOf)];
    if (lost.some((word) => !anywhere.has(word))) found.push(`lost ${block.lost.join(" ")}`);
    if (gained.some(tells) && !gained.some((word) => !known.has(word)) && !namesRelease(block.gained))
      found.push(`gained ${block.gained.join(" ")}`);
    Object.assign(block, { lost: [], gained: [] });
  };
  for (const { added, removed, value } of changes) {
    if (added) block.gained.push(...value);
    else if (removed) block.lost.push(...value);
    else if (value.some((part) => wordsOf(part).length > 0)) end();
  }
  end();
  return found;
}

/** An empty type or check, in the form that it would have with a property. */
const asWhole = (code: string): string =>
  code
    .replace(/^export const (check\w+) = (check\w+);/gm, "export function $1 { faults = $2(value, context) }")
    .replace(/^export type (\w+) = (?:object|Record<string, \w+>);/gm, "export interface $1 {}")
    .replace(/^export type (\w+) = (\w+|Omit<\w+, [^>]*>);/gm, "export interface $1 extends $2 {}");

/** A line of text. Code is split at brackets, commas and semicolons instead, because its lines are wrapped. */
const partsOf = (place: string, text: string): string[] => {
  const isCode = place.includes(".ts ");
  const parts = isCode
    ? asWhole(text)
        .replace(/^\s*\*|^export \{\};$/gm, "")
        .split(/[,;{}[\]]|(?=\/\*\*)/)
    : text.split("\n");
  return parts
    .map((part) =>
      part
        .replace(/\s+/g, " ")
        .replace(/ ?([()]) ?/g, "$1")
        .replace(/-{2,}/g, "--")
        .trim(),
    )
    .filter((part) => part !== "");
};

/** The release itself counts as a new name. */
const namesRelease = (parts: readonly string[]): boolean => parts.some((part) => /\bv?60\b/.test(part));

/** Omits counts, the newest release, and conjunctions. */
const wordsOf = (part: string): string[] =>
  (part.match(/[\p{L}\p{N}_$]+(?:\.\d+)*/gu) ?? []).filter(
    (word) => !/^(?:v?\d+(?:\.\d+)*|and|or)$/.test(word),
  );

/** Omits local variables, because a line that uses one for the first time says nothing new. */
const tells = (word: string): boolean => !["let", "part", "inner", "Found", "Faults"].includes(word);

export const countLines = (before: Output, after: Output): { added: number; removed: number } =>
  [...after].reduce(
    (sum, [path, text]) => {
      const changes = diffArrays((before.get(path) ?? "").split("\n"), text.split("\n"));
      const count = (kind: "added" | "removed") =>
        changes.filter((change) => change[kind]).reduce((lines, { value }) => lines + value.length, 0);
      return { added: sum.added + count("added"), removed: sum.removed + count("removed") };
    },
    { added: 0, removed: 0 },
  );
