import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type {
  Carried,
  EnvelopeFile,
  EventFile,
  ExampleFile,
  FlowFile,
  GlossaryFile,
  ProductEntry,
  QuestionEntry,
  ReleaseEntry,
  Shape,
  SourcesFile,
  SubscriptionsFile,
  SynonymEntry,
  TaskFile,
  TermEntry,
} from "./dialect.js";
import { promised } from "./promised.js";
import type { ParsedFile } from "./read/parse-source.js";

/** What a file of the spec is, which its path tells. Each kind has its meta-schema. */
export type FileKind =
  | "releases"
  | "envelope"
  | "event"
  | "shape"
  | "example"
  | "flow"
  | "task"
  | "handler"
  | "subscriptions"
  | "glossary"
  | "products"
  | "open-questions"
  | "sources"
  | "reviewed"
  | "soap-names"
  | "names";

export interface ExampleEntry {
  readonly path: string;
  readonly event: string;
  readonly example: ExampleFile;
}

/** The files of a spec, sorted by what they are. */
export interface SpecFiles {
  /** Empty if the file is missing or broken. */
  readonly releases: readonly ReleaseEntry[];
  /** Undefined if the file is missing or broken. */
  readonly envelope: EnvelopeFile | undefined;
  readonly events: ReadonlyMap<string, EventFile>;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly examples: readonly ExampleEntry[];
  readonly flows: ReadonlyMap<string, FlowFile>;
  readonly tasks: ReadonlyMap<string, TaskFile>;
  /** The texts of the handlers, by the task that each is for. */
  readonly handlers: ReadonlyMap<string, string>;
  /** Undefined if there is no such file. */
  readonly subscriptions: SubscriptionsFile | undefined;
  readonly glossary: readonly TermEntry[];
  readonly synonyms: readonly SynonymEntry[];
  readonly products: readonly ProductEntry[];
  readonly questions: readonly QuestionEntry[];
  readonly sources: SourcesFile | undefined;
  /** Files with reported errors: they count as present, and no further problems of theirs are reported. */
  readonly broken: ReadonlySet<string>;
}

const kinds: readonly (readonly [RegExp, FileKind])[] = [
  [/^releases\.json$/, "releases"],
  [/^envelope\.json$/, "envelope"],
  [/^error-codes\.json$/, "shape"],
  [/^glossary\.json$/, "glossary"],
  [/^products\.json$/, "products"],
  [/^open-questions\.json$/, "open-questions"],
  [/^sources\.json$/, "sources"],
  [/^subscriptions\.json$/, "subscriptions"],
  [/^drift\/reviewed\.json$/, "reviewed"],
  [/^drift\/soap-names\.json$/, "soap-names"],
  [/^drift\/names\.json$/, "names"],
  [/^tasks\/[a-z][a-z0-9-]{0,63}\.json$/, "task"],
  [/^tasks\/[a-z][a-z0-9-]{0,63}\.ts$/, "handler"],
  [/^flows\/[a-z][a-z0-9-]{0,63}\.json$/, "flow"],
  [/^events\/(?![A-Za-z0-9]*[0-9][a-z])[a-z][A-Za-z0-9]{0,63}\.json$/, "event"],
  [/^(?:requests|responses)\/[a-z][A-Za-z0-9]{0,63}\.json$/, "shape"],
  [/^common\/[a-z][a-z0-9-]{0,63}\.json$/, "shape"],
  [/^examples\/[A-Za-z0-9]+\/[a-z0-9][a-z0-9-]{0,63}\.json$/, "example"],
];

/** The kind of the file at a path of the spec; undefined if no file belongs there. */
export const findFileKind = (path: string): FileKind | undefined =>
  kinds.find(([pattern]) => pattern.test(path))?.[1];

/** The second part of a path: the event of a file in events/ or examples/, the flow of one in flows/, a task. */
const secondPart = (path: string): string =>
  promised(path.split("/")[1], "files of these kinds lie in folders").replace(/\.(?:json|ts)$/, "");

/** Sorts the parsed files that are not broken; reports which of the two files that every spec has are missing. */
export function sortFiles(
  files: readonly ParsedFile[],
  broken: ReadonlySet<string>,
): [SpecFiles, readonly Problem[]] {
  const sound = files.filter((file) => !broken.has(file.path));
  const of = (kind: FileKind) => sound.filter((file) => findFileKind(file.path) === kind);
  const [releases] = of("releases").map((file) => (file.value as { releases: ReleaseEntry[] }).releases);
  const [envelope] = of("envelope").map((file) => file.value as EnvelopeFile);
  const [subscriptions] = of("subscriptions").map((file) => file.value as SubscriptionsFile);
  const [glossary] = of("glossary").map((file) => file.value as GlossaryFile);
  const present = new Set(files.map((file) => file.path));
  const missing = ["releases.json", "envelope.json"].filter(
    (path) => !present.has(path) && !broken.has(path),
  );
  const spec: SpecFiles = {
    releases: releases ?? [],
    envelope,
    events: new Map(of("event").map((file) => [secondPart(file.path), file.value as EventFile])),
    shapes: new Map(of("shape").map((file) => [file.path, file.value as Shape])),
    examples: of("example").map((file) => ({
      path: file.path,
      event: secondPart(file.path),
      example: file.value as ExampleFile,
    })),
    flows: new Map(of("flow").map((file) => [secondPart(file.path), file.value as FlowFile])),
    tasks: new Map(of("task").map((file) => [secondPart(file.path), file.value as TaskFile])),
    handlers: new Map(of("handler").map((file) => [secondPart(file.path), file.value as string])),
    subscriptions,
    glossary: glossary?.terms ?? [],
    synonyms: glossary?.synonyms ?? [],
    products: of("products").flatMap((file) => (file.value as { products: ProductEntry[] }).products),
    questions: of("open-questions").flatMap(
      (file) => (file.value as { questions: QuestionEntry[] }).questions,
    ),
    sources: of("sources").map((file) => file.value as SourcesFile)[0],
    broken,
  };
  return [spec, missing.map((path) => report("missing-file", { path }))];
}

/** Objects by their names, as `carries` and `answers` list them. */
export type Objects = Readonly<Record<string, Carried>>;

/** What an event, or the envelope, carries and may be answered with. */
export interface ObjectLists {
  readonly file: string;
  /** The name of the event; undefined for the envelope. */
  readonly event?: string;
  readonly carries: Objects;
  readonly answers: Objects;
}

/** The lists of the envelope, then those of each event. */
export const readObjectLists = ({
  envelope,
  events,
}: Pick<SpecFiles, "envelope" | "events">): ObjectLists[] => [
  ...(envelope ? [{ file: envelopePath, carries: envelope.carries, answers: envelope.answers }] : []),
  ...[...events].map(([event, { carries = {}, answers = {} }]) => ({
    file: eventPath(event),
    event,
    carries,
    answers,
  })),
];

export const envelopePath = "envelope.json";

/** The file of the known error codes, which a spec may do without. */
export const errorCodesPath = "error-codes.json";

/** The file of the products, which a spec may do without. */
export const productsPath = "products.json";

/** Stands among the names of events for the error request, which belongs to no event. */
export const errorRequestName = "errorRequest";

/** The file of an event. */
export const eventPath = (name: string): string => `events/${name}.json`;

/** The file of an object that an event carries, or may be answered with. */
export const objectPath = (role: "carries" | "answers", name: string): string =>
  `${role === "carries" ? "requests" : "responses"}/${name}.json`;
