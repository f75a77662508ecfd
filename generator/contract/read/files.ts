import { report } from "../../base/problem/catalogue.js";
import type { Carried, DialectFiles, ObjectRole, Shape } from "./dialect.js";
import { placeIn } from "./pointer.js";
import type { ParsedFile } from "./json-text.js";

/** The kind of a spec file, derived from its path. Each kind has a meta-schema. */
export type FileKind = keyof DialectFiles;

/** The paths of each kind. Default: the file is named after the kind. */
const pathKinds: readonly (readonly [path: RegExp, kind?: FileKind])[] = [
  [/^(releases|envelope|glossary|products|open-questions|sources|subscriptions)\.json$/],
  [/^drift\/(reviewed|soap-names)\.json$/],
  [/^error-codes\.json$/, "shape"],
  [/^tasks\/[a-z][a-z0-9-]{0,63}\.json$/, "task"],
  [/^tasks\/[a-z][a-z0-9-]{0,63}\.ts$/, "handler"],
  [/^flows\/[a-z][a-z0-9-]{0,63}\.json$/, "flow"],
  [/^events\/(?![A-Za-z0-9]*[0-9][a-z])[a-z][A-Za-z0-9]{0,63}\.json$/, "event"],
  [/^(?:requests|responses)\/[a-z][A-Za-z0-9]{0,63}\.json$/, "shape"],
  [/^common\/[a-z][a-z0-9-]{0,63}\.json$/, "shape"],
  [/^examples\/[A-Za-z0-9]+\/[a-z0-9][a-z0-9-]{0,63}\.json$/, "example"],
];

/** Undefined if no spec file belongs at the path. */
export function findFileKind(path: string): FileKind | undefined {
  const [pattern, kind] = pathKinds.find(([each]) => each.test(path)) ?? [];
  return kind ?? (pattern?.exec(path)?.[1] as FileKind | undefined);
}

/** A valid file. `name` comes from its path: the event of a file in events/ or examples/, or the flow or task. */
export interface ValidFile extends ParsedFile {
  readonly kind: FileKind | undefined;
  readonly name: string;
}

export type SpecFiles = Readonly<ReturnType<typeof sortFiles>[0]>;

/** Also reports which of the two mandatory files are missing. */
export function sortFiles(parsed: readonly ParsedFile[], broken: ReadonlySet<string>) {
  const files = toValidFiles(parsed, broken);
  const listAll = <Kind extends FileKind>(kind: Kind) =>
    files.filter((file) => file.kind === kind) as readonly (ValidFile & {
      readonly value: DialectFiles[Kind];
    })[];
  const mapAll = <Kind extends FileKind>(kind: Kind): ReadonlyMap<string, DialectFiles[Kind]> =>
    new Map(listAll(kind).map(({ name, value }) => [name, value]));
  /** Undefined if the file is missing or broken. */
  const find = <Kind extends FileKind>(kind: Kind) => listAll(kind)[0]?.value;
  const shapes: ReadonlyMap<string, Shape> = new Map(
    listAll("shape").map(({ path, value }) => [path, value]),
  );
  const spec = {
    files,
    releases: find("releases")?.releases ?? [],
    envelope: find("envelope"),
    events: mapAll("event"),
    shapes,
    examples: listAll("example").map(({ path, name, value }) => ({ path, event: name, example: value })),
    flows: mapAll("flow"),
    tasks: mapAll("task"),
    handlers: mapAll("handler"),
    subscriptions: find("subscriptions"),
    glossary: find("glossary")?.terms ?? [],
    synonyms: find("glossary")?.synonyms ?? [],
    keywords: find("glossary")?.keywords ?? [],
    products: find("products")?.products ?? [],
    questions: find("open-questions")?.questions ?? [],
    sources: find("sources"),
    /** Files with reported errors. They count as present and are not reported again. */
    broken,
  };
  const present = new Set([...parsed.map(({ path }) => path), ...broken]);
  const missing = ["releases.json", envelopePath].filter((path) => !present.has(path));
  return [spec, missing.map((path) => report("missing-file", { path }))] as const;
}

export const toValidFiles = (
  files: readonly ParsedFile[],
  broken: ReadonlySet<string>,
): readonly ValidFile[] =>
  files
    .filter(({ path }) => !broken.has(path))
    .map((file) => ({
      ...file,
      kind: findFileKind(file.path),
      name: file.path.split("/")[1]?.replace(/\.(?:json|ts)$/, "") ?? "",
    }));

export type ObjectEntries = Readonly<Record<string, Carried>>;

/** The objects of the envelope come first. They have no event. */
export function listObjectEntries({ envelope, events }: Pick<SpecFiles, "envelope" | "events">) {
  const lists = [[undefined, envelope] as const, ...events];
  return lists.flatMap(([event, listed]) =>
    (["carries", "answers"] as const).flatMap((role) =>
      Object.entries(listed?.[role] ?? {}).map(([name, part]) => {
        const place = placeIn(event === undefined ? envelopePath : eventPath(event), role, name);
        return { event, role, name, part, path: objectPath(role, name), place };
      }),
    ),
  );
}

export const envelopePath = "envelope.json";

/** This file is optional. */
export const errorCodesPath = "error-codes.json";

/** This file is optional. */
export const productsPath = "products.json";

/** Represents the error request in lists of events. */
export const errorRequestName = "errorRequest";

export const eventPath = (name: string): string => `events/${name}.json`;

export const flowPath = (name: string): string => `flows/${name}.json`;

/** Flows write `scanCode/loyalty-card`. */
export const examplePath = (name: string): string => `examples/${name}.json`;

export const objectPath = (role: ObjectRole, name: string): string =>
  `${role === "carries" ? "requests" : "responses"}/${name}.json`;
