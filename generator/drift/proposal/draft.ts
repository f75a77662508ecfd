import type { Shape } from "../../spec/dialect.js";
import type { GetShape } from "../../spec/find-shape.js";
import type { SourceFile } from "../../spec/read/read-spec.js";
import type { ChangedFile, Decision } from "./proposal.js";

/** The texts of a spec, by path, as far as they are changed. */
export type Draft = ReadonlyMap<string, string>;

/** A draft after an edit, and what that leaves to decide. */
export interface Edited {
  readonly draft: Draft;
  readonly decisions: readonly Decision[];
}

/** Changes a draft, or leaves it and says why. */
export type Edit = (draft: Draft) => Edited;

export const toDraft = (files: readonly SourceFile[]): Draft =>
  new Map(files.map(({ path, text }) => [path, text]));

export const toFiles = (draft: Draft): readonly SourceFile[] =>
  [...draft].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));

/** The draft with the text of a file changed. */
export const changeFile = (draft: Draft, path: string, change: (text: string) => string): Draft =>
  new Map([...draft, [path, change(draft.get(path) ?? "")]]);

/** The draft with one file more, as the files of a spec are written. */
export const addFile = (draft: Draft, path: string, text: string): Draft => new Map([...draft, [path, text]]);

/** Reads the shape files of a draft. */
export const shapesIn =
  (draft: Draft): GetShape =>
  (path) => {
    const text = draft.get(path);
    return text === undefined ? undefined : (JSON.parse(text) as Shape);
  };

/** Makes one edit after the other. */
export const chain =
  (edits: readonly Edit[]): Edit =>
  (draft) =>
    edits.reduce<Edited>(
      (sofar, edit) => {
        const { draft: next, decisions } = edit(sofar.draft);
        return { draft: next, decisions: [...sofar.decisions, ...decisions] };
      },
      { draft, decisions: [] },
    );

/** What differs between two drafts. */
export const compareDrafts = (before: Draft, after: Draft): readonly ChangedFile[] =>
  toFiles(after)
    .filter(({ path, text }) => before.get(path) !== text)
    .map(({ path, text }) => ({ path, before: before.get(path), after: text }));
