import { getAt, getOwn, isArray, type Json, type JsonObject } from "../../base/json.js";
import { listItems } from "../engine/sale.js";
import type { TillSetUp } from "../engine/till-set-up.js";
import type { Till } from "../engine/till-types.js";
import { deriveEventStep, type DerivedStep, type RecordedRequest } from "./derive-event-step.js";
import { formatDuration } from "./scenario.js";

/** Derives what somebody did at the till, or how long the till waited, from the request that it sent. */
export function deriveStep(recorded: RecordedRequest, till: Till, setUp: TillSetUp): DerivedStep {
  const { event, request } = recorded;
  const { name, echoes, till: acts } = event;
  const does = (act: string): boolean => acts.some((each) => each.act === act);
  if (request["dialog"] !== undefined || request["form"] !== undefined) return deriveAnswer(recorded, till);
  if (request["openUrl"] !== undefined)
    return { cause: `${name} says what the user did on a web page, and no step can do that` };
  const due = till.pending.filter((each) => each.event === name).map(({ at }) => at);
  if (due.length > 0)
    return { step: { wait: formatDuration(Math.max(1, Math.min(...due) - readClock(till))) } };
  if (does("wantOut") && till.pending.some(({ canEnd }) => canEnd)) return { step: { cancel: null } };
  if (echoes.length > 0 && acts.every(({ act }) => act === "wantOut"))
    return { cause: `${name} is about something that began before the recording, or that had ended` };
  if (request["session"] === undefined) return deriveEventStep(recorded, till.session, setUp);
  if (till.session.ended && !does("openSale") && !does("recallSale"))
    return { cause: `${name} came after the end of its sale` };
  if (does("recallSale") && !till.session.ended)
    return { cause: `${name} is about a sale that ended before the recording` };
  return deriveEventStep(recorded, till.session, setUp);
}

/** With a virtual clock, no time passes between two steps. */
export const readClock = ({ transcript }: Till): number => transcript.at(-1)?.at ?? 0;

function deriveAnswer(
  { event: { name }, request }: RecordedRequest,
  { session, transcript }: Till,
): DerivedStep {
  const isAsked = transcript.at(-1)?.event === name;
  const [dialog, form] = ["dialog", "form"].map((kind) => getOwn(session.open, kind));
  if (isAsked && dialog !== undefined && request["dialog"] !== undefined)
    return { step: { choose: nameChoice(dialog, getAt(request, ["dialog", "selectedDialogOptionIds"])) } };
  if (isAsked && form !== undefined && request["form"] !== undefined)
    return {
      step: getAt(request, ["form", "cancelled"]) === true ? { cancel: null } : readForm(form, request),
    };
  return { cause: `${name} answers a question that no recorded answer asked` };
}

/** By name if that is clear: servers may number their options anew each time. */
function nameChoice(dialog: Json, chosen: Json | undefined): Json {
  const options = listItems(dialog, "dialogOptions");
  const names = (isArray(chosen) ? chosen : []).map((id) => {
    const name = options.find(({ optionId }) => optionId === id)?.["optionName"];
    const isClear = options.filter(({ optionName }) => optionName === name).length === 1;
    return isClear && typeof name === "string" && !redacted.test(name) ? name : id;
  });
  return names.length === 1 ? (names[0] ?? null) : names;
}

/** A server does not give its options the names that a redacted recording has. */
const redacted = /^x\d{10}$/;

/** Leaves out what the form says by itself. */
function readForm(form: Json, request: JsonObject): JsonObject {
  const filled = listItems(getOwn(request, "form") ?? null, "fields");
  const entries = filled.flatMap(({ id, value, selected }): (readonly [string, Json])[] => {
    const field = listItems(form, "fields").find((each) => each["id"] === id);
    if (!field || typeof id !== "string") return [];
    if (field["type"] === "select") return [[id, readSelected(selected)]];
    const preset = typeof field["value"] === "string" ? field["value"] : "";
    return value === preset || typeof value !== "string" ? [] : [[id, value]];
  });
  return { fill: Object.fromEntries(entries) };
}

function readSelected(selected: Json | undefined): Json {
  const ids = isArray(selected) ? selected.filter((id) => typeof id === "string") : [];
  return ids.length === 1 ? (ids[0] ?? "") : ids;
}
