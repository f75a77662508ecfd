import { report } from "../../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../../base/problem/problem.js";
import { formatRelease } from "../../../base/time/release.js";
import type { CheckedSpec } from "../../read/checked-spec.js";
import {
  back,
  type EventFile,
  type FlowFile,
  type FlowStepFile,
  hasType,
  type SendsEntry,
} from "../../read/dialect.js";
import {
  eventPath,
  flowPath,
  listEntries,
  objectPath,
  type Objects,
  productsPath,
  type SoundFile,
} from "../../read/files.js";
import { joinPointer, placeIn } from "../../read/pointer.js";
import { findPaths, reach, readPath } from "../../read/values.js";
import { visitShapes, type VisitedSpec } from "../../read/link-spec.js";
import {
  checkNames,
  findRepeated,
  findUnknown,
  type Namings,
  type Spot,
  type Target,
} from "../check-names.js";
import { replacementsExist } from "./replacements.js";
import { newPartsAreShown } from "./shown.js";

/** Where the files of a contract name one another, and have names that stand once. */
const namings: Namings = {
  envelope: [
    { at: "/polling/asks", refersTo: "boolean in every request" },
    { at: "/polling/ends", refersTo: "boolean in every answer" },
    { at: "/onlyInRequests/*", refersTo: "required part of all events or error requests named" },
    { at: "/startWith/*", refersTo: "event" },
    { at: "/takes/*/answers/*", refersTo: "answer to this", unique: "another entry of `takes`" },
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
    { at: "/products/*/sends/*/unfilled/*", refersTo: "part of these events" },
  ],
};

/** The pages of the docs that every spec has. */
const ownPages = [
  ...[
    "index",
    "about",
    "start",
    "subscribe",
    "set-up",
    "enums",
    "error-codes",
    "releases",
    "events-and-answers",
  ],
  ...["products", "errata", "open-questions", "glossary"],
  ...["typescript", "python", "php", "csharp", "curl"].map((language) => `start/${language}`),
];

/** The names of a contract lead somewhere, and those that have to be there once are. */
export function namesLead(spec: VisitedSpec): Problem[] {
  const everywhere = listEverywhere(spec);
  const find = (spot: Spot): Target => {
    const what = spot.refersTo;
    return { what, known: nearby[what]?.(spot, spec) ?? everywhere[what] ?? [] };
  };
  return checkNames({ rows: namings, files: spec.files, find, isWhole: spec.broken.size === 0 });
}

