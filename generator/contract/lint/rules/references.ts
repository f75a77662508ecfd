import { report } from "../../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../../base/problem/problem.js";
import {
  back,
  type EventFile,
  type FlowFile,
  type FlowStepFile,
  hasType,
  type ObjectRole,
  type SendsEntry,
} from "../../read/dialect.js";
import {
  flowPath,
  listObjectEntries,
  objectPath,
  type ObjectEntries,
  type ValidFile,
} from "../../read/files.js";
import { joinPointer, placeIn } from "../../read/pointer.js";
import { findPaths, collectReachable, readPath } from "../../read/values.js";
import type { VisitedSpec } from "../../read/link-spec.js";
import {
  checkNames,
  findRepeated,
  type NameRules,
  type NameOccurrence,
  type NameCandidates,
} from "../check-names.js";

const nameRules: NameRules = {
  envelope: [
    { at: "/polling/asks", refersTo: "boolean in every request" },
    { at: "/polling/ends", refersTo: "boolean in every answer" },
    { at: "/onlyInRequests/*", refersTo: "required property of every event or error request called" },
    { at: "/startWith/*", refersTo: "event" },
    { at: "/takes/*/answers/*", refersTo: "answer to this", unique: "another entry of `takes`" },
  ],
  event: [
    { at: "/takes/*/answers/*", refersTo: "answer to this", unique: "another entry of `takes`" },
    { at: "/start/answer/*/*", refersTo: "answer", way: 2 },
    { at: ["/till/*/at", "/start/lookUp/by"], refersTo: "property of this event" },
    { at: "/start/lookUp/finds", refersTo: "property of this answer" },
  ],
  flow: [
    { at: ["/setUp/*/event", "/steps/*/event"], refersTo: "event" },
    { at: "/steps/*/between/*", refersTo: "step" },
    { at: "/steps/*/next/*/to", refersTo: "step or end" },
    { at: "/steps/*/next/*/example", refersTo: "example" },
    { at: "/steps/*/call/address", refersTo: "property of this event" },
    { at: "/unknown/*", refersTo: "open question" },
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
    { at: "/keywords/*/page", refersTo: "page of the docs", unique: "keywords *" },
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
    { at: "/products/*/request/*/*", refersTo: "property of every request", way: 3 },
    { at: "/products/*/sends/*/unfilled/*", refersTo: "property of these events" },
  ],
};

const ownPages = [
  ...["index", "about", "start", "subscribe", "set-up", "enums", "error-codes", "releases"],
  ...["events-and-answers", "products", "errata", "open-questions", "glossary"],
  ...["typescript", "python", "php", "csharp", "curl"].map((language) => `start/${language}`),
];

export function checkReferences(spec: VisitedSpec): Problem[] {
  const everywhere = listGlobalNames(spec);
  const find = (spot: NameOccurrence): NameCandidates => {
    const what = spot.refersTo;
    return { what, known: localNames[what]?.(spot, spec) ?? everywhere[what] ?? [] };
  };
  return checkNames({ rows: nameRules, files: spec.files, find, isWhole: spec.broken.size === 0 });
}

function listGlobalNames(spec: VisitedSpec): Readonly<Record<string, readonly string[]>> {
  const { envelope, visits } = spec;
  const events = [...spec.events.keys()];
  const entries = listObjectEntries(spec);
  const titles = visits.flatMap(({ part }) => part.title ?? []);
  const booleans = (role: ObjectRole): string[] =>
    listObjectProperties(role, envelope?.[role], spec)
      .filter(({ part }) => hasType(part, "boolean"))
      .map(({ pointer }) => pointer);
  return {
    event: events,
    answer: entries.filter(({ role }) => role === "answers").map(({ name }) => name),
    flow: [...spec.flows.keys()],
    example: spec.examples.map(({ path }) => path.replace(/^examples\/|\.json$/g, "")),
    "open question": listIds(spec.questions),
    "page of the docs": [
      ...ownPages,
      ...events.map((name) => `events/${name}`),
      // Some objects get their names only for a fleet.
      ...spec.keywords.flatMap(({ page }) => (page.startsWith("objects/") ? page : [])),
      ...[...spec.flows.keys()].map((name) => `flows/${name}`),
      ...[...spec.tasks.keys()].map((name) => `tasks/${name}`),
    ],
    "property of every request": listObjectProperties("carries", envelope?.carries, spec).map(
      ({ pointer }) => pointer,
    ),
    "boolean in every request": booleans("carries"),
    "boolean in every answer": booleans("answers"),
    "required property of every event or error request called": listRequired(spec),
    "type or event": [...titles, ...events],
    "type, property, event or object of events": listContractNames(spec),
  };
}

/** Types, their properties as `Type.property`, events, and the objects of events. */
export const listContractNames = (spec: Pick<VisitedSpec, "visits" | "events" | "envelope">): string[] => [
  ...spec.visits.flatMap(({ part: { title, properties = {} } }) =>
    title === undefined ? [] : [title, ...Object.keys(properties).map((name) => `${title}.${name}`)],
  ),
  ...spec.events.keys(),
  ...listObjectEntries(spec).map(({ name }) => name),
];

