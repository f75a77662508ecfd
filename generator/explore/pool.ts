import { getAt, getOwn, isObject, parseJson, putAt, type Json, type JsonObject } from "../json.js";
import type { EventModel } from "../model/model.js";
import type { Scenario } from "../scenario/scenario.js";
import { placeParts } from "../till/request/request.js";
import type { TillContract } from "../till/running/contract.js";

/** A scenario, and its values, with those of the user in their place. */
export interface Source {
  readonly scenario: Scenario;
  readonly values: JsonObject;
}

/** A request as it was sent or shown once, without what a till fills in by itself. */
export interface Template {
  readonly event: EventModel;
  readonly request: JsonObject;
}

/** What random walks are made of. */
export interface Pool {
  readonly templates: readonly Template[];
  /** The events that some scenario sets to polling: nothing else says that a receiver is prepared for it. */
  readonly pollable: readonly string[];
}

/** Collects what the examples of the contract and some scenarios show of tills and their users. */
export function makePool({ model }: TillContract, sources: readonly Source[]): Pool {
  // Half of what happens is as in the scenarios, however few they are.
  const count = sources.reduce((sum, { scenario: { steps } }) => sum + steps.length, 0);
  const often = Array.from({ length: Math.ceil(model.examples.length / Math.max(count, 1)) }, () => sources);
  const templates = model.events.filter(isCausedByPeople).flatMap((event): Template[] => {
    const examples = model.examples.filter((each) => each.event === event.name && isObject(each.request));
    return [
      {},
      ...often.flat().flatMap((source) => listRequests(source, event)),
      ...examples.map(({ request }) => withoutOwn(request as JsonObject, event)),
    ].map((request) => ({ event, request }));
  });
  const setUps = sources.flatMap(({ scenario: { events = {} } }) => Object.entries(events));
  const pollable = setUps.flatMap(([name, { polling }]) => (polling === true ? [name] : []));
  return { templates: [...templates, ...templates.flatMap(listSlips)], pollable: [...new Set(pollable)] };
}

/** A scan of a code that is nearly that of a scan. */
function listSlips({ event, request }: Template, index: number): readonly Template[] {
  const at = event.till.find(({ act }) => act === "scan")?.at;
  const path = at ? [at.object, at.property] : [];
  const code = getAt(request, path);
  if (typeof code !== "string") return [];
  const slips = [code.slice(0, -1), `${code} `, `0${code}`, code.toLowerCase()];
  return [{ event, request: putAt(request, path, slips[index % slips.length] ?? "") }];
}

/** What repeats the id of something that another event began, the till sends by itself, or when its user cancels. */
const isCausedByPeople = ({ till, echoes }: EventModel): boolean =>
  echoes.length === 0 || till.some(({ act }) => act !== "wantOut");

/** What a scenario has an event hold, as far as that needs no earlier answer. */
const listRequests = ({ scenario, values }: Source, event: EventModel): readonly JsonObject[] =>
  scenario.steps.flatMap(({ action }) => {
    const scan = event.till.find(({ act }) => act === "scan")?.at;
    const parts = action.kind === "event" && action.event === event.name ? action.parts : undefined;
    const scanned = action.kind === "scan" && scan ? { [scan.property]: action.code } : undefined;
    const filled = fill(parts ?? scanned ?? null, values);
    // Which releases send an id of a sale that is empty is not known.
    return isObject(filled) && getAt(filled, ["session", "sessionId"]) === undefined
      ? [placeParts(event, filled)]
      : [];
  });

/** A part of a scenario with its values; undefined where there is more than values to fill in. */
function fill(part: Json, values: JsonObject): Json | undefined {
  const filled = JSON.stringify(part).replace(/"\$\{(\w+)\}"/g, (found, name: string) =>
    JSON.stringify(getOwn(values, name) ?? found),
  );
  return filled.includes("${") ? undefined : parseJson(filled);
}

/** Without the till's own parts, answers to questions, its ids, and addresses. Whichever line a sale has is changed or taken out. */
function withoutOwn(request: JsonObject, { till, echoes }: EventModel): JsonObject {
  const isAboutLine = till.some(({ act }) => act === "changeLine" || act === "takeLine");
  const made = [
    "lineId",
    ...echoes.map(({ property }) => property),
    ...(isAboutLine ? ["articleNumber"] : []),
  ];
  const left = ["event", "sender", "session", "dialog", "form", "openUrl", ...made];
  const kept = JSON.stringify(request, (name, value: unknown) =>
    left.includes(name) || /^https?:/.test(String(value)) ? undefined : value,
  );
  const table = getAt(request, ["session", "table"]);
  return { ...(JSON.parse(kept) as JsonObject), ...(table !== undefined && { session: { table } }) };
}
