import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Start } from "../agreement/cases.js";
import { object, createSmallSpec, type Shape } from "../../workbench/small-spec.js";

const text = readFileSync(join(import.meta.dirname, "feature-spec.yaml"), "utf8");
const { bodies } = parse(text, { merge: true }) as { readonly bodies: readonly object[] };

function features(side: string) {
  const named = text.replaceAll("SIDE", side).replaceAll("side-part", `${side.toLowerCase()}-part`);
  const { properties, required } = parse(named) as {
    readonly properties: Shape;
    readonly required: readonly string[];
  };
  return object(`${side}Features`, properties, required);
}

const part = (side: string) =>
  object(`${side}Part`, { name: { type: "string" }, count: { type: "integer" } }, ["name"]);

export const featureSpec = createSmallSpec({
  ping: features("Ping"),
  pong: features("Pong"),
  files: { "common/ping-part.json": part("Ping"), "common/pong-part.json": part("Pong") },
});

export const featureStarts = bodies.flatMap((body): readonly Start[] => [
  { event: "ping", body: "request", document: { ping: body } },
  { event: "ping", body: "response", document: { pong: body } },
]);
