import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { EnvelopeFile, EventFile, ExampleFile, ReleaseEntry, Shape } from "./dialect.js";
import type { ParsedFile } from "./parse.js";

/** What a file of the spec is, by where it lies. Each kind has its meta-schema. */
export type FileKind = "releases" | "envelope" | "event" | "shape" | "example";

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
  /** Files that are there but could not be read as what they should be; nothing more is said of them. */
  readonly broken: ReadonlySet<string>;
}

const places: readonly (readonly [RegExp, FileKind])[] = [
  [/^releases\.json$/, "releases"],
  [/^envelope\.json$/, "envelope"],
  [/^error-codes\.json$/, "shape"],
  [/^events\/(?!.*[0-9][a-z].*\.)[a-z][A-Za-z0-9]{0,63}\.json$/, "event"],
  [/^(?:requests|responses)\/[a-z][A-Za-z0-9]{0,63}\.json$/, "shape"],
  [/^common\/[a-z][a-z0-9-]{0,63}\.json$/, "shape"],
  [/^examples\/[A-Za-z0-9]+\/[a-z0-9][a-z0-9-]{0,63}\.json$/, "example"],
];

/** What a path of the spec holds; undefined for one that the layout does not know. */
export const kindOfFile = (path: string): FileKind | undefined =>
  places.find(([pattern]) => pattern.test(path))?.[1];

/** The event that a path in events/ or examples/ belongs to. */
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
    broken,
  };
  return [spec, missing.map((path) => report("missing-file", { path }))];
}
