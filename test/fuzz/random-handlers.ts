import type { MplusOptions } from "../../generated/receiver/index.js";
import { canary, eventOf } from "../conformance/requests.js";
import type { Context } from "../conformance/stage.js";
import { oneOf, type Draw } from "../workbench/draw.js";
import { eventNames, examples, findExamples } from "./examples.js";

/** Questions that every release with forms supports. */
export const dialog = {
  required: true,
  allowMultipleOptions: false,
  requireConfirmation: false,
  dialogTitle: "Which size?",
  dialogOptions: [1, 2, 3].map((optionId) => ({ optionId, optionName: `Size ${optionId}` })),
};
export const form = {
  id: "gift-card",
  title: "Gift card",
  fields: [{ id: "name", type: "text", required: false, label: "Whose" }],
};

type RandomHandler = (draw: Draw, context: AskingContext) => unknown;

export interface AskingContext extends Context {
  readonly ask: { dialog(dialog: object): Promise<unknown>; form(form: object): Promise<unknown> };
}

export function createRandomHandlers(draw: Draw): MplusOptions["handlers"] {
  const handler = (context: AskingContext): unknown => oneOf(draw, randomHandlers)(draw, context);
  return Object.fromEntries(eventNames.map((name) => [name, handler]));
}

const answerWithExample: RandomHandler = (draw, { eventName }) => {
  const { answers } = findExamples(eventName);
  return answers.length === 0 ? {} : oneOf(draw, answers);
};

const randomHandlers: readonly RandomHandler[] = [
  answerWithExample,
  answerWithExample,
  () => undefined,
  (_, { request }) => ({ message: [{ message: `${canary} ${request.event.eventCounter}` }] }),
  () => ({ error: { code: "SOLD_OUT", message: "Sold out." } }),
  (_, { request }) => ({ error: { code: canary, message: JSON.stringify(request) } }),
  () => ({ dialog }),
  () => ({ form }),
  async (_, { ask }) => {
    await ask.dialog(dialog);
    await ask.form(form);
    return {};
  },
  async (_, { ask }) => {
    await ask.form(form);
    return { message: [{ message: "asked" }] };
  },
  () => ({ polling: { finished: true } }),
  (_, { request }) => request,
  (draw, { eventName }) => ({ ...oneOf(draw, findExamples(eventName).requests) }),
  () => ({ message: [], ...eventOf({}) }),
  () => ({ error: { code: "X", message: "x" }, original: {} }),
  (draw) => oneOf(draw, oneOf(draw, examples).requests),
  () => {
    throw new Error(canary);
  },
];
