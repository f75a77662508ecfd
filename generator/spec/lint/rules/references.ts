import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { back, type EventFile, type SendsEntry, type Shape } from "../../dialect.js";
import { objectPath, readObjectLists, type Objects, type SoundFile } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { joinPointer, splitPointer } from "../../pointer.js";
import { findPaths, ownEntry, readPath } from "../../values.js";
import { checkNames, type Naming, type Spot } from "../check-names.js";
import type { VisitedSpec } from "../visit.js";
import { listTypes } from "./keywords.js";
import { listShown } from "./stories.js";

/** Where the files of a contract name one another, and have names that stand once. */
const namings: readonly Naming[] = [
  { file: "envelope", at: "/polling/asks", refersTo: "boolean in every request" },
  { file: "envelope", at: "/polling/ends", refersTo: "boolean in every answer" },
  {
    file: "envelope",
    at: "/onlyInRequests/*",
    refersTo: "required part of all events or error requests named",
  },
  { file: "envelope", at: "/startWith/*", refersTo: "event" },
  {
    file: "envelope",
    at: "/takes/*/answers/*",
    refersTo: "answer to this",
    unique: "another entry of `takes`",
  },
  { file: "envelope", at: "/story/refers/*/at", refersTo: "part of a sample of a flow" },
  { file: "event", at: "/takes/*/answers/*", refersTo: "answer to this", unique: "another entry of `takes`" },
  { file: "event", at: "/start/answer/*/*", refersTo: "answer", way: 2 },
  { file: "event", at: ["/till/*/at", "/start/lookUp/by"], refersTo: "part of this event" },
  { file: "event", at: "/start/lookUp/finds", refersTo: "part of this answer" },
  { file: "flow", at: ["/setUp/*/event", "/steps/*/event"], refersTo: "event" },
  { file: "flow", at: "/steps/*/between/*", refersTo: "step" },
  { file: "flow", at: "/steps/*/next/*/to", refersTo: "step or end" },
  { file: "flow", at: "/steps/*/next/*/example", refersTo: "example" },
  { file: "flow", at: "/steps/*/call/address", refersTo: "part of this event" },
  { file: "flow", at: ["/steps/*/id", "/ends/*/id"], unique: "another step or end of this flow" },
  { file: "task", at: "/flow", refersTo: "flow" },
  { file: "task", at: "/unknown/*", refersTo: "open question" },
  { file: "subscriptions", at: "/settings/*/unknown/*", refersTo: "open question" },
  { file: "subscriptions", at: "/settings/*/id", unique: "settings *" },
  { file: "glossary", at: "/terms/*/see/*", refersTo: "type or event" },
  { file: "glossary", at: "/synonyms/*/word", unique: "synonyms *" },
  {
    file: "open-questions",
    at: "/questions/*/about/*",
    refersTo: "type, property, event or object of events",
  },
  { file: "open-questions", at: "/questions/*/id", unique: "open-questions.json#/questions/*" },
  { file: "products", at: "/products/*/id", unique: "another product" },
  {
    file: "products",
    at: "/products/*/sends/*/events/*",
    refersTo: "event",
    unique: "another entry of `sends`",
    within: 2,
  },
  {
    file: "products",
    at: "/products/*/takes/*/answers/*",
    refersTo: "answer",
    unique: "another entry of `takes`",
    within: 2,
  },
  { file: "products", at: "/products/*/sends/*/unfilled/*", refersTo: "part of these events" },
];

/** The names of a contract lead somewhere, and those that have to be there once are. */
export function namesLead(spec: Unchecked): Problem[] {
  const listed = new Map<string, ReadonlySet<string>>();
  const find = (spot: Spot) => {
    const what = spot.refersTo;
    const near = nearby[what]?.(spot, spec);
    const known = near ? new Set(near) : (listed.get(what) ?? new Set(everywhere[what]?.(spec)));
    if (!near) listed.set(what, known);
    return { what, known };
  };
  return checkNames({ rows: namings, files: spec.files, find, isWhole: spec.broken.size === 0 });
}

/** A spec whose names are not checked yet. */
type Unchecked = Omit<VisitedSpec, "astray">;

/** What there is, wherever it is named. */
const everywhere: Readonly<Record<string, (spec: Unchecked) => Iterable<string>>> = {
  event: ({ events }) => events.keys(),
  answer: (spec) => readObjectLists(spec).flatMap(({ answers }) => Object.keys(answers)),
  flow: ({ flows }) => flows.keys(),
  example: ({ examples }) => examples.map(({ path }) => path.replace(/^examples\/|\.json$/g, "")),
  "open question": ({ questions }) => listIds(questions),
  "boolean in every request": (spec) => listBooleans("carries", spec),
  "boolean in every answer": (spec) => listBooleans("answers", spec),
  "required part of all events or error requests named": listRequired,
  "type or event": (spec) => [...listTitles(spec), ...spec.events.keys()],
  "type, property, event or object of events": listNames,
};

