import { getAt, getOwn, isArray, isObject, omitProperties, parseJsonOrText } from "../../../base/json.js";
import type { Json, JsonObject } from "../../../base/json.js";
import { failure, success, type Outcome } from "../../../base/problem/problem.js";
import { quote } from "../../../base/text/quote.js";
import { listWords, suggest } from "../../../base/text/words.js";
import { baseline, parseRelease, type Release } from "../../../base/time/release.js";
import { createMocker } from "../../../contract/examples/mock.js";
import type { ObjectTree, Tree } from "../../../contract/lattice/tree.js";
import type { EventModel } from "../../../contract/model/model.js";
import { createViewLookup } from "../../../contract/view/build-view.js";
import { isOwn, placeParts } from "../../../till/engine/request.js";
import { ownDiscounts } from "../../../till/engine/sale.js";
import { readTillContract } from "../../../till/engine/start-till.js";
import { explainAbsenceAtTill } from "../../../till/engine/till-set-up.js";
import { joinOutcomes, requireSuccess, usageProblem } from "../../call-error.js";
import type { Args } from "../../options/commands.js";

/**
 * Makes the parts that `mock` prints, without discounts and with the values of `--set`.
 * @throws CallError if the event has no such part at that release
 */
export function makeParts({ event: name, set }: Args<"send">, typed: string | undefined): JsonObject {
  const contract = readTillContract();
  const { events, releases } = contract.model;
  const release = parseRelease(typed) ?? releases.at(-1)?.release ?? baseline;
  const event = events.find((each) => each.name === name);
  const view = createViewLookup(contract)(release);
  const seen = view?.events.find((each) => each.name === name);
  // The till itself says why it does not send this event.
  if (!event || !view || !seen) return {};
  const root = contract.at(release).object(event.request);
  const settings = requireSuccess(
    joinOutcomes(set.map((setting) => readSetting(setting, { event, root, release }))),
  ).value;
  const mocked = createMocker(view, contract)(seen, { side: "request", size: "rich", seed: 1 }) as JsonObject;
  // Nobody has been asked anything yet, so the request cannot contain answers to a dialog or a form.
  const answers = contract.at(release).object(event.response).properties;
  const isSent = (part: string): boolean =>
    !answers.has(part) || isOwn(part, event) || settings.some(({ path }) => path[0] === part);
  const sample = Object.fromEntries(Object.entries(mocked).filter(([part]) => isSent(part)));
  const parts = settings.reduce<Json>(
    (body, { path, value }) => putPart(body, path, value),
    madeByTill.reduce<Json>((body, path) => putPart(body, path, undefined), withoutDiscounts(sample)),
  ) as JsonObject;
  return withChangedLine(parts, event);
}

/** These differ per request or per till. A receiver may recognize an event by them. */
const madeByTill = [["event"], ["sender", "instanceId"], ["sender", "productName"], ["session", "sessionId"]];

interface EventAtRelease {
  readonly event: EventModel;
  readonly root: ObjectTree;
  readonly release: Release;
}

/**
 * Parses `path=value`. The path may start in the event's own object. A part that is always text accepts any value
 * as text.
 */
function readSetting(setting: string, at: EventAtRelease) {
  const [, typed, text = ""] = /^([^=.]+(?:\.[^=.]+)*)=(.*)$/s.exec(setting) ?? [];
  if (typed === undefined)
    return failure([
      usageProblem(`--set ${quote(setting)} is not path=value.`, "For example: --set scannedCode=LOYAL-42"),
    ]);
  const names = typed.replace(/\[(\d+)\]/g, ".$1").split(".");
  const [first = ""] = names;
  const [holder = first] = Object.keys(placeParts(at.event, { [first]: null }));
  const path = holder === first ? names : [holder, ...names];
  const type = findPart(path, at);
  if (!type.ok) return type;
  const isText = type.value.string && Object.keys(type.value).length === 1;
  const value = isText ? text : parseJsonOrText(text);
  const parts = joinOutcomes(listParts(path, value).map((part) => checkPart(part, at)));
  return parts.ok ? success({ path, value }) : parts;
}

interface Part {
  readonly path: readonly string[];
  readonly value: Json;
}

