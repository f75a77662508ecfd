import type { FlowCall } from "../../spec/flow-file.js";
import type { Model } from "../../model/model.js";
import { toMarkdownText } from "../../text/markdown.js";
import { toPlainSentence } from "../operations.js";
import type { EventView, ObjectView } from "../../view/view.js";
import { objectsIn } from "../../view/walk.js";

/** The requests that a partner makes to an address that it was sent, by the name of what holds that; undefined for none. */
export function toCallbacks(
  event: EventView,
  { flows }: Model,
): Readonly<Record<string, object>> | undefined {
  const calls = flows
    .flatMap(({ steps }) => steps)
    .filter((step) => step.event === event.name && !step.isReport)
    .flatMap(({ call }) => call ?? [])
    .filter(({ address }) => isSent(address.split("/").slice(1), event.request));
  return calls.length === 0
    ? undefined
    : Object.fromEntries(
        calls.map((call): [string, object] => [call.address.split("/").at(-1) ?? "", toCallback(call)]),
      );
}

/** Whether some shop of the fleet sends the property at this place. */
function isSent([name, ...rest]: readonly string[], object: ObjectView): boolean {
  const property = object.properties.find((each) => each.name === name);
  if (!property) return false;
  return rest.length === 0 || objectsIn(property.type).some((inner) => isSent(rest, inner));
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
