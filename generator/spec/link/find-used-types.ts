import type { Shape } from "../dialect.js";
import { objectPath, readObjectLists } from "../object-lists.js";
import type { SpecFiles } from "../spec-files.js";
import { listRefs } from "./list-parts.js";

/** Files that describe the type of a value: those of what we receive, and those of what we answer. */
export type UsedTypes = Readonly<Record<"requests" | "responses", ReadonlySet<string>>>;

/** The files that the events and the envelope lead to on each side, reference by reference. */
export function findUsedTypes(files: SpecFiles, shapes: ReadonlyMap<string, Shape>): UsedTypes {
  const lists = readObjectLists(files);
  const listed = (role: "carries" | "answers"): string[] =>
    lists.flatMap((list) => Object.keys(list[role]).map((name) => objectPath(role, name)));
  const errorRequest = files.envelope ? [files.envelope.errorRequest] : [];
  return {
    requests: reach([...errorRequest, ...listed("carries")], shapes),
    responses: reach(listed("answers"), shapes),
  };
}

function reach(roots: readonly string[], shapes: ReadonlyMap<string, Shape>): ReadonlySet<string> {
  const found = new Set(roots.filter((path) => shapes.has(path)));
  // The set grows while it is walked.
  for (const path of found) {
    const refs = listRefs(shapes.get(path) ?? {});
    refs.filter((ref) => shapes.has(ref)).forEach((ref) => found.add(ref));
  }
  return found;
}
