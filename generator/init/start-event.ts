import type { ExampleModel } from "../model/model.js";
import type { EventView, ObjectView, View } from "../view/view.js";
import { minimalObject } from "../examples/minimal-value.js";
import { findSampleRequest } from "./sample-request.js";

/** An event that a project begins with. */
export interface StartEvent {
  readonly name: string;
  readonly description: string;
  /** The name of the type of its answers. */
  readonly responseType: string;
  /** What may be answered to it and not to every event. */
  readonly ownAnswers: readonly string[];
  readonly sample: unknown;
  /** The scanned code of the sample, if the handler shows how a customer is looked up by it. */
  readonly scannedCode?: string;
  /** What the handler answers to the sample. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** The answer as the receiver sends it. */
  readonly sent: Readonly<Record<string, unknown>>;
}

/** The customer number in the handler that shows how a customer is looked up. */
export const shownCustomer = 12;

/** Collects what a project needs to know of an event. */
export function createStartEvent(
  event: EventView,
  view: View,
  examples: readonly ExampleModel[],
): StartEvent {
  const sample = findSampleRequest(event.name, view.fleet, examples);
  const scannedCode = takesRelation(event) ? readText(sample, "scanCode", "scannedCode") : undefined;
  const payment = takesPayment(event) ? readText(sample, "externalPayment", "externalPaymentId") : undefined;
  const answer = createAnswer(event, { scannedCode, isPayment: payment !== undefined });
  const common = new Set(view.commonResponse.properties.map(({ name }) => name));
  return {
    name: event.name,
    description: event.prose.description,
    responseType: event.response.name,
    ownAnswers: event.response.properties.map(({ name }) => name).filter((name) => !common.has(name)),
    sample,
    ...(scannedCode !== undefined && { scannedCode }),
    answer,
    // The receiver adds the id of the payment.
    sent: payment === undefined ? answer : { externalPayment: { ...cancelled, externalPaymentId: payment } },
  };
}

/** A till that gets no answer about a payment keeps asking. */
const cancelled = { cancelled: true };

function createAnswer(
  { response }: EventView,
  { scannedCode, isPayment }: { scannedCode: string | undefined; isPayment: boolean },
): Readonly<Record<string, unknown>> {
  if (scannedCode !== undefined) return { scanCode: { recognized: true, relationNumber: shownCustomer } };
  return isPayment ? { externalPayment: cancelled } : minimalObject(response);
}

/** Whether a payment may be cancelled by an answer with nothing else in it. */
function takesPayment({ request, response }: EventView): boolean {
  const [asked, answer] = [objectAt(request, "externalPayment"), objectAt(response, "externalPayment")];
  return (
    has(asked, "externalPaymentId") &&
    has(answer, "externalPaymentId") &&
    has(answer, "cancelled") &&
    (answer?.properties.every(({ required }) => !required) ?? false)
  );
}

/** Whether a scanned code may be answered with a customer and nothing else. */
function takesRelation({ name, request, response }: EventView): boolean {
  const asked = objectAt(request, "scanCode");
  const answer = objectAt(response, "scanCode");
  const needed = answer?.properties.filter(({ required }) => required).map((property) => property.name) ?? [];
  return (
    name === "scanCode" &&
    has(asked, "scannedCode") &&
    has(answer, "recognized") &&
    has(answer, "relationNumber") &&
    needed.every((property) => ["recognized", "relationNumber"].includes(property))
  );
}

const has = (object: ObjectView | undefined, name: string): boolean =>
  object?.properties.some((property) => property.name === name) ?? false;

function objectAt({ properties }: ObjectView, name: string): ObjectView | undefined {
  const type = properties.find((property) => property.name === name)?.type;
  const kinds = type === undefined || type === "unknown" ? [] : type;
  return kinds.flatMap((kind) => (kind.kind === "object" ? [kind.object] : []))[0];
}

function readText(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (inner, name) => (inner as Readonly<Record<string, unknown>> | undefined)?.[name],
    value,
  );
  return typeof found === "string" ? found : undefined;
}
