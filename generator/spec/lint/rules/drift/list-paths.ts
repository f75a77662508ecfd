import type { Shape } from "../../../dialect.js";
import type { LinkedSpec } from "../../../link/link-spec.js";

/** Every path of a request or an answer, without the marks of arrays: `form.fields.separator`. */
export function listPaths(side: "request" | "response", spec: LinkedSpec): readonly string[] {
  const folder = `${side}s/`;
  const objects = [...spec.shapes].flatMap(([path, shape]) =>
    path.startsWith(folder) ? listBelow(path.slice(folder.length, -".json".length), shape, spec) : [],
  );
  const report = side === "request" && spec.envelope && spec.shapes.get(spec.envelope.errorRequest);
  return [...new Set([...objects, ...(report ? listProperties("", report, spec) : [])])];
}

const listBelow = (path: string, shape: Shape, spec: LinkedSpec): readonly string[] => [
  path,
  ...listProperties(`${path}.`, shape, spec),
];

/** The paths of all properties of an object, of the objects of an array, and of each of several alternatives. */
function listProperties(start: string, shape: Shape, spec: LinkedSpec): readonly string[] {
  const { $ref, anyOf = [], items, properties = {} } = shape;
  const target = $ref === undefined ? undefined : spec.shapes.get($ref);
  return [
    ...[target, items, ...anyOf].flatMap((part) => (part ? listProperties(start, part, spec) : [])),
    ...Object.entries(properties).flatMap(([name, part]) => listBelow(start + name, part, spec)),
  ];
}
