import { happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import type { Json } from "./shapes.js";

type Files = Map<string, Json>;
type Entries = Readonly<Record<string, Json>>;

/** Sets the standings of some answers, and limits some of their properties to certain events. */
export function drawStandings(draw: Draw, files: Files): void {
  const shared = entries(files.get("envelope.json"), "answers");
  const events = [...files].filter(([path]) => path.startsWith("events/"));
  for (const [path, event] of events) {
    const known = [...Object.keys(entries(event, "answers")), ...Object.keys(shared)];
    const told = someOf(draw, known, draw.below(4)).map((name) => ({
      answers: [name],
      ...drawStanding(draw, shared[name]),
      basis: "A page says so.",
    }));
    if (told.length > 0) files.set(path, { ...event, takes: told });
  }
  // An event has one answer of its own title. A second answer that would get this title is not limited.
  const taken = new Set<string>();
  for (const [path, file] of files) {
    const [, answer = ""] = /^responses\/(\w+)\.json$/.exec(path) ?? [];
    const free = listHaving("answers", answer, events).filter((event) => !taken.has(event));
    const properties = Object.keys(entries(file, "properties"));
    if (free.length * properties.length === 0 || file["x-open"] === true || !happens(draw, 40)) continue;
    const limited = someOf(draw, properties, 1 + draw.below(2));
    const limits = { "x-only-for": someOf(draw, free, 1 + draw.below(2)) };
    limits["x-only-for"].forEach((event) => taken.add(event));
    const changed = Object.entries(entries(file, "properties")).map(([name, shape]) => [
      name,
      limited.includes(name) ? { ...shape, ...limits } : shape,
    ]);
    files.set(path, { ...file, properties: Object.fromEntries(changed) as Json });
  }
  relaxRequests(draw, files, events);
}

function relaxRequests(draw: Draw, files: Files, events: Events): void {
  for (const [path, file] of files) {
    const [, object = ""] = /^requests\/(\w+)\.json$/.exec(path) ?? [];
    const having = listHaving("carries", object, events);
    const properties = entries(file, "properties");
    const required = ((file["required"] ?? []) as readonly string[]).filter((name) => properties[name]);
    if (having.length * required.length === 0 || !happens(draw, 40)) continue;
    const name = oneOf(draw, required);
    const lacking = someOf(draw, having, 1 + draw.below(2)).map((event) => [event, "Seen so."]);
    const relaxed = { ...properties[name], "x-optional-for": Object.fromEntries(lacking) as Json };
    files.set(path, { ...file, properties: { ...properties, [name]: relaxed } });
  }
}

type Events = readonly (readonly [path: string, file: Json])[];

const listHaving = (role: "carries" | "answers", object: string, events: Events): readonly string[] =>
  events.flatMap(([path, file]) =>
    Object.hasOwn(entries(file, role), object) ? [path.slice("events/".length, -".json".length)] : [],
  );

/** An event's own answer, or one that it always has, is never contradicted. */
const drawStanding = (draw: Draw, shared: Json | undefined): Json =>
  oneOf<Json>(draw, [
    { standing: "documented" },
    { standing: "general" },
    { standing: "seen" },
    ...(shared && !/"required":true|-since"/.test(JSON.stringify(shared))
      ? [{ standing: "contradicted" }]
      : []),
  ]);

const entries = (file: Json | undefined, key: string): Entries => (file?.[key] ?? {}) as Entries;