const localNames: Readonly<
  Record<string, (spot: NameOccurrence, spec: VisitedSpec) => readonly string[] | undefined>
> = {
  answer: ({ file }, spec) => (file.kind === "event" ? listAnswers(file, spec) : undefined),
  "answer to this": ({ file: { name } }, { events, envelope }) =>
    Object.keys({ ...events.get(name)?.answers, ...envelope?.answers }),
  "property of this answer": ({ file }) =>
    findPaths((file.value as EventFile).start?.answer, ["*", "*"]).map((path) => joinPointer("", ...path)),
  "property of this event": ({ file, tokens: [list, index] }, spec) => {
    const step = list === "steps" && spec.flows.get(file.name)?.steps[Number(index)];
    const own = spec.events.get(step ? step.event : file.name)?.carries;
    const carried = list === "till" ? own : { ...own, ...spec.envelope?.carries };
    return listObjectProperties("carries", carried, spec).map(({ pointer }) => pointer);
  },
  "property of these events": ({ file, tokens }, { events }) => {
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

function listAnswers({ name, value }: ValidFile, spec: VisitedSpec): string[] {
  const { answers, takes = [] } = value as EventFile;
  const refused = takes.flatMap((group) => (group.standing === "contradicted" ? group.answers : []));
  return listObjectProperties("answers", { ...answers, ...spec.envelope?.answers }, spec)
    .filter(({ object, part }) => !refused.includes(object) && part["x-only-for"]?.includes(name) !== false)
    .map(({ pointer }) => pointer);
}

const listObjectProperties = (role: ObjectRole, objects: ObjectEntries = {}, { shapes }: VisitedSpec) =>
  Object.keys(objects).flatMap((object) =>
    Object.entries(shapes.get(objectPath(role, object))?.properties ?? {}).map(([name, part]) => ({
      object,
      part,
      pointer: joinPointer("", object, name),
    })),
  );

/** The parts of every event or error request. A broken error request is reported elsewhere. */
function listRequired({ envelope, shapes }: VisitedSpec): readonly string[] {
  const { required = [], properties } = shapes.get(envelope?.errorRequest ?? "") ?? {};
  if (!properties) return envelope?.onlyInRequests ?? [];
  const carried = Object.entries(envelope?.carries ?? {}).filter(([, part]) => part.required === true);
  return [...carried.map(([name]) => name), ...required];
}

/**
 * Flows lead from their first step to an end. Skips flows with unresolved names, which are reported elsewhere and may
 * be in a broken file.
 */
export const checkFlows = ({ flows, broken }: VisitedSpec, unresolved: readonly Problem[]): Problem[] =>
  [...flows].flatMap(([name, flow]) => {
    if (broken.size > 0) return [];
    const at: LocateInFlow = (...tokens) => placeIn(flowPath(name), ...tokens);
    const same = findEqualSteps(flow, at);
    const isClear = same.length === 0 && !unresolved.some(({ place }) => place?.file === flowPath(name));
    return isClear ? findUnreachable(flow, at) : same;
  });

type LocateInFlow = (...tokens: readonly (string | number)[]) => SourceLocation;

/** Finds steps of one event whose requests cannot be told apart. */
const findEqualSteps = ({ steps }: FlowFile, at: LocateInFlow): Problem[] =>
  findRepeated(
    steps.map((step, index) => ({ ...step, index })),
    ({ event, with: part, report: isReport = false }) => JSON.stringify([event, part, isReport]),
  ).map(([{ event, index }, { id: other }]) =>
    report("same-step", { event, other }, at("steps", index, "event")),
  );

function findUnreachable({ steps, ends }: FlowFile, at: LocateInFlow): Problem[] {
  const reached = collectReachable(listIds(steps.slice(0, 1)), (from) => [
    ...steps.filter(({ id }) => id === from).flatMap(({ next }) => next.map(({ to }) => to)),
    ...listIds(steps.filter(({ between = [] }) => between.includes(from))),
  ]);
  // A step that leads back continues in the same way as the steps that it follows.
  const ending = collectReachable(listIds(ends), (id) => {
    const leadsTo = ({ next, between = [] }: FlowStepFile): boolean =>
      next.some(({ to }) => to === id || (to === back && between.includes(id)));
    return listIds(steps.filter(leadsTo));
  });
  return [
    ...steps.flatMap(({ id }, index) => [
      ...(reached.has(id) ? [] : [report("unreached-step", { id }, at("steps", index, "id"))]),
      ...(ending.has(id) ? [] : [report("endless-step", { id }, at("steps", index, "next"))]),
    ]),
    ...ends.flatMap(({ id }, index) =>
      reached.has(id) ? [] : [report("unreached-step", { id }, at("ends", index, "id"))],
    ),
  ];
}
