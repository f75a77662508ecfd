import type { CheckedSpec } from "../../../checked-spec.js";
import type { Shape } from "../../../dialect.js";

/** Every path of requests and of answers, without the marks of arrays: `form.fields.separator`. */
export const listPaths = (
  spec: CheckedSpec,
): Readonly<Record<"request" | "response", ReadonlySet<string>>> => ({
  request: listSide("request", spec),
  response: listSide("response", spec),
});

function listSide(side: "request" | "response", spec: CheckedSpec): ReadonlySet<string> {
  const folder = `${side}s/`;
  const paths = new Set<string>();
  for (const [path, shape] of spec.shapes)
    if (path.startsWith(folder)) addBelow(path.slice(folder.length, -".json".length), shape, { spec, paths });
  const report = side === "request" && spec.shapes.get(spec.envelope.errorRequest);
  if (report) addProperties("", report, { spec, paths });
  return paths;
}

interface Listing {
  readonly spec: CheckedSpec;
  readonly paths: Set<string>;
}

function addBelow(path: string, shape: Shape, listing: Listing): void {
  listing.paths.add(path);
  addProperties(`${path}.`, shape, listing);
}

/** The paths of all properties of an object, of the objects of an array, and of each of several alternatives. */
function addProperties(start: string, shape: Shape, listing: Listing): void {
  const { $ref, anyOf = [], items, properties = {} } = shape;
  const target = $ref === undefined ? undefined : listing.spec.shapes.get($ref);
  for (const part of [target, items, ...anyOf]) if (part) addProperties(start, part, listing);
  for (const [name, part] of Object.entries(properties)) addBelow(start + name, part, listing);
}
