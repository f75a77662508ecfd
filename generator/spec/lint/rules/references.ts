import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { back, type EventFile, hasType, type SendsEntry } from "../../dialect.js";
import { listEntries, objectPath, type Objects, type SoundFile } from "../../files.js";
import { joinPointer, placeIn, splitPointer } from "../../pointer.js";
import { findPaths, readPath } from "../../values.js";
import { checkNames, type Namings, type Spot, type Target } from "../check-names.js";
import type { VisitedSpec } from "../visit.js";
import { listShown } from "./stories.js";

/** Where the files of a contract name one another, and have names that stand once. */
const namings: Namings = {
  envelope: [
    { at: "/polling/asks", refersTo: "boolean in every request" },
    { at: "/polling/ends", refersTo: "boolean in every answer" },
    { at: "/onlyInRequests/*", refersTo: "required part of all events or error requests named" },
    { at: "/startWith/*", refersTo: "event" },
    { at: "/takes/*/answers/*", refersTo: "answer to this", unique: "another entry of `takes`" },
    { at: "/story/refers/*/at", refersTo: "part of a sample of a flow" },
  ],
  event: [
    { at: "/takes/*/answers/*", refersTo: "answer to this", unique: "another entry of `takes`" },
    { at: "/start/answer/*/*", refersTo: "answer", way: 2 },
    { at: ["/till/*/at", "/start/lookUp/by"], refersTo: "part of this event" },
    { at: "/start/lookUp/finds", refersTo: "part of this answer" },
  ],
  flow: [
    { at: ["/setUp/*/event", "/steps/*/event"], refersTo: "event" },
    { at: "/steps/*/between/*", refersTo: "step" },
    { at: "/steps/*/next/*/to", refersTo: "step or end" },
    { at: "/steps/*/next/*/example", refersTo: "example" },
    { at: "/steps/*/call/address", refersTo: "part of this event" },
    { at: ["/steps/*/id", "/ends/*/id"], unique: "another step or end of this flow" },
  ],
  task: [
    { at: "/flow", refersTo: "flow" },
    { at: "/unknown/*", refersTo: "open question" },
  ],
  subscriptions: [
    { at: "/settings/*/unknown/*", refersTo: "open question" },
    { at: "/settings/*/id", unique: "settings *" },
  ],
  glossary: [
    { at: "/terms/*/see/*", refersTo: "type or event" },
    { at: "/synonyms/*/word", unique: "synonyms *" },
  ],
  "open-questions": [
    { at: "/questions/*/about/*", refersTo: "type, property, event or object of events" },
    { at: "/questions/*/id", unique: "open-questions.json#/questions/*" },
    { at: "/questions/*/samples/*/events/*", refersTo: "event" },
  ],
  products: [
    { at: "/products/*/id", unique: "another product" },
    { at: "/products/*/sends/*/events/*", refersTo: "event", unique: "another entry of `sends`", within: 2 },
    {
      at: "/products/*/takes/*/answers/*",
      refersTo: "answer",
      unique: "another entry of `takes`",
      within: 2,
    },
    { at: "/products/*/sends/*/unfilled/*", refersTo: "part of these events" },
  ],
};

/** The names of a contract lead somewhere, and those that have to be there once are. */
export function namesLead(spec: Unchecked): Problem[] {
  const everywhere = listEverywhere(spec);
  const find = (spot: Spot): Target => {
    const what = spot.refersTo;
    return { what, known: nearby[what]?.(spot, spec) ?? everywhere[what] ?? [] };
  };
  return [
    ...checkNames({ rows: namings, files: spec.files, find, isWhole: spec.broken.size === 0 }),
    ...synonymsAreOthers(spec),
  ];
}

/** A spec whose names are not checked yet. */
type Unchecked = Omit<VisitedSpec, "astray">;

