import {
  getAt,
  getOwn,
  isArray,
  isObject,
  omitProperties,
  withoutUndefined,
  type Json,
  type JsonObject,
} from "../../base/json.js";
import type { ObjectTree } from "../../contract/lattice/tree.js";
import type { EventModel } from "../../contract/model/model.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { textForms } from "../../contract/traffic/text-forms.js";
import { fitToRelease } from "../engine/request.js";
import { listItems } from "../engine/sale.js";
import type { TillSetUp } from "../engine/till-set-up.js";
import type { TillSession } from "../engine/till-types.js";
import { findDifferences } from "./judge-step.js";

export interface RecordedRequest {
  readonly event: EventModel;
  readonly request: JsonObject;
  /** True if the same bytes came a second time. */
  readonly isTwice: boolean;
}

export type DerivedStep =
  /** As in a scenario file. `leftOut` says which parts of the request it does not have, in sentences. */
  | { readonly step: JsonObject; readonly leftOut?: readonly string[] }
  /** Why there is no step: a sentence without its period. */
  | { readonly cause: string };

/**
 * Derives an event with the values that make the till send the recorded request again. It leaves out ids, times and
 * addresses, which the till makes itself, and adds the parts of the sale that no event of the recording reported.
 */
export function deriveEventStep(
  { event, request, isTwice }: RecordedRequest,
  session: TillSession,
  { snapshot, release, existence }: TillSetUp,
): DerivedStep {
  const tree = snapshot.object(event.request);
  const { value: known, leftOut } = fitToRelease(tree, request, { release, existence });
  const parts = flatten(event, withoutUsualPayment(event, known, session), tree);
  const sale = adoptSale(event, known, session);
  const line = nameLine(event, known, sale);
  if (typeof line === "string") return { cause: line };
  const unreported = Object.keys(sale.parts).length > 0 ? { session: sale.parts } : {};
  const all = { ...parts, ...line, ...unreported };
  const scan = isTwice ? undefined : toScan(event, all);
  const step = scan ?? { [event.name]: all, ...(isTwice && { fault: "twice" }) };
  const lacking = leftOut.filter(({ path }) => !madeByTill.has(splitPointer(path)[0] ?? ""));
  return { step, leftOut: lacking.map(({ message }) => message) };
}

/** By itself, a till pays what is open in cash. */
function withoutUsualPayment(
  { till }: EventModel,
  request: JsonObject,
  { openAmount }: TillSession,
): JsonObject {
  const at = till.find(({ act }) => act === "pay")?.at;
  const payments = at && getAt(request, [at.object, at.property]);
  const [first, ...others] = isArray(payments) ? payments : [];
  const isUsual = getOwn(first, "method") === "CASH" && getOwn(first, "amount") === openAmount;
  return at && isUsual && others.length === 0 ? omitProperties(request, new Set([at.object])) : request;
}

const madeByTill: ReadonlySet<string> = new Set(["event", "sender", "session", "dialog", "form", "openUrl"]);

/** Puts the values of the event's own objects side by side with the others, as people write them. */
function flatten(event: EventModel, request: JsonObject, { properties }: ObjectTree): JsonObject {
  const echoed = new Set(event.echoes.map(({ property }) => property));
  const entries = Object.entries(request).flatMap(([name, part]): (readonly [string, Json | undefined])[] => {
    if (madeByTill.has(name)) return [];
    if (!event.ownObjects.includes(name) || !isObject(part)) return [[name, clean(name, part)]];
    const own = properties.get(name)?.type.object;
    return Object.entries(part)
      .filter(([inner, value]) => !echoed.has(inner) && !isFilledIn(own, inner, value))
      .map(([inner, value]) => [inner, value === null ? null : clean(inner, value)]);
  });
  return withoutUndefined(Object.fromEntries(entries));
}

/** The till fills in the first value of a required property. */
function isFilledIn(own: ObjectTree | undefined, name: string, value: Json): boolean {
  const { required = false, type } = own?.properties.get(name) ?? {};
  return required && [...(type?.string?.values?.keys() ?? [])][0] === value;
}

/** Undefined for what differs in each sale, and for null, which means the same as absent in most places. */
function clean(name: string, value: Json): Json | undefined {
  if (value === null || name === "lineId" || name === "__proto__") return undefined;
  if (typeof value === "string") return passing.some((form) => form.test(value)) ? undefined : value;
  if (isArray(value)) return value.flatMap((item) => clean("", item) ?? []);
  if (!isObject(value)) return value;
  return withoutUndefined(
    Object.fromEntries(Object.entries(value).map(([inner, part]) => [inner, clean(inner, part)] as const)),
  );
}

const passing = [textForms.uuid, textForms["date-time"], textForms.uri];

interface AdoptedSale {
  /** Properties of the session that the step has to set. */
  readonly parts: JsonObject;
  /** The till's lines before the event, and the recorded ones. */
  readonly lines: readonly JsonObject[];
  readonly recorded: readonly JsonObject[];
  readonly isSet: boolean;
}

