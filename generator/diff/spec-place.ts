import type { Place } from "../problem/problem.js";
import type { Shape } from "../spec/dialect.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { joinPointer, splitPointer } from "../spec/pointer.js";
import type { Change } from "./change.js";
import { errorRequestName } from "../spec/files.js";

/** The place of a change in the spec, or of any part of a body; if the part is gone, the place of what held it. */
export function placeInSpec(
  { pointer, direction, events }: Pick<Change, "pointer" | "direction" | "events">,
  spec: CheckedSpec,
): Place {
  const [event = ""] = events;
  const steps = splitPointer(pointer);
  if (event === errorRequestName) return follow(spec.envelope.errorRequest, steps, spec);
  const [name = "", ...tokens] = steps;
  const path = `${direction}s/${name}.json`;
  if (spec.shapes.has(path)) return follow(path, tokens, spec);
  return { file: spec.events.has(event) ? `events/${event}.json` : "envelope.json", pointer: "" };
}

/** Follows tokens from a file through its references, as far as they lead. */
function follow(path: string, tokens: readonly string[], spec: CheckedSpec): Place {
  let place: Place = { file: path, pointer: "" };
  let shapes: readonly Shape[] = resolveFile(path, spec);
  for (const token of tokens) {
    const next = shapes.flatMap((shape) => stepInto(shape, token, spec))[0];
    if (!next) return place;
    place = next.place ?? place;
    shapes = next.shapes;
  }
  return place;
}

interface Step {
  /** Undefined for the items of an array: they are named nowhere. */
  readonly place: Place | undefined;
  readonly shapes: readonly Shape[];
}

function stepInto(shape: Shape, token: string, spec: CheckedSpec): Step[] {
  if (token === "*")
    return shape.items ? [{ place: spec.origins.get(shape.items), shapes: resolve(shape.items, spec) }] : [];
  const part = shape.properties?.[token];
  const at = spec.origins.get(shape);
  const fallback = at && { file: at.file, pointer: joinPointer(at.pointer, "properties", token) };
  return part ? [{ place: spec.origins.get(part) ?? fallback, shapes: resolve(part, spec) }] : [];
}

const resolveFile = (path: string, spec: CheckedSpec): readonly Shape[] => {
  const shape = spec.shapes.get(path);
  return shape ? resolve(shape, spec) : [];
};

/** The shapes that a reference, or a list of alternatives, stands for. */
function resolve(shape: Shape, spec: CheckedSpec): readonly Shape[] {
  if (shape.$ref !== undefined) return resolveFile(shape.$ref, spec);
  return shape.anyOf ? shape.anyOf.flatMap((part) => resolve(part, spec)) : [shape];
}