/** What there is, wherever it is named. */
function listEverywhere(spec: Unchecked): Readonly<Record<string, readonly string[]>> {
  const { envelope, visits } = spec;
  const events = [...spec.events.keys()];
  const entries = listEntries(spec);
  const titles = visits.flatMap(({ part }) => part.title ?? []);
  const properties = visits.flatMap(({ part: { title, properties: parts = {} } }) =>
    title === undefined ? [] : Object.keys(parts).map((name) => `${title}.${name}`),
  );
  const booleans = (role: Role): string[] =>
    listProperties(role, envelope?.[role], spec)
      .filter(({ part }) => hasType(part, "boolean"))
      .map(({ pointer }) => pointer);
  return {
    event: events,
    answer: entries.filter(({ role }) => role === "answers").map(({ name }) => name),
    flow: [...spec.flows.keys()],
    example: spec.examples.map(({ path }) => path.replace(/^examples\/|\.json$/g, "")),
    "open question": listIds(spec.questions),
    "boolean in every request": booleans("carries"),
    "boolean in every answer": booleans("answers"),
    "required part of all events or error requests named": listRequired(spec),
    "type or event": [...titles, ...events],
    "type, property, event or object of events": [
      ...[...titles, ...properties, ...events],
      ...entries.map(({ name }) => name),
    ],
  };
}

/** What there is only where something is named, if it is other than elsewhere. */
const nearby: Readonly<Record<string, (spot: Spot, spec: Unchecked) => readonly string[] | undefined>> = {
  answer: ({ file }, spec) => (file.kind === "event" ? listAnswers(file, spec) : undefined),
  "answer to this": ({ file: { name } }, { events, envelope }) =>
    Object.keys({ ...events.get(name)?.answers, ...envelope?.answers }),
  // Where a part stands is a pattern, which every sample may have in its own way.
  "part of a sample of a flow": ({ name, tokens: [, , index] }, spec) => {
    const body = spec.envelope?.story?.refers[Number(index)]?.body ?? "request";
    const samples = [...spec.flows.values()].flatMap((flow) => listShown(flow, spec));
    return samples.some((sample) => findPaths(sample[body], splitPointer(name)).length > 0) ? [name] : [];
  },
  "part of this answer": ({ file }) =>
    findPaths((file.value as EventFile).start?.answer, ["*", "*"]).map((path) => joinPointer("", ...path)),
  "part of this event": ({ file, tokens: [list, index] }, spec) => {
    const step = list === "steps" && spec.flows.get(file.name)?.steps[Number(index)];
    const own = spec.events.get(step ? step.event : file.name)?.carries;
    const carried = list === "till" ? own : { ...own, ...spec.envelope?.carries };
    return listProperties("carries", carried, spec).map(({ pointer }) => pointer);
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
  return listProperties("answers", { ...answers, ...spec.envelope?.answers }, spec)
    .filter(({ object, part }) => !refused.includes(object) && part["x-only-for"]?.includes(name) !== false)
    .map(({ pointer }) => pointer);
}

type Role = "carries" | "answers";

/** The properties of objects that are listed, each with a pointer to it. */
const listProperties = (role: Role, objects: Objects = {}, { shapes }: Unchecked) =>
  Object.keys(objects).flatMap((object) =>
    Object.entries(shapes.get(objectPath(role, object))?.properties ?? {}).map(([name, part]) => ({
      ...{ object, part, pointer: joinPointer("", object, name) },
    })),
  );

/** What every event, or every error request, has. Where the error request is broken, that is reported alone. */
function listRequired({ envelope, shapes }: Unchecked): readonly string[] {
  const { required = [], properties } = shapes.get(envelope?.errorRequest ?? "") ?? {};
  if (!properties) return envelope?.onlyInRequests ?? [];
  const carried = Object.entries(envelope?.carries ?? {}).filter(([, part]) => part.required === true);
  return [...carried.map(([name]) => name), ...required];
}

/** A word is none of its own synonyms. */
const synonymsAreOthers = ({ synonyms }: Unchecked): Problem[] =>
  synonyms.flatMap(({ word, typed }, index) => {
    const at = typed.indexOf(word);
    const place = placeIn("glossary.json", "synonyms", index, "typed", at);
    return at < 0 ? [] : [report("duplicate-name", { name: word, other: "the word itself" }, place)];
  });
