import { setTimeout } from "node:timers/promises";
import { getOwn, type Json, type JsonObject } from "../../base/json.js";
import { doAction } from "../scenario/open-scenario.js";
import { maxScenarioLength, type ScenarioReader } from "../scenario/read-scenarios.js";
import type { EventSetUp, Exchange, Fault, OpenEvent, Till } from "../engine/till-types.js";
import { TillError } from "../engine/till-error.js";
import type { TillOptions, TillSession, Verdict } from "../engine/till-types.js";
import type { EventModel } from "../../contract/model/model.js";
import type { TillContract } from "../engine/start-till.js";
import { listItems } from "../engine/sale.js";
import { parseRelease } from "../../base/time/release.js";
import { makeParts, trickyTexts, type PartChange, type Template } from "./request-pool.js";

/** Details, such as which option to choose, are decided when a dialog is open. */
export type WalkAct =
  | EventAct
  | { readonly kind: "answer"; readonly picks: readonly number[] }
  | { readonly kind: "step"; readonly step: JsonObject };

interface EventAct {
  readonly kind: "event";
  readonly template: Template;
  readonly kept: readonly string[];
  readonly changes: readonly PartChange[];
  readonly fault: Fault | "none";
}

export interface Walk {
  /** `again` repeats an earlier act, counted backwards. */
  readonly acts: readonly (WalkAct | { readonly kind: "again"; readonly nth: number })[];
  readonly release: string | undefined;
  /** Deviations from the defaults. The last row for an event wins. */
  readonly events: readonly (readonly [event: string, setUp: EventSetUp])[];
  readonly settings: readonly (readonly [name: string, value: unknown])[];
}

export interface WalkResult {
  /** Reduced to the acts that were possible. */
  readonly walk: Walk;
  readonly steps: readonly JsonObject[];
  readonly exchanges: readonly Exchange[];
  readonly flaw: string | undefined;
  /** What was still open at the end of a walk without a flaw. */
  readonly open: readonly UnendedEvent[];
}

export interface UnendedEvent extends OpenEvent {
  readonly kind: "payment" | "poll";
}

export interface WalkOptions {
  readonly contract: TillContract;
  readonly startTill: (options: TillOptions) => Till;
  readonly reader: ScenarioReader;
  readonly till: TillOptions;
  /** Known flaws, which do not end a walk, events that were answered, and events that the receiver does not handle. */
  readonly seen: Readonly<Record<"flaws" | "answered" | "lacking", Set<string>>>;
  /** Time that a receiver has to end what the user cancelled, in milliseconds of real time. */
  readonly patience: number;
  /** Ends a walk without a flaw. Ten minutes of polling take hundreds of exchanges. */
  readonly maxExchanges: number;
  /** In the time of `performance.now()`. */
  readonly end: number;
}

interface WalkRun extends WalkOptions {
  readonly walk: Walk;
  readonly at: Till;
  readonly acts: WalkAct[];
  readonly steps: JsonObject[];
}

/** Walks at a new till, up to the first flaw. At the end, nothing may stay open that a user can end. */
export async function takeWalk(walk: Walk, options: WalkOptions): Promise<WalkResult> {
  let open: readonly UnendedEvent[] | undefined;
  const till = {
    ...options.till,
    release: walk.release,
    events: Object.fromEntries(walk.events),
    settings: { ...Object.fromEntries(walk.settings), ...options.till.settings },
  };
  const at = startLimitedTill(options, till, (cut) => (open ??= listOpen(cut, options.contract)));
  const run: WalkRun = { ...options, walk, at, acts: [], steps: [] };
  const { acts, steps } = run;
  try {
    let flaw: string | undefined;
    for (const wanted of walk.acts) {
      const act = wanted.kind === "again" ? acts.at(-1 - (wanted.nth % acts.length)) : wanted;
      if (act) flaw = (await runStep(toWalkStep(act, run), run)) ?? (await findNewerRefused(act, run));
      if (act && steps.length > acts.length) acts.push(act);
      if (flaw !== undefined || isOver(at, run)) break;
    }
    if (!isOver(at, run)) flaw ??= await finishWalk(run);
    open ??= listOpen(at, options.contract);
    const unsaid =
      flaw === undefined ? open.filter(({ event }) => !run.seen.flaws.has(toEndless(event))) : [];
    return { walk: { ...walk, acts }, steps, exchanges: at.transcript, flaw, open: unsaid };
  } finally {
    await at.close();
  }
}

