import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import { suggest } from "../../text/suggest.js";
import { envelopePath, objectPath, readObjectLists, type ObjectLists } from "../object-lists.js";
import { joinPointer } from "../pointer.js";
import type { SpecFiles } from "../spec-files.js";

/** What is wrong with a reference to a file of shapes. A broken file is there, and has been reported. */
export function checkReference(ref: string, place: Place, { shapes, broken }: SpecFiles): Problem[] {
  if (shapes.has(ref) || broken.has(ref)) return [];
  return [report("dangling-ref", { ref, suggestion: suggest(ref, shapes.keys()) }, place)];
}

/** The objects that the envelope and the events list have files, and no event repeats what the envelope lists. */
export function checkObjectLists(files: SpecFiles): Problem[] {
  const { envelope } = files;
  const place = { file: envelopePath, pointer: "/errorRequest" };
  return [
    ...readObjectLists(files).flatMap((lists) => checkLists(lists, files)),
    ...(envelope ? checkReference(envelope.errorRequest, place, files) : []),
  ];
}

const roles = ["carries", "answers"] as const;
type Role = (typeof roles)[number];

const checkLists = (lists: ObjectLists, files: SpecFiles): Problem[] => [
  ...roles.flatMap((role) => unknownObjects(role, lists, files)),
  ...roles.flatMap((role) => repeatedObjects(role, lists, files)),
];

function unknownObjects(role: Role, { file, [role]: objects }: ObjectLists, files: SpecFiles): Problem[] {
  const { shapes, broken } = files;
  const folder = role === "carries" ? "requests" : "responses";
  const known = [...shapes.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1, -".json".length));
  return Object.keys(objects)
    .filter((name) => !shapes.has(objectPath(role, name)) && !broken.has(objectPath(role, name)))
    .map((name) => {
      const params = { role, name, folder, suggestion: suggest(name, known) };
      return report("unknown-object", params, { file, pointer: joinPointer("", role, name) });
    });
}

const repeatedObjects = (
  role: Role,
  { file, [role]: objects }: ObjectLists,
  { envelope }: SpecFiles,
): Problem[] =>
  Object.keys(objects)
    .filter((name) => file !== envelopePath && Object.hasOwn(envelope?.[role] ?? {}, name))
    .map((name) => report("carried-twice", { role, name }, { file, pointer: joinPointer("", role, name) }));
