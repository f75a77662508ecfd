import type { TillActName } from "../../spec/dialect.js";
import { getOwn, putAt, type Json } from "../../json.js";
import type { TillSetUp } from "../request/request.js";
import type { Pending } from "./plans.js";
import type { Sale } from "../sale/sale.js";

/** The events that tell of what an answer changed in a sale, if the till is set to send any. */
export function listFired(before: Sale, after: Sale, setUp: TillSetUp, now: number): readonly Pending[] {
  const { settings } = setUp;
  const at = now + settings.pollEvery;
  const fresh = after.added.filter((id) => !before.added.includes(id));
  const lines = after.lines.filter((line) => fresh.includes(getOwn(line, "lineId") ?? null));
  return [
    ...(settings.additionsFireAdd ? lines.flatMap((line) => toPending("putLine", line, setUp, at)) : []),
    ...(settings.relationFiresSelect && after.relation !== undefined && after.relation !== before.relation
      ? toPending("setRelation", after.relation, setUp, at)
      : []),
  ];
}

/** The spec says which event tells of which act. What was done is not done again. */
const toPending = (name: TillActName, part: Json, { model }: TillSetUp, at: number): readonly Pending[] =>
  model.events.flatMap((event) =>
    event.till.flatMap((each) => {
      if (each.act !== name || !each.at) return [];
      const carried = putAt({}, [each.at.object, each.at.property], part);
      return [
        {
          key: JSON.stringify(carried),
          order: { event, parts: {}, carried, isAgain: true },
          at,
          canEnd: false,
        },
      ];
    }),
  );
