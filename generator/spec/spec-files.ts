import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type {
  EnvelopeFile,
  EventFile,
  ExampleFile,
  FlowFile,
  ReleaseEntry,
  Shape,
  TermEntry,
} from "./dialect.js";
import type { ParsedFile } from "./read/parse-source.js";

/** What a file of the spec is, by where it lies. Each kind has its meta-schema. */
export type FileKind = "releases" | "envelope" | "event" | "shape" | "example" | "flow" | "glossary";

export interface ExampleEntry {
  readonly path: string;
  readonly event: string;
  readonly example: ExampleFile;
}

/** The files of a spec, sorted by what they are. */
export interface SpecFiles {
  readonly releases: readonly ReleaseEntry[];
  readonly envelope: EnvelopeFile;
  readonly events: ReadonlyMap<string, EventFile>;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly examples: readonly ExampleEntry[];
  readonly flows: ReadonlyMap<string, FlowFile>;
  readonly glossary: readonly TermEntry[];
  /** Files that are there but could not be read as what they should be; nothing more is said of them. */
  readonly broken: ReadonlySet<string>;
}

const places: readonly (readonly [RegExp, FileKind])[] = [
  [/^releases\.json$/, "releases"],
  [/^envelope\.json$/, "envelope"],
  [/^error-codes\.json$/, "shape"],
  [/^glossary\.json$/, "glossary"],
  [/^flows\/[a-z][a-z0-9-]{0,63}\.json$/, "flow"],
  [/^events\/(?![A-Za-z0-9]*[0-9][a-z])[a-z][A-Za-z0-9]{0,63}\.json$/, "event"],
  [/^(?:requests|responses)\/[a-z][A-Za-z0-9]{0,63}\.json$/, "shape"],
  [/^common\/[a-z][a-z0-9-]{0,63}\.json$/, "shape"],
  [/^examples\/[A-Za-z0-9]+\/[a-z0-9][a-z0-9-]{0,63}\.json$/, "example"],
];

/** What a path of the spec holds; undefined for one that the layout does not know. */
export const kindOfFile = (path: string): FileKind | undefined =>
  places.find(([pattern]) => pattern.test(path))?.[1];

/** What a path is named for: the event of one in events/ or examples/, the flow of one in flows/. */
export const eventOfPath = (path: string): string => path.split("/")[1]?.replace(/\.json$/, "") ?? "";

/** Sorts parsed files that passed their meta-schemas; says which of the two single files are missing. */
export function sortFiles(
  files: readonly ParsedFile[],
  broken: ReadonlySet<string>,
): [SpecFiles, readonly Problem[]] {
  const sound = files.filter((file) => !broken.has(file.path));
  const of = (kind: FileKind) => sound.filter((file) => kindOfFile(file.path) === kind);
  const [releases] = of("releases").map((file) => (file.value as { releases: ReleaseEntry[] }).releases);
  const [envelope] = of("envelope").map((file) => file.value as EnvelopeFile);
  const present = new Set(files.map((file) => file.path));
  const missing = ["releases.json", "envelope.json"].filter(
    (path) => !present.has(path) && !broken.has(path),
  );
  const spec: SpecFiles = {
    releases: releases ?? [],
    envelope: envelope ?? { description: "", carries: {}, answers: {}, errorRequest: "" },
    events: new Map(of("event").map((file) => [eventOfPath(file.path), file.value as EventFile])),
    shapes: new Map(of("shape").map((file) => [file.path, file.value as Shape])),
    examples: of("example").map((file) => ({
      path: file.path,
      event: eventOfPath(file.path),
      example: file.value as ExampleFile,
    })),
    flows: new Map(of("flow").map((file) => [eventOfPath(file.path), file.value as FlowFile])),
    glossary: of("glossary").flatMap((file) => (file.value as { terms: TermEntry[] }).terms),
    broken,
  };
  return [spec, missing.map((path) => report("missing-file", { path }))];
}
