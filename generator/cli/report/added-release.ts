import { join } from "node:path";
import type { ReleaseEntry } from "../../spec/dialect.js";
import { quotePath } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import { formatTable } from "./tables.js";

export interface AddedRelease {
  /** The folder of the spec, relative to the working folder. */
  readonly folder: string;
  readonly line: number;
  readonly entry: ReleaseEntry;
  /** Whether `npm run generate` generates from this spec. */
  readonly isOwn: boolean;
}

/** Formats what was done, and how to go on. */
export function formatAddedRelease({ folder, line, entry: { release }, isOwn }: AddedRelease): string {
  const since = `"x-added-in": "${release}"`;
  const spec = `--spec ${quotePath(folder)}`;
  const at = (path: string) => `  ${folder}/${path}`;
  const places = formatTable([
    [at("requests/<object>.json"), `what the POS sends: a new property gets ${since}`],
    [at("responses/<object>.json"), "what we answer: the same"],
    [at("events/<event>.json"), `a new event (${since}), or what an event carries and takes`],
    [at("envelope.json"), "what every event carries and takes"],
    [at("examples/<event>/<what>.json"), `a body as it goes over the wire, with "release": "${release}"`],
    [at("products.json"), "which products send a new event, or take a new answer"],
    [at("sources.json, open-questions.json"), "where it is from, and what is no question any more"],
  ]);
  return [
    `${paint("good", "Added")} v${release.replace(/(?:\.0){1,2}$/, "")} to ${folder}/releases.json, line ${line}.`,
    "",
    paint("title", "Now say what it brought:"),
    places.trimEnd(),
    "Something else changed, or went? See the annotations in spec/README.md (x-removed-in, x-was, x-notes).",
    "",
    paint("title", "Then:"),
    `  mplus-codegen lint ${spec}`,
    `  mplus-codegen versions ${release} ${spec}    # is that what the vendor announced?`,
    isOwn
      ? "  npm run generate"
      : `  mplus-codegen --target types ${spec} --out ${formatOutFolder(folder)}    # or your own targets`,
    "",
  ].join("\n");
}

/** The output folder must not be in the spec, whatever the working folder is. */
const formatOutFolder = (spec: string): string => quotePath(join(spec, "..", "generated"));