/** What there is, wherever it is named. */
function listEverywhere(spec: VisitedSpec): Readonly<Record<string, readonly string[]>> {
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
    "page of the docs": [
      ...ownPages,
      ...events.map((name) => `events/${name}`),
      // Some names of objects are made only for a fleet.
      ...spec.keywords.flatMap(({ page }) => (page.startsWith("objects/") ? page : [])),
      ...[...spec.flows.keys()].map((name) => `flows/${name}`),
      ...[...spec.tasks.keys()].map((name) => `tasks/${name}`),
    ],
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
const nearby: Readonly<Record<string, (spot: Spot, spec: VisitedSpec) => readonly string[] | undefined>> = {
  answer: ({ file }, spec) => (file.kind === "event" ? listAnswers(file, spec) : undefined),
  "answer to this": ({ file: { name } }, { events, envelope }) =>
    Object.keys({ ...events.get(name)?.answers, ...envelope?.answers }),
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

/** The ids of some parts of a file. */
const listIds = (list: readonly { readonly id: string }[] = []): string[] => list.map(({ id }) => id);

/** The properties of answers that an event takes. */
function listAnswers({ name, value }: SoundFile, spec: VisitedSpec): string[] {
  const { answers, takes = [] } = value as EventFile;
  const refused = takes.flatMap((group) => (group.standing === "contradicted" ? group.answers : []));
  return listProperties("answers", { ...answers, ...spec.envelope?.answers }, spec)
    .filter(({ object, part }) => !refused.includes(object) && part["x-only-for"]?.includes(name) !== false)
    .map(({ pointer }) => pointer);
}

type Role = "carries" | "answers";

/** The properties of objects that are listed, each with a pointer to it. */
const listProperties = (role: Role, objects: Objects = {}, { shapes }: VisitedSpec) =>
  Object.keys(objects).flatMap((object) =>
    Object.entries(shapes.get(objectPath(role, object))?.properties ?? {}).map(([name, part]) => ({
      object,
      part,
      pointer: joinPointer("", object, name),
    })),
  );

/** What every event, or every error request, has. Where the error request is broken, that is reported alone. */
function listRequired({ envelope, shapes }: VisitedSpec): readonly string[] {
  const { required = [], properties } = shapes.get(envelope?.errorRequest ?? "") ?? {};
  if (!properties) return envelope?.onlyInRequests ?? [];
  const carried = Object.entries(envelope?.carries ?? {}).filter(([, part]) => part.required === true);
  return [...carried.map(([name]) => name), ...required];
}

/** What a contract without errors still has to say: only `lint` asks for it, as all else works without. */
export function checkCompleteness(spec: CheckedSpec): Problem[] {
  const visited = { ...spec, visits: visitShapes(spec) };
  return [
    ...productsNameAll(spec),
    ...flowsHaveAll(spec),
    ...beyondLiesAhead(spec),
    ...replacementsExist(visited),
    ...newPartsAreShown(visited),
  ];
}

/** Nothing is said of a new event, or of a new answer, by default: each product names it. */
function productsNameAll(spec: CheckedSpec): Problem[] {
  const answers = listEntries(spec).flatMap(({ role, name }) => (role === "answers" ? name : []));
  return spec.products.flatMap(({ name: product, sends, takes }, index) => {
    const events = sends.flatMap((group) => group.events);
    const taken = takes.flatMap((group) => group.answers);
    const lists = [
      { side: "sends", what: "event", known: [...spec.events.keys()], named: events },
      { side: "takes", what: "answer", known: [...new Set(answers)], named: taken },
    ] as const;
    return lists.flatMap(({ side, what, known, named }) =>
      findUnknown(known, named).map(({ name }) =>
        report(
          "product-silent",
          { product, side, what, name },
          placeIn(productsPath, "products", index, side),
        ),
      ),
    );
  });
}

/** Every event is a step of a flow, or says why it is not. A spec may do without flows. */
function flowsHaveAll({ events, flows }: CheckedSpec): Problem[] {
  const steps = new Set([...flows.values()].flatMap((flow) => flow.steps.map(({ event }) => event)));
  return [...events].flatMap(([event, { freeStanding }]) => {
    const isStep = steps.has(event);
    if (flows.size === 0 || isStep === (freeStanding === undefined)) return [];
    const detail = "an event that is a step of a flow must not have `freeStanding`";
    return isStep
      ? report("contradicting-keywords", { detail }, placeIn(eventPath(event), "freeStanding"))
      : report("flow-missing", { event }, placeIn(eventPath(event)));
  });
}

/** What no source describes comes after all that the spec knows. */
function beyondLiesAhead({ beyond, releases }: CheckedSpec): Problem[] {
  const latest = releases.at(-1)?.release;
  if (!beyond || latest === undefined || beyond.from > latest) return [];
  const params = {
    from: formatRelease(beyond.from),
    latest: formatRelease(latest),
    isOver: beyond.to <= latest,
  };
  return [report("beyond-overtaken", params, placeIn("sources.json", "seenBeyond", "from"))];
}

/** Flows lead from their first step to an end. Where names lead nowhere, that is reported alone, and a broken file may be what they name. */
export const checkFlows = ({ flows, broken }: VisitedSpec, astray: readonly Problem[]): Problem[] =>
  [...flows].flatMap(([name, flow]) => {
    if (broken.size > 0) return [];
    const at: FindPlace = (...tokens) => placeIn(flowPath(name), ...tokens);
    const same = findSame(flow, at);
    const isClear = same.length === 0 && !astray.some(({ place }) => place?.file === flowPath(name));
    return isClear ? findAstray(flow, at) : same;
  });

/** The place of a part of a flow. */
type FindPlace = (...tokens: readonly (string | number)[]) => SourceLocation;

/** Steps of one event whose requests nothing tells apart. */
const findSame = ({ steps }: FlowFile, at: FindPlace): Problem[] =>
  findRepeated(
    steps.map((step, index) => ({ ...step, index })),
    ({ event, with: part, report: isReport = false }) => JSON.stringify([event, part, isReport]),
  ).map(([{ event, index }, { id: other }]) =>
    report("same-step", { event, other }, at("steps", index, "event")),
  );

/** Steps and ends that nothing leads to, and steps from which no end can be reached. */
function findAstray({ steps, ends }: FlowFile, at: FindPlace): Problem[] {
  const reached = reach(listIds(steps.slice(0, 1)), (from) => [
    ...steps.filter(({ id }) => id === from).flatMap(({ next }) => next.map(({ to }) => to)),
    ...listIds(steps.filter(({ between = [] }) => between.includes(from))),
  ]);
  // A step that leads back goes on as those do that it came between.
  const ending = reach(listIds(ends), (id) => {
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
