import { getAt, getOwn, isArray, isObject, omitProperties, parseJsonOrText } from "../../../base/json.js";
import type { Json, JsonObject } from "../../../base/json.js";
import { quote } from "../../../base/text/quote.js";
import { baseline, parseRelease } from "../../../base/time/release.js";
import { createMocker, type MockSize } from "../../../contract/examples/mock.js";
import type { EventModel } from "../../../contract/model/model.js";
import type { TillActName } from "../../../contract/read/dialect.js";
import type { EventView } from "../../../contract/view/view.js";
import { splitPointer } from "../../../contract/read/pointer.js";
import { createViewLookup } from "../../../contract/view/build-view.js";
import { ownDiscounts } from "../../../till/engine/money.js";
import { fitToRelease, placeParts } from "../../../till/engine/request.js";
import type { TillContract } from "../../../till/engine/till-set-up.js";
import { throwUsageProblem } from "../../call-error.js";
import type { Args } from "../../options/commands.js";

/**
 * Makes the parts that `mock` prints, without discounts and with the values of `--set`. The till makes the payments,
 * so that they pay what the sale costs.
 * @throws CallError if the event has no such part at that release
 */
export function makeParts(
  { event: name, set, product }: Args<"send">,
  typed: string | undefined,
  contract: TillContract,
): JsonObject {
  const { events, releases } = contract.model;
  const release = parseRelease(typed) ?? releases.at(-1)?.release ?? baseline;
  const event = events.find((each) => each.name === name);
  const view = createViewLookup(contract)(release);
  const seen = view?.events.find((each) => each.name === name);
  // The till itself says why it does not send this event.
  if (!event || !view || !seen) return {};
  const mock = (of: EventView, size: MockSize): JsonObject =>
    createMocker(view, contract)(of, { side: "request", size, product, seed: 1 }) as JsonObject;
  const full = mock(seen, "full");
  const settings = set.map((setting) => readSetting(setting, full, event));
  const root = contract.at(release).object(event.request);
  for (const { path, value } of settings) {
    const part = putPart({}, path, value) as JsonObject;
    for (const { path: pointer, message } of fitToRelease(root, part, {
      release,
      existence: contract.existence,
    }).leftOut)
      throwUsageProblem(`--set ${splitPointer(pointer).join(".")}: ${message}`);
    checkKind(part, full, []);
  }
  const sample = withoutPayments(withoutDiscounts(mock(seen, "rich")) as JsonObject, event);
  const own = madeByTill.reduce<Json>((body, path) => putPart(body, path, undefined), sample) as JsonObject;
  const closing = hasAct(event, "recallSale") ? events.find((each) => hasAct(each, "pay")) : undefined;
  const closed = view.events.find((each) => each.name === closing?.name);
  // This till has not closed a sale, so it needs one that was closed before it started.
  const known = closed ? { ...own, session: mock(closed, "rich")["session"] ?? null } : own;
  const parts = settings.reduce<Json>((body, { path, value }) => putPart(body, path, value), known);
  return withChangedLine(parts as JsonObject, event);
}

const hasAct = ({ till }: EventModel, act: TillActName): boolean => till.some((each) => each.act === act);

/** These differ per request or per till. A receiver may recognize an event by them. */
const madeByTill = [["event"], ["sender", "instanceId"], ["sender", "productName"], ["session", "sessionId"]];

/** Parses `path=value`. The path may start in the event's own object. A part that is text in the sample stays text. */
function readSetting(setting: string, sample: JsonObject, event: EventModel) {
  const [, typed, text = ""] = /^([^=.]+(?:\.[^=.]+)*)=(.*)$/s.exec(setting) ?? [];
  if (typed === undefined)
    throwUsageProblem(
      `--set ${quote(setting)} is not path=value.`,
      "For example: --set scannedCode=LOYAL-42",
    );
  const names = typed.replace(/\[(\d+)\]/g, ".$1").split(".");
  const [first = ""] = names;
  const [holder = first] = Object.keys(placeParts(event, { [first]: null }));
  const path = holder === first ? names : [holder, ...names];
  const old = path.reduce<Json | undefined>(findSample, sample);
  return { path, value: typeof old === "string" ? text : parseJsonOrText(text) };
}

/** All items of a list are like the first one of the sample. */
const findSample = (sample: Json | undefined, name: string): Json | undefined =>
  isArray(sample) ? (sample[Number(name)] ?? sample[0]) : getOwn(sample, name);

/** A list or an object stays one, because the till needs it. */
function checkKind(part: Json, sample: Json | undefined, path: readonly string[]): void {
  const name = path.join(".");
  const fail = (kind: string, example: string): never =>
    throwUsageProblem(`--set ${name} must be ${kind} in JSON.`, `For example: --set '${name}=${example}'`);
  if (isArray(sample) && !isArray(part)) fail("a list", "[]");
  if (isObject(sample) && part !== null && !isObject(part)) fail("an object", "{}");
  if (typeof sample === "string" && (isArray(part) || isObject(part))) fail("text", '"text"');
  if (!isArray(part) && !isObject(part)) return;
  for (const [each, value] of Object.entries(part))
    checkKind(value, findSample(sample, each), [...path, each]);
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

/** Removes the amounts that the till computes. Prepayments stay. */
function withoutPayments(parts: JsonObject, { till }: EventModel): JsonObject {
  const at = till.find(({ act }) => act === "pay" || act === "payOutside")?.at;
  if (!at) return parts;
  const made = getAt(parts, [at.object, at.property]);
  const others = putPart(parts, [at.object, at.property], undefined) as JsonObject;
  const payments = getAt(parts, ["session", "payments"]);
  if (!isArray(made) || !isArray(payments)) return others;
  const earlier = payments.slice(0, Math.max(0, payments.length - made.length));
  return putPart(others, ["session", "payments"], earlier) as JsonObject;
}

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
