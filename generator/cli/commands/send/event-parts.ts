import { getOwn, isArray, isObject, parseJsonOrText } from "../../../base/json.js";
import type { Json, JsonObject } from "../../../base/json.js";
import { quote } from "../../../base/text/quote.js";
import { baseline, parseRelease } from "../../../base/time/release.js";
import type { EventModel } from "../../../contract/model/model.js";
import { splitPointer } from "../../../contract/read/pointer.js";
import { createEventSampler, putPart, withChangedLine } from "../../../till/engine/event-sample.js";
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
  const sampler = createEventSampler(contract, { release, product });
  const full = event && sampler?.makeFull(event);
  // The till itself says why it does not send this event.
  if (!event || !full || !sampler) return {};
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
  const parts = settings.reduce<Json>(
    (body, { path, value }) => putPart(body, path, value),
    sampler.makeParts(event),
  );
  return withChangedLine(parts as JsonObject, event);
}

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
