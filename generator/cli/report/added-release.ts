import { join } from "node:path";
import type { ReleaseEntry } from "../../spec/dialect.js";
import { quoteForShell } from "./quote-for-shell.js";
import { formatTable } from "./terminal-text.js";

export interface AddedRelease {
  /** The spec's folder, from where the maintainer stands. */
  readonly folder: string;
  readonly line: number;
  readonly entry: ReleaseEntry;
  /** Whether the spec is that of the checkout, from which `npm run generate` generates. */
  readonly isOwn: boolean;
}

/** What was done, and where a maintainer goes on. */
export function formatAddedRelease({ folder, line, entry: { release }, isOwn }: AddedRelease): string {
  const since = `"x-added-in": "${release}"`;
  const spec = `--spec ${quoteForShell(folder)}`;
  const at = (path: string) => `  ${folder}/${path}`;
  const places = formatTable([
    [at("requests/<object>.json"), `what the POS sends: a new property gets ${since}`],
    [at("responses/<object>.json"), "what we answer: the same"],
    [at("events/<event>.json"), `a new event (${since}), or what an event carries and takes`],
    [at("envelope.json"), "what every event carries and takes"],
    [at("examples/<event>/<what>.json"), `a body as it goes over the wire, with "release": "${release}"`],
  ]);
  return [
    `Added v${release.replace(/(?:\.0){1,2}$/, "")} to ${folder}/releases.json, line ${line}.`,
    "",
    "Now say what it brought:",
    places.trimEnd(),
    "Something else changed, or went? See the annotations in spec/README.md (x-removed-in, x-was, x-notes).",
    "",
    "Then:",
    `  mplus-codegen lint ${spec}`,
    `  mplus-codegen versions ${release} ${spec}    # is that what the vendor announced?`,
    isOwn
      ? "  npm run generate"
      : `  mplus-codegen --target types ${spec} --out ${outBeside(folder)}    # or your own targets`,
    "",
  ].join("\n");
}

/** Output and spec keep apart, wherever the maintainer stands. */
const outBeside = (spec: string): string => quoteForShell(join(spec, "..", "generated"));
