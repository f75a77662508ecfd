import { happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import { numberShape, textShape, type Json } from "./shapes.js";

/**
 * Marks some properties of requests as undocumented, and inlines an inner object. Draw this last, so that it does
 * not change the effect of the rest of the tape.
 */
export function doubtRequests(draw: Draw, files: Map<string, Json>): void {
  for (const [path, file] of files) {
    if (!/^(requests\/|common\/requests-)/.test(path)) continue;
    const doubted = doubtShape(draw, file);
    files.set(path, path.startsWith("requests/") ? withInlined(draw, doubted, path) : doubted);
  }
}

function doubtShape(draw: Draw, shape: Json): Json {
  const properties = Object.entries((shape["properties"] ?? {}) as Readonly<Record<string, Json>>);
  return {
    ...shape,
    ...(shape["properties"] !== undefined && {
      properties: Object.fromEntries(
        properties.map(([name, part]) => [name, { ...doubtShape(draw, part), ...drawProvenance(draw) }]),
      ),
    }),
  };
}

/** Draws none once the tape is used up. */
function drawProvenance(draw: Draw): Json {
  if (!happens(draw, 20)) return {};
  const kind = oneOf(draw, ["observed", "inferred", "assumed", "documented"]);
  const of = someOf(draw, ["existence", "shape", "required", "release"], 1 + draw.below(2));
  return { "x-provenance": { kind, basis: "Seen.", ...(happens(draw, 70) && { of }) } };
}

/** The inner object must not share names with other objects. */
function withInlined(draw: Draw, object: Json, path: string): Json {
  if (object["x-open"] === true || !happens(draw, 30)) return object;
  const inner = {
    description: "Inlined.",
    title: `Inlined${path.replace(/\W|json$/g, "")}`,
    type: happens(draw, 25) ? ["object", "null"] : "object",
    properties: {
      innerText: { description: "Text.", ...textShape(draw), ...drawProvenance(draw) },
      innerCount: { description: "Count.", ...numberShape(draw), "x-legacy-names": ["innerCuont"] },
    },
    required: happens(draw, 50) ? ["innerText"] : [],
    "x-inlined": true,
    ...drawProvenance(draw),
  };
  const required = (object["required"] ?? []) as readonly string[];
  return {
    ...object,
    properties: { ...(object["properties"] as Json), inlined: inner },
    required: happens(draw, 50) ? [...required, "inlined"] : required,
  };
}