const listParts = (path: readonly string[], value: Json): readonly Part[] => [
  { path, value },
  ...(isObject(value) || isArray(value) ? Object.entries(value) : []).flatMap(([name, part]) =>
    listParts([...path, name], part),
  ),
];

/** The part must exist, and its value must be a list or an object where the till needs one. */
function checkPart({ path, value }: Part, at: EventAtRelease): Outcome<Tree> {
  const found = findPart(path, at);
  if (!found.ok || isObject(value) || isArray(value)) return found;
  const { array, object, null: _, ...others } = found.value;
  if (Object.values(others).some(Boolean) || (value === null && !array) || (!array && !object)) return found;
  const [kind, example] = array ? ["a list", "[]"] : ["an object", "{}"];
  const name = path.join(".");
  return failure([
    usageProblem(`--set ${name} must be ${kind} in JSON.`, `For example: --set '${name}=${example}'`),
  ]);
}

function findPart(path: readonly string[], at: EventAtRelease): Outcome<Tree> {
  let type: Tree = { object: at.root };
  for (const [depth, name] of path.entries()) {
    const item = /^\d+$/.test(name) ? type.array?.items : undefined;
    const next = type.object?.properties.get(name)?.type ?? item;
    const isOpen = type.any === true || type.object?.open === true;
    if (!next && !isOpen) return failure([reportNoPart(type, path, depth, at)]);
    type = next ?? { any: true };
  }
  return success(type);
}

function reportNoPart(
  { object, array }: Tree,
  path: readonly string[],
  depth: number,
  { event, root, release }: EventAtRelease,
) {
  const name = path[depth] ?? "";
  const replaceName = (...names: readonly string[]): string => path.toSpliced(depth, 1, ...names).join(".");
  const absent = object?.model.properties.find((each) => each.name === name && !each.exclusion);
  if (absent) {
    const reason = explainAbsenceAtTill(name, readTillContract().existence(absent), release);
    return usageProblem(`--set ${path.join(".")}: ${reason}`);
  }
  const own = depth > 0 ? [] : [...root.properties].filter(([part]) => isOwn(part, event));
  const holders = [object, ...own.map(([, { type }]) => type.object)];
  const known = holders.flatMap((holder) => [...(holder?.properties.keys() ?? [])]);
  const near = suggest(name, known);
  const list = array ? `It is a list. Name an item, such as ${replaceName("0", name)}.` : undefined;
  const parts = known.length > 0 ? `It has ${listWords(known, "and")}.` : list;
  return usageProblem(
    `${event.name} has no property ${quote(path.slice(0, depth + 1).join("."))}.`,
    near === undefined ? parts : `Did you mean ${replaceName(near)}?`,
  );
}

/** `undefined` removes the part. */
function putPart(base: Json | undefined, path: readonly string[], value: Json | undefined): Json {
  const [name = "", ...rest] = path;
  const old = isArray(base) ? base[Number(name)] : getOwn(base, name);
  const part = rest.length === 0 ? value : putPart(old, rest, value);
  if (isArray(base) || /^\d+$/.test(name))
    return (isArray(base) ? base : []).toSpliced(Number(name), 1, part ?? null);
  const others = isObject(base) ? Object.entries(base).filter(([other]) => other !== name) : [];
  return Object.fromEntries(part === undefined ? others : [...others, [name, part]]);
}

/** Removes discounts from the sample's lines, because a till accepts only one per line. */
function withoutDiscounts(value: Json): Json {
  if (isArray(value)) return value.map(withoutDiscounts);
  if (!isObject(value)) return value;
  const parts = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutDiscounts(part)]),
  );
  return "lineId" in parts ? omitProperties(parts, lineDiscounts) : parts;
}

const lineDiscounts = new Set([...ownDiscounts, "externalDiscount"]);

/** Adds the line that the event changes or removes, because a till rejects any other line. */
function withChangedLine(parts: JsonObject, { till }: EventModel): JsonObject {
  const at = till.find(({ act }) => act === "changeLine" || act === "takeLine")?.at;
  const line = at && getAt(parts, [at.object, at.property]);
  const lines = getAt(parts, ["session", "lines"]);
  if (line === undefined || !isArray(lines)) return parts;
  const id = getOwn(line, "lineId");
  const others = lines.filter((each) => getOwn(each, "lineId") !== id);
  return putPart(parts, ["session", "lines"], [...others, line]) as JsonObject;
}
