import type { FlowModel } from "../../model/flow-model.js";
import type { Block } from "../blocks/block.js";
import { table } from "../blocks/write.js";
import { linkToEvent } from "../links.js";

/** Which events to switch on in the subscription, and how; nothing if none is named. */
export const setUpTable = (events: FlowModel["setUp"]): Block[] =>
  events.length === 0
    ? []
    : [
        table(
          ["Event to switch on", "Blocking", "Polling", "Purpose"],
          events.map(({ event, blocking, polling, text }) => [
            linkToEvent(event),
            blocking,
            polling === "unknown" ? "not known" : polling,
            text,
          ]),
        ),
      ];