/** Each answer may make the till send more, so it closes at the limits of a walk, and forgets what it waits for. */
export function startLimitedTill(
  limits: WalkOptions,
  options: TillOptions,
  onCut: (till: Till) => void = () => undefined,
): Till {
  const onExchange = (): void => {
    if (!isOver(till, limits)) return;
    onCut(till);
    void till.close();
  };
  const till = limits.startTill({ ...options, onExchange });
  return till;
}

function listOpen(
  { openPayments, pending, transcript }: Till,
  { model }: TillContract,
): readonly UnendedEvent[] {
  const isOfPayment = ({ name, echoes }: EventModel, event: string): boolean =>
    name === event && echoes.length > 0;
  const polls = pending.filter(
    ({ event, canEnd }) => canEnd && !model.events.some((each) => isOfPayment(each, event)),
  );
  return [
    ...openPayments.map((payment) => ({ kind: "payment" as const, ...payment })),
    ...polls.map(({ event }) => {
      const sent = transcript.filter((each) => each.event === event).length;
      return { kind: "poll" as const, event, sent, isAnswered: true };
    }),
  ];
}

const isOver = ({ transcript }: Till, { maxExchanges, end, till }: WalkOptions): boolean =>
  till.signal?.aborted === true ||
  performance.now() >= end ||
  transcript.length >= maxExchanges ||
  transcript.reduce((sum, { reply }) => sum + (reply?.body.length ?? 0), 0) > 2 ** 25;

/** Undefined if the act is not possible now. */
function toWalkStep(act: WalkAct, run: WalkRun): JsonObject | undefined {
  if (act.kind === "event") return toEventStep(act, run);
  return act.kind === "step" ? act.step : answerQuestion(run.at.session, act.picks);
}

function toEventStep({ template, fault, ...how }: EventAct, { at, contract, walk, seen }: WalkRun) {
  const { event } = template;
  const release = parseRelease(at.release);
  if (release === undefined || seen.lacking.has(event.name)) return undefined;
  const parts = makeParts(template, how, contract.at(release).object(event.request));
  // A waiting till does nothing else, so a blocking event cannot be late.
  const [, setUp] = walk.events.findLast(([name]) => name === event.name) ?? [];
  const mayBeLate = setUp?.blocking === false && !walk.settings.some(([, value]) => value === "used");
  return { [event.name]: parts, ...(fault !== "none" && (fault !== "late" || mayBeLate) && { fault }) };
}

async function runStep(step: JsonObject | undefined, run: WalkRun): Promise<string | undefined> {
  if (!step || JSON.stringify([...run.steps, step]).length > maxSteps) return undefined;
  const read = run.reader.readValue({ steps: [step] }, "");
  const [wanted] = read.ok ? read.value.steps : [];
  if (!wanted) return undefined;
  try {
    const before = run.at.transcript.length;
    const exchange = await doAction(wanted.action, run.at);
    const all = run.at.transcript.slice(before);
    const { verdict } = exchange ?? {};
    const saidNo = verdict?.kind === "failed" && isSayingNo(verdict);
    run.steps.push({ ...step, ...(saidNo && { expect: { failed: verdict.status } }) });
    return findNews(all, run);
  } catch (error) {
    if (error instanceof TillError) return undefined;
    throw error;
  }
}

/** In characters of JSON: YAML may take twice as many. */
const maxSteps = maxScenarioLength / 3;

function findNews(exchanges: readonly Exchange[], { seen }: WalkRun): string | undefined {
  for (const exchange of exchanges.filter(({ reply }) => reply)) {
    const isLacking = isUnknownEvent(exchange) && !seen.answered.has(exchange.event);
    seen[isLacking ? "lacking" : "answered"].add(exchange.event);
  }
  const flaws = exchanges
    .filter(({ event }) => !seen.lacking.has(event))
    .flatMap((each) => findFlaw(each) ?? []);
  return flaws.find((flaw) => !seen.flaws.has(flaw));
}

