import type { OutputFile } from "../targets/target.js";
import type { Manifest } from "./manifest.js";
import type { NotWritten, OwnFile } from "./own-file.js";
import { findOtherVersions, formatPackageJson } from "./package-json.js";
import type { ProjectOptions } from "./project.js";

/** What becomes of the files of a project in its folder. */
export interface Arrangement {
  readonly files: readonly ArrangedFile[];
  /** Files that were there, and are left as they are. */
  readonly left: readonly NotWritten[];
  /** Files that go with one of those, and are not written. */
  readonly omitted: readonly NotWritten[];
}

/** A file that the project has in the end. */
export interface ArrangedFile extends OutputFile {
  readonly action: "create" | "change" | "unchanged";
}

/** What is in the folder of a project already. */
export interface Existing {
  /** The texts of those of its files that are there, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  readonly packageJson: { readonly text: string; readonly manifest: Manifest } | undefined;
}

/** Arranges the files of a project beside those that are there. None of these is overwritten. */
export function arrangeFiles(
  wanted: readonly OwnFile[],
  options: ProjectOptions,
  { texts, packageJson }: Existing,
): Arrangement {
  const taken = packageJson?.manifest.scripts;
  // Those that are ours, by their paths: a file follows those that it goes with.
  const ours = new Set<string>(packageJson ? [] : [packagePath]);
  const written = wanted.filter(({ path, goesWith = [], script = "", addTo }) => {
    const isUseful = goesWith.every((other) => ours.has(other)) && taken?.has(script) !== true;
    const isWritten = texts.has(path) ? addTo !== undefined : isUseful;
    if (isWritten) ours.add(path);
    return isWritten;
  });
  // Of an empty file there is nothing to tell, nor of one that is as it would be.
  const rest = wanted
    .filter((file) => !written.includes(file) && file.content !== "" && texts.get(file.path) !== file.content)
    .map(({ path, need }): NotWritten => ({ path, ...(need !== undefined && { need }) }));
  const content = formatPackageJson(options, packageJson, ours);
  return {
    files: [
      ...written.map((file) => toArranged(file.path, texts.get(file.path), (text) => fill(file, text))),
      toArranged(packagePath, packageJson?.text, () => content),
    ],
    left: [
      ...rest.filter(({ path }) => texts.has(path)),
      ...findOtherVersions(options, packageJson?.manifest),
    ],
    omitted: rest.filter(({ path }) => !texts.has(path)),
  };
}

const packagePath = "package.json";

const fill = ({ content, addTo }: OwnFile, text: string | undefined): string =>
  text === undefined ? content : (addTo?.(text) ?? text);

function toArranged(
  path: string,
  before: string | undefined,
  change: (text: string | undefined) => string,
): ArrangedFile {
  const content = change(before);
  const action = before === undefined ? "create" : content === before ? "unchanged" : "change";
  return { path, content, action };
}
