import type { EventView } from "../../view/view.js";
import type { Operation } from "../operations.js";
import { bindHttp } from "./bindings.js";
import { nameMessages } from "./messages.js";

/** The URL of an event, and what goes over it in both directions. */
export const toChannel = ({ name }: EventView): object => ({
  address: `/${name}`,
  messages: Object.fromEntries(
    Object.entries(nameMessages(name)).map(([role, message]) => [
      role,
      { $ref: `#/components/messages/${message}` },
    ]),
  ),
});

/** What a partner does: it receives a request, and replies. */
export function toOperation(
  { event, summary, description, tag }: Operation,
  toTagReference: (name: string) => object,
): object {
  const channel = { $ref: `#/channels/${event.name}` };
  const refer = (role: string): object => ({ $ref: `${channel.$ref}/messages/${role}` });
  return {
    action: "receive",
    channel,
    title: event.name,
    summary,
    description,
    tags: [toTagReference(tag)],
    bindings: bindHttp({ method: "POST" }),
    messages: ["request", "errorReport"].map(refer),
    reply: { channel, messages: ["answer", "refusal"].map(refer) },
  };
}