/** Compares the recorded sale with the till's, as they were before the event. */
function adoptSale(event: EventModel, request: JsonObject, session: TillSession): AdoptedSale {
  const does = (act: string): boolean => event.till.some((each) => each.act === act);
  const isNew = session.ended || does("openSale");
  const lines = isNew && !does("recallSale") ? [] : session.lines;
  const own = findLine(event, request);
  const recorded = listLinesBefore(event, request, own);
  const isSet = recorded !== undefined && !isSameLines(lines, recorded, own);
  const set = isSet ? recorded.map(numberLine) : lines;
  const [relation, table] = ["relation", "table"].map((name) => getAt(request, ["session", name]));
  const number = getOwn(relation, "relationNumber");
  const isOther =
    number !== undefined && number !== (isNew ? undefined : session.relation?.["relationNumber"]);
  const seated = isObject(table) ? clean("", table) : undefined;
  const isMoved =
    seated !== undefined && JSON.stringify(seated) !== JSON.stringify(isNew ? {} : session.table);
  // Some releases leave the id empty, and a receiver may then know nothing of the sale.
  const isNameless = getAt(request, ["session", "sessionId"]) === "";
  const parts = withoutUndefined({
    sessionId: isNameless ? "" : undefined,
    lines: isSet ? set : undefined,
    relation: isOther && !does("setRelation") ? { relationNumber: number } : undefined,
    table: isMoved ? seated : undefined,
  });
  return { parts, lines: set, recorded: recorded ?? [], isSet };
}

const lineActs: readonly string[] = ["putLine", "changeLine", "takeLine"];

/** The line that the event is about. */
function findLine({ till }: EventModel, request: JsonObject): JsonObject | undefined {
  const at = till.find(({ act }) => lineActs.includes(act))?.at;
  const line = at && getAt(request, [at.object, at.property]);
  return isObject(line) ? line : undefined;
}

/** Undefined if the request does not have the lines. */
function listLinesBefore(
  { till }: EventModel,
  request: JsonObject,
  own: JsonObject | undefined,
): readonly JsonObject[] | undefined {
  const session = getOwn(request, "session");
  if (!isArray(getOwn(session, "lines"))) return undefined;
  const after = listItems(session ?? null, "lines");
  if (!own) return after;
  const isOfOwn = ({ lineId }: JsonObject): boolean => lineId === own["lineId"];
  if (till.some(({ act }) => act === "putLine")) return after.filter((line) => !isOfOwn(line));
  return after.some(isOfOwn) ? after : [...after, own];
}

const isSameLines = (
  lines: readonly JsonObject[],
  recorded: readonly JsonObject[],
  own: JsonObject | undefined,
): boolean =>
  lines.length === recorded.length &&
  lines.every((line, index) => {
    const other = recorded[index] ?? {};
    const names = ["articleNumber", "text", ...(other["lineId"] === own?.["lineId"] ? [] : ["quantity"])];
    return names.every((name) => other[name] === undefined || other[name] === line[name]);
  });

function numberLine(line: JsonObject, index: number): JsonObject {
  const known = clean("", line);
  return { lineId: `line-${index + 1}`, ...(isObject(known) ? known : {}) };
}

/** Names the line of the event so that the till finds it. Returns why it cannot, as a text. */
function nameLine(event: EventModel, request: JsonObject, sale: AdoptedSale): JsonObject | string {
  const at = event.till.find(({ act }) => lineActs.includes(act))?.at;
  const own = findLine(event, request);
  if (!at || !own) return {};
  const kept = clean("", own);
  const { quantity, ...line } = isObject(kept) ? kept : {};
  if (event.till.some(({ act }) => act === "putLine"))
    return { [at.property]: withoutUndefined({ ...line, quantity: quantity === 1 ? undefined : quantity }) };
  const index = sale.recorded.findIndex(({ lineId }) => lineId === own["lineId"]);
  const old = sale.lines[index];
  if (!old) return `${event.name} is about a line that its sale does not have`;
  const isTaken = event.till.some(({ act }) => act === "takeLine");
  const changes = Object.entries(withoutUndefined({ ...line, quantity })).filter(
    ([name, part]) =>
      (sale.isSet && name === "quantity") || findDifferences(part, clean(name, old[name] ?? null)).length > 0,
  );
  const key = findLineKey(sale, index);
  if (!key) return `${event.name} is about one of several lines with the same article`;
  return { [at.property]: withoutUndefined({ ...key, ...(isTaken ? {} : Object.fromEntries(changes)) }) };
}

/** The till looks for a line by its id or article number, and takes the last one without either. */
function findLineKey({ lines, isSet }: AdoptedSale, index: number): JsonObject | undefined {
  const [articleNumber, lineId] = ["articleNumber", "lineId"].map((name) => lines[index]?.[name]);
  const isFirst = lines.findIndex((line) => line["articleNumber"] === articleNumber) === index;
  if (articleNumber !== undefined && isFirst) return { articleNumber };
  if (isSet && lineId !== undefined) return { lineId };
  return index === lines.length - 1 ? {} : undefined;
}

/** As people write it, if the event says nothing else. */
function toScan({ till }: EventModel, parts: JsonObject): JsonObject | undefined {
  const at = till.find(({ act }) => act === "scan")?.at;
  const { [at?.property ?? ""]: code, codeType, ...others } = parts;
  if (!at || typeof code !== "string" || Object.keys(others).length > 0) return undefined;
  if (codeType === undefined) return { scan: code };
  return typeof codeType === "string" ? { scan: { code, codeType } } : undefined;
}
