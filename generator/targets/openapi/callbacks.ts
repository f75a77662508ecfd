import type { FlowCall } from "../../spec/dialect.js";
import { splitPointer } from "../../spec/pointer.js";
import type { Model } from "../../model/model.js";
import { toMarkdownText } from "../../text/escape.js";
import { toPlainSentence } from "../operations.js";
import type { EventView } from "../../view/view.js";
import { objectsIn } from "../../view/walk.js";

/**
 * The requests that a partner makes to an address that it was sent, by the name of the property that holds it; properties
 * of several objects may have one name. Undefined for none.
 */
export function toCallbacks(
  event: EventView,
  { flows }: Pick<Model, "flows">,
): Readonly<Record<string, object>> | undefined {
  const calls = flows
    .flatMap(({ steps }) => steps)
    .filter((step) => step.event === event.name && !step.isReport)
    .flatMap(({ call }) => call ?? [])
    .filter(({ address }) => isSent(address, event));
  const callbacks = new Map<string, object>();
  for (const call of calls) {
    const [, name = ""] = splitPointer(call.address);
    callbacks.set(name, { ...callbacks.get(name), ...toCallback(call) });
  }
  return callbacks.size === 0 ? undefined : Object.fromEntries(callbacks);
}

/** Whether some shop of the fleet sends the property that this points to, which is one of an object of the request. */
function isSent(address: string, { request }: EventView): boolean {
  const [holder, name] = splitPointer(address);
  return request.properties
    .filter((property) => property.name === holder)
    .flatMap(({ type }) => objectsIn(type))
    .some(({ properties }) => properties.some((property) => property.name === name));
}

const ignored = { description: "The response does not matter." };

/** OpenAPI asks for a method, and no source names one. */
const toCallback = ({ address, when, text }: FlowCall): object => ({
  [`{$request.body#${address}}`]: {
    post: {
      summary: toPlainSentence(`Call this once ${when}`),
      description: `${toMarkdownText(text)} That it is a POST is a guess.`,
      security: [],
      responses: { "2XX": ignored, "4XX": ignored },
    },
  },
});
