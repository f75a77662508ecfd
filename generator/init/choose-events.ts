import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { suggest } from "../text/words.js";
import { formatReason } from "../view/reasons.js";
import type { EventView, View } from "../view/view.js";

/** Finds the events of these names, each once, in the order in which they were named. */
export function chooseEvents(names: readonly string[], view: View): Outcome<readonly EventView[]> {
  const known = new Map(view.events.map((event) => [event.name, event]));
  const chosen = [...new Set(names)];
  if (chosen.length === 0) {
    const hint = `For example: --events ${view.events[0]?.name ?? ""}`;
    return failure([report("usage", { message: "Say which events to begin with.", hint })]);
  }
  const problems = chosen.filter((name) => !known.has(name)).map((name) => reportMissingEvent(name, view));
  return problems.length > 0 ? failure(problems) : success(chosen.flatMap((name) => known.get(name) ?? []));
}

function reportMissingEvent(event: string, { events, fleet, omissions }: View): Problem {
  const omission = omissions.find(({ what }) => what === `event ${event}`);
  if (omission) {
    return report("event-not-in-fleet", { event, reason: formatReason(omission.reason, fleet) });
  }
  const known = events.map(({ name }) => name);
  return report("unknown-event", { event, known, suggestion: suggest(event, known) });
}