/** What there is only where something is named, if it is other than elsewhere. */
const nearby: Readonly<Record<string, (spot: Spot, spec: Unchecked) => Iterable<string> | undefined>> = {
  answer: ({ file }, spec) => (file.kind === "event" ? listAnswers(file, spec) : undefined),
  "answer to this": ({ file: { name } }, { events, envelope }) =>
    Object.keys({ ...events.get(name)?.answers, ...envelope?.answers }),
  // Where a part stands is a pattern, which every sample may have in its own way.
  "part of a sample of a flow": ({ name, tokens: [, , index] }, spec) => {
    const body = spec.envelope?.story?.refers[Number(index)]?.body ?? "request";
    const samples = [...spec.flows.values()].flatMap((flow) => listShown(flow, spec));
    return samples.some((sample) => findPaths(sample[body], splitPointer(name)).length > 0) ? [name] : [];
  },
  "part of this answer": ({ file }) => listPointers((file.value as EventFile).start?.answer),
  "part of this event": ({ file, tokens: [list, index] }, spec) => {
    const step = list === "steps" && spec.flows.get(file.name)?.steps[Number(index)];
    const own = spec.events.get(step ? step.event : file.name)?.carries;
    return listParts("carries", list === "till" ? own : { ...own, ...spec.envelope?.carries }, spec);
  },
  "part of these events": ({ file, tokens }, { events }) => {
    const group = readPath(file.value, tokens.slice(0, 4)) as SendsEntry;
    return group.events.flatMap((name) => Object.keys(events.get(name)?.carries ?? {}));
  },
  step: ({ file }, { flows }) => listIds(flows.get(file.name)?.steps),
  "step or end": ({ file, tokens: [, index] }, { flows }) => {
    const { steps = [], ends = [] } = flows.get(file.name) ?? {};
    return [...listIds([...steps, ...ends]), ...(steps[Number(index)]?.between ? [back] : [])];
  },
};

const listIds = (list: readonly { readonly id: string }[] = []): string[] => list.map(({ id }) => id);

/** The properties of answers that an event takes. */
function listAnswers({ name, value }: SoundFile, spec: Unchecked): string[] {
  const { answers, takes = [] } = value as EventFile;
  const refused = takes.flatMap((group) => (group.standing === "contradicted" ? group.answers : []));
  return listParts("answers", { ...answers, ...spec.envelope?.answers }, spec).filter((pointer) => {
    const [answer = ""] = splitPointer(pointer);
    const only = findPart("answers", pointer, spec)?.["x-only-for"];
    return !refused.includes(answer) && (only?.includes(name) ?? true);
  });
}

/** Pointers to the booleans in the objects that the envelope lists. */
const listBooleans = (role: Role, spec: Unchecked): string[] =>
  listParts(role, spec.envelope?.[role], spec).filter((pointer) =>
    listTypes(findPart(role, pointer, spec) ?? {}).includes("boolean"),
  );

type Role = "carries" | "answers";

/** Pointers to the properties of objects that are listed. */
const listParts = (role: Role, objects: Objects | undefined, { shapes }: Unchecked): string[] =>
  Object.keys(objects ?? {}).flatMap((object) =>
    listPointers({ [object]: shapes.get(objectPath(role, object))?.properties ?? {} }),
  );

const listPointers = (objects: Readonly<Record<string, object>> = {}): string[] =>
  Object.entries(objects).flatMap(([object, properties]) =>
    Object.keys(properties).map((property) => joinPointer("", object, property)),
  );

function findPart(role: Role, pointer: string, { shapes }: Unchecked): Shape | undefined {
  const [object = "", property = ""] = splitPointer(pointer);
  return ownEntry(shapes.get(objectPath(role, object))?.properties, property);
}

/** What every event, or every error request, has. Where the error request is broken, that is reported alone. */
function listRequired({ envelope, shapes }: Unchecked): readonly string[] {
  const { required = [], properties } = shapes.get(envelope?.errorRequest ?? "") ?? {};
  if (!properties) return envelope?.onlyInRequests ?? [];
  const carried = Object.entries(envelope?.carries ?? {}).filter(([, part]) => part.required === true);
  return [...carried.map(([name]) => name), ...required];
}

const listTitles = ({ visits }: Unchecked): string[] => visits.flatMap(({ shape }) => shape.title ?? []);

/** All that an open question may be about. */
function listNames(spec: Unchecked): string[] {
  const properties = spec.visits.flatMap(({ shape: { title, properties: parts = {} } }) =>
    title === undefined ? [] : Object.keys(parts).map((name) => `${title}.${name}`),
  );
  const listed = readObjectLists(spec).flatMap(({ carries, answers }) =>
    Object.keys({ ...carries, ...answers }),
  );
  return [...listTitles(spec), ...properties, ...listed, ...spec.events.keys()];
}

/** A word is none of its own synonyms. */
export const synonymsAreOthers = ({ synonyms }: LinkedSpec): Problem[] =>
  synonyms.flatMap(({ word, typed }, index) => {
    const at = typed.indexOf(word);
    const place = { file: "glossary.json", pointer: joinPointer("", "synonyms", index, "typed", at) };
    return at < 0 ? [] : [report("duplicate-name", { name: word, other: "the word itself" }, place)];
  });
