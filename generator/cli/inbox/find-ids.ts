import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { suggest } from "../../text/words.js";
import type { OpenInbox } from "./open-inbox.js";

/** The whole ids of events that are named by the beginnings of theirs, each once. */
export async function findIds(
  inbox: OpenInbox,
  names: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const found: string[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const [id, ...others] = (await inbox.findEvents(inbox.connection, name)).map((event) => event.id);
    if (id === undefined) problems.push(await reportUnknown(inbox, name));
    else if (others.length > 0) problems.push(reportAmbiguous(name, [id, ...others]));
    else found.push(id);
  }
  return problems.length > 0 ? failure(problems) : success([...new Set(found)]);
}

async function reportUnknown(inbox: OpenInbox, id: string): Promise<Problem> {
  const events = await inbox.listEvents(inbox.connection);
  // Of a shortened id, what is near is the beginning of another.
  const candidates = events.map((event) => event.id.slice(0, id.length));
  return report("unknown-stored-event", { id, suggestion: suggest(id, candidates) });
}

const reportAmbiguous = (id: string, found: readonly string[]): Problem =>
  report("ambiguous-stored-event", {
    id,
    found: found.length > 3 ? [...found.slice(0, 3), "others"] : found,
  });
