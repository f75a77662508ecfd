import { report } from "../../base/problem/catalogue.js";
import type { Carried, DialectFiles, ObjectRole, Shape } from "./dialect.js";
import { placeIn } from "./pointer.js";
import type { ParsedFile } from "./json-text.js";

/** The kind of a file of the spec, which follows from its path. Each kind has its meta-schema. */
export type FileKind = keyof DialectFiles;

/** The paths of each kind; where none is named, it is named as the file. */
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

/** The kind of the file at a path of the spec; undefined if no file belongs there. */
export function findFileKind(path: string): FileKind | undefined {
  const [pattern, kind] = pathKinds.find(([each]) => each.test(path)) ?? [];
  return kind ?? (pattern?.exec(path)?.[1] as FileKind | undefined);
}

/** A file without problems: its kind, and the name in its path: the event of a file in events/ or examples/, a flow, a task. */
export interface ValidFile extends ParsedFile {
  readonly kind: FileKind | undefined;
  readonly name: string;
}

/** The files of a spec, sorted by what they are. */
export type SpecFiles = Readonly<ReturnType<typeof sortFiles>[0]>;

/** Sorts the parsed files that are not broken; reports which of the two files that every spec has are missing. */
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
    /** By path. */
    shapes,
    examples: listAll("example").map(({ path, name, value }) => ({ path, event: name, example: value })),
    flows: mapAll("flow"),
    tasks: mapAll("task"),
    /** The texts of the handlers, by the task that each is for. */
    handlers: mapAll("handler"),
    subscriptions: find("subscriptions"),
    glossary: find("glossary")?.terms ?? [],
    synonyms: find("glossary")?.synonyms ?? [],
    keywords: find("glossary")?.keywords ?? [],
    products: find("products")?.products ?? [],
    questions: find("open-questions")?.questions ?? [],
    sources: find("sources"),
    /** Files with reported errors: they count as present, and no further problems of theirs are reported. */
    broken,
  };
  const present = new Set([...parsed.map(({ path }) => path), ...broken]);
  const missing = ["releases.json", envelopePath].filter((path) => !present.has(path));
  return [spec, missing.map((path) => report("missing-file", { path }))] as const;
}

/** The files that are not broken, each with its kind and name. */
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

/** Objects by their names, as `carries` and `answers` list them. */
export type ObjectEntries = Readonly<Record<string, Carried>>;

/** Every object that the envelope, and then each event, carries or may be answered with. The envelope is no event. */
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

/** The file of the known error codes, which a spec may do without. */
export const errorCodesPath = "error-codes.json";

/** The file of the products, which a spec may do without. */
export const productsPath = "products.json";

/** Stands among the names of events for the error request, which belongs to no event. */
export const errorRequestName = "errorRequest";

/** The file of an event. */
export const eventPath = (name: string): string => `events/${name}.json`;

/** The file of a flow. */
export const flowPath = (name: string): string => `flows/${name}.json`;

/** The file of an example, which flows name as `scanCode/loyalty-card`. */
export const examplePath = (name: string): string => `examples/${name}.json`;

/** The file of an object that an event carries, or may be answered with. */
export const objectPath = (role: ObjectRole, name: string): string =>
  `${role === "carries" ? "requests" : "responses"}/${name}.json`;