/** Finds an event that is accepted only without properties of unknown releases. */
async function findNewerRefused(act: WalkAct, run: WalkRun): Promise<string | undefined> {
  const { transcript } = run.at;
  const isRefused = isSayingNo(transcript.at(-1)?.verdict);
  if (act.kind !== "event" || act.fault !== "newer" || !isRefused) return undefined;
  const plain = await takeWalk({ ...run.walk, acts: [...run.acts, { ...act, fault: "none" }] }, run);
  const flaw = `${act.template.event.name} is rejected if it contains something new`;
  const isTaken = plain.exchanges[transcript.length - 1]?.verdict.kind === "taken";
  return isTaken && !run.seen.flaws.has(flaw) ? flaw : undefined;
}

/** Ends what a user can end: delayed requests arrive, questions are closed, waiting is cancelled. */
async function finishWalk(run: WalkRun): Promise<string | undefined> {
  const { at, steps, seen } = run;
  const late = steps.at(-1)?.["fault"] === "late" ? await runStep({ wait: "1s" }, run) : undefined;
  const flaw = late ?? (await leaveQuestions(run));
  if (flaw !== undefined || !findWaiting(at)) return flaw;
  const last = (await runStep({ cancel: null }, run)) ?? (await waitLong(run)) ?? (await leaveQuestions(run));
  const endless = toEndless(findWaiting(at) ?? "");
  return last ?? (findWaiting(at) && !isOver(at, run) && !seen.flaws.has(endless) ? endless : undefined);
}

const toEndless = (event: string): string => `${event} does not end even after the user cancels`;

/** Ignores an event with only empty answers, because the receiver's shops do not send it. */
const findWaiting = ({ pending, transcript }: Till): string | undefined =>
  pending.find(({ event, canEnd }) => {
    const answered = transcript.find((each) => each.event === event && each.verdict.kind === "taken");
    return canEnd && JSON.stringify(answered?.verdict) !== JSON.stringify({ kind: "taken", answer: {} });
  })?.event;

async function leaveQuestions(run: WalkRun): Promise<string | undefined> {
  const { at, steps, seen } = run;
  const { length } = steps;
  for (let time = 0; time < maxQuestions; time += 1) {
    const flaw = await runStep(leaveQuestion(at.session, time), run);
    if (flaw !== undefined || isOver(at, run) || !leaveQuestion(at.session, 0)) return flaw;
  }
  // One answer is enough to show the flaw.
  steps.splice(length + 1);
  const flaw = `${at.transcript.at(-1)?.event} asks forever: ${maxQuestions} answers are not enough`;
  // No scenario can answer some questions.
  return steps.length === length || seen.flaws.has(flaw) ? undefined : flaw;
}

const maxQuestions = 20;

/**
 * Lets ten minutes of the till's clock pass, and real time in case a receiver asks a provider. Without patience,
 * less time passes.
 */
async function waitLong(run: WalkRun): Promise<string | undefined> {
  const { at, steps, patience } = run;
  const { length } = at.transcript;
  const minutes = patience > 0 ? 10 : 0.5;
  for (let minute = 0; minute < minutes && findWaiting(at) && !isOver(at, run); minute += 1) {
    await at.wait(60_000 * Math.min(minutes, 1));
    if (findWaiting(at)) await setTimeout(patience / minutes);
  }
  steps.push({ wait: "10m" });
  return findNews(at.transcript.slice(length), run);
}

/** The same flaw has the same words each time. Undefined if a receiver may answer like this. */
export function findFlaw({ event, verdict }: Exchange): string | undefined {
  if (verdict.kind === "taken" || isSayingNo(verdict)) return undefined;
  if (verdict.kind === "failed") {
    const { status, error } = verdict;
    return `${event} fails with status ${status}${error ? ` (${error.code})` : ""}`;
  }
  const [{ code, path = "" } = { code: "nothing" }] = verdict.findings;
  // We cancelled it ourselves.
  if (code === "ended") return undefined;
  const place = path.replace(/\/\d+/g, "").slice(1).replaceAll("/", ".");
  const says = verdict.kind === "silent" ? "no answer" : "an answer that no till can use";
  return `${event} gets ${says} (${code}${place === "" ? "" : ` at ${place}`})`;
}

