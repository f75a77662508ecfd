import { dropArrays } from "../../../contract/read/values.js";
import type { DriftFinding, SpecSubject } from "../../../drift/source-content.js";

/** Paths in the spec's folder. An edit names the list to add to. */
export interface SpecFiles {
  readonly create: readonly string[];
  readonly edit: readonly string[];
  readonly run?: string | undefined;
}

const filesOf: Readonly<Record<SpecSubject["side"], (name: string) => SpecFiles>> = {
  event: (name) => ({
    create: [`events/${name}.json`, `examples/${name}/`],
    edit: ['products.json ("sends")', "flows/ (a step)"],
  }),
  request: (name) => ({
    create: [`requests/${name}.json`],
    edit: ['events/ or envelope.json ("carries")'],
  }),
  response: (name) => ({
    create: [`responses/${name}.json`],
    edit: ['events/ or envelope.json ("answers")', 'products.json ("takes")'],
  }),
  release: () => ({ create: [], edit: ['sources.json ("newest")'] }),
};

/** What `drift` looks up in the spec. */
export interface SpecParts {
  readonly has: (subject: SpecSubject) => boolean;
  /** Names the spec's folder, such as ` --spec spec`. "" for the default. */
  readonly option: string;
  /** False for a release that is not in `releases.json`. */
  readonly hasRelease: (release: string) => boolean;
  /** True if `seenBeyond` of `sources.json` would no longer begin after it. */
  readonly isBeyond: (release: string) => boolean;
}

/** The files for a new event, object or release. Undefined for a part of an object that the spec has. */
export function listSpecFiles(
  { verdict, subject, row }: DriftFinding,
  { has, hasRelease, isBeyond, option }: SpecParts,
): SpecFiles | undefined {
  if (verdict !== "new" || !subject) return undefined;
  const [name = ""] = dropArrays(subject.path).split(".");
  const { side, path } = subject;
  const files = filesOf[side](side === "release" ? path : name);
  if (side === "release")
    return {
      ...files,
      run: hasRelease(path) ? undefined : `mplus-codegen release ${path} --summary "…"${option}`,
      edit: [...files.edit, ...(isBeyond(path) ? ['sources.json ("seenBeyond": its "from")'] : [])],
    };
  if (has({ side, path: name })) return undefined;
  if (path.includes(".")) return { create: files.create, edit: [] };
  const carrying = side === "request" ? "carries" : "answers";
  const events = row?.events?.map((event) => `events/${event}.json ("${carrying}")`) ?? [];
  return events.length > 0 ? { ...files, edit: [...events, ...files.edit.slice(1)] } : files;
}
