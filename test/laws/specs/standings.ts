import { happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import { isSwitch } from "./object-edits.js";
import type { Json } from "./shapes.js";

type Files = Map<string, Json>;
type Entries = Readonly<Record<string, Json>>;

/** Says of some answers whether an event takes them, and of some of their properties for which events they are. */
export function drawStandings(draw: Draw, files: Files): void {
  for (const path of listEvents(files)) {
    const event = files.get(path) ?? {};
    const known = [...Object.keys(entries(event, "answers")), ...Object.keys(sharedAnswers(files))];
    const told = someOf(draw, known, draw.below(4)).map((name) => [name, drawStanding(draw)] as const);
    if (told.length > 0) files.set(path, { ...event, takes: Object.fromEntries(told) });
  }
  for (const name of new Set(
    listEvents(files).flatMap((path) => Object.keys(entries(files.get(path), "answers"))),
  ))
    if (happens(draw, 40)) limit(draw, name, files);
  tidyStandings(files);
}

const drawStanding = (draw: Draw): Json => ({
  ...oneOf<Json>(draw, [
    { standing: "contradicted" },
    { standing: "contradicted", admitted: "It does no harm." },
    { standing: "documented" },
  ]),
  basis: "A page says so.",
});

/** Some properties of an answer are for some of the events that list it. */
function limit(draw: Draw, name: string, files: Files): void {
  const path = `responses/${name}.json`;
  const file = files.get(path) ?? {};
  const properties = Object.keys(entries(file, "properties"));
  const limited = someOf(draw, properties, 1 + draw.below(2));
  const events = someOf(draw, listTakers(name, files), 1 + draw.below(2));
  const changed = Object.entries(entries(file, "properties")).map(([property, shape]) => [
    property,
    limited.includes(property) ? { ...shape, "x-only-for": events } : shape,
  ]);
  if (events.length > 0) files.set(path, { ...file, properties: Object.fromEntries(changed) as Json });
}

/** Takes away what lint would refuse, such as what is said of an answer that an event no longer lists. */
export function tidyStandings(files: Files): void {
  for (const path of listEvents(files)) {
    const { takes, ...event } = files.get(path) ?? {};
    const sound = Object.entries((takes ?? {}) as Entries).filter(([name, entry]) =>
      isSound(name, entry, entries(event, "answers"), files),
    );
    files.set(path, { ...event, ...(sound.length > 0 && { takes: Object.fromEntries(sound) }) });
  }
  const taken = new Set<string>();
  for (const [path, file] of files) {
    const name = /^responses\/(\w+)\.json$/.exec(path)?.[1];
    if (name !== undefined) files.set(path, tidyLimits(file, listTakers(name, files), taken));
  }
}

function isSound(name: string, entry: Json, own: Entries, files: Files): boolean {
  const shared = sharedAnswers(files);
  if (entry["standing"] !== "contradicted" || entry["admitted"] !== undefined)
    return Object.hasOwn(own, name) || Object.hasOwn(shared, name);
  const part = Object.hasOwn(shared, name) ? shared[name] : undefined;
  return part !== undefined && part["required"] !== true && !Object.keys(part).some(isSwitch);
}

/** An event has one answer of its own title: the second one that would get it is not limited. */
function tidyLimits(file: Json, takers: readonly string[], taken: Set<string>): Json {
  const free = takers.filter((event) => !taken.has(event) && file["x-open"] !== true);
  const used = new Set<string>();
  const properties = Object.entries(entries(file, "properties")).map(([name, shape]) => {
    const { "x-only-for": limits, ...rest } = shape;
    const left = ((limits ?? []) as string[]).filter((event) => free.includes(event));
    left.forEach((event) => used.add(event));
    return [name, left.length > 0 ? { ...rest, "x-only-for": left } : rest];
  });
  used.forEach((event) => taken.add(event));
  return file["properties"] === undefined
    ? file
    : { ...file, properties: Object.fromEntries(properties) as Json };
}

const listEvents = (files: Files): string[] => [...files.keys()].filter((path) => path.startsWith("events/"));

const listTakers = (answer: string, files: Files): string[] =>
  listEvents(files)
    .filter((path) => Object.hasOwn(entries(files.get(path), "answers"), answer))
    .map((path) => path.slice("events/".length, -".json".length));

const sharedAnswers = (files: Files): Entries => entries(files.get("envelope.json"), "answers");

const entries = (file: Json | undefined, key: string): Entries => (file?.[key] ?? {}) as Entries;