/**
 * A receiver may reject an event in the vendor's format. Errors about a missing signature, JSON or subscription do
 * not count, because a till's request has all of them.
 */
export const isSayingNo = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === "failed" &&
  [200, 400].includes(verdict.status) &&
  verdict.error !== undefined &&
  !/^(?:NO_|INVALID_(?:SIGNATURE|JSON|SUBSCRIPTION_ID|CONTENT_TYPE)$)/.test(verdict.error.code);

/** True if the receiver does not handle the event. */
export const isUnknownEvent = ({ reply }: Exchange): boolean =>
  [404, 405, 501].includes(reply?.status ?? 200);

/** `picks` selects options. Undefined if no question is open. */
export function answerQuestion({ open }: TillSession, picks: readonly number[]): JsonObject | undefined {
  const [dialog, form] = [getOwn(open, "dialog"), getOwn(open, "form")];
  if (dialog !== undefined) return { choose: pickOptions(dialog, picks) };
  return form === undefined ? undefined : fillForm(form, picks);
}

/** Chooses an option only if required, and a different one each time. */
function leaveQuestion(session: TillSession, time: number): JsonObject | undefined {
  const picks = Array.from({ length: 1 + (time % 4) }, (_, nth) => time + nth);
  const answer = answerQuestion(session, picks);
  const isRequired = getOwn(getOwn(session.open, "dialog"), "required") === true;
  return answer && !isRequired ? { cancel: null } : answer;
}

function pickOptions(dialog: Json, picks: readonly number[]): readonly Json[] {
  const options = listEnabled(dialog, "dialogOptions");
  const most = getOwn(dialog, "allowMultipleOptions") === true ? picks.length : 1;
  const chosen = picks.slice(0, most).map((pick) => options[pick % options.length] ?? {});
  return [...new Set(options.length > 0 ? chosen : [])].map(({ optionName = "", optionId = 0 }) =>
    options.filter((each) => each["optionName"] === optionName).length === 1 ? optionName : optionId,
  );
}

/** Closes a form that is too long, or that has a field with unknown rules. */
function fillForm(form: Json, picks: readonly number[]): JsonObject {
  const fields = listEnabled(form, "fields").filter(({ type }) => type !== "label");
  if (fields.length > maxInput) return { cancel: null };
  const values = fields.map(({ id, ...field }, index) => {
    const inputs = listInputs(field);
    return [id, inputs[(picks[index % picks.length] ?? 0) % inputs.length]] as const;
  });
  const isWhole = values.every(([, value]) => value !== undefined);
  return isWhole ? { fill: Object.fromEntries(values) as JsonObject } : { cancel: null };
}

/** In characters per field, and fields per form. Nobody types more. */
const maxInput = 2000;

/** Empty if the field has a pattern. */
function listInputs(field: JsonObject): readonly Json[] {
  const { type, required, regex } = field;
  const read = (name: string, otherwise: number): number => Number(field[name] ?? otherwise);
  const [least, most] = [read("minimumLength", 0), Math.min(read("maximumLength", maxInput), maxInput)];
  const texts = trickyTexts.filter((text) => text !== "" && !text.includes("\n") && least <= most);
  const lines = texts.map((text) => text.padEnd(least, ".").slice(0, most));
  const inputs: Readonly<Record<string, readonly Json[]>> = {
    email: ["zoe@example.com"],
    date: ["2026-12-05", "2024-02-29"],
    time: ["12:30", "00:00"],
    checkbox: ["true", "false"],
    number: [String(read("minimumValue", read("miminumValue", 0))), String(read("maximumValue", 1000))],
    select: listEnabled(field, "options").map(({ id = "" }) => [id]),
  };
  if (regex !== undefined) return [];
  return [...(inputs[type as string] ?? lines), ...(required === true ? [] : [type === "select" ? [] : ""])];
}

const listEnabled = (holder: Json, name: string): readonly JsonObject[] =>
  listItems(holder, name).filter(({ disabled }) => disabled !== true);
