import { quote } from "../../text/quote.js";
import type { Exchange, PendingEvent, Reply } from "../../till/api/till.js";
import { isHtmlPage } from "../../till/wire/html-page.js";
import type { Failure } from "../play/result.js";
import { formatDuration } from "../read/duration.js";

/** Why there is no answer to look at: nothing was sent, and what may be sent yet. */
export function explainSilentTill({ pending, latest }: Silence): string {
  const nothing = "The till sent no request that an answer could have come to";
  const next = pending.toSorted((a, b) => a.at - b.at)[0];
  if (!next) return `${nothing}. It has nothing to send by itself.`;
  const due = latest ? ` ${formatDuration(next.at - latest.at)} after its last request` : "";
  return `${nothing}. It will send ${next.event}${due}: wait until then.`;
}

interface Silence {
  readonly pending: readonly PendingEvent[];
  readonly latest: Exchange | undefined;
}

/** Adds to what failed that the till did not look at the answer, if that is so: only that of a blocking event is waited for. */
export function explainUnreadAnswer(exchange: Exchange, failures: readonly Failure[]): readonly Failure[] {
  const [first, ...others] = failures;
  if (!first || !isUnread(exchange)) return failures;
  const { event } = exchange;
  const why = `The till does not look at the answer of an event that is not blocking; \`events: { ${event}: { blocking: true } }\` in the scenario sets it up so.`;
  return [{ ...first, message: `${first.message} ${why}` }, ...others];
}

/** Something came, and the till took nothing of it. */
function isUnread({ verdict, reply }: Exchange): boolean {
  if (verdict.kind !== "taken" || Object.keys(verdict.answer).length > 0) return false;
  return reply !== undefined && !["", "{}"].includes(reply.body.replaceAll(/\s/g, ""));
}

/** What tells that something else than the receiver may have answered; empty if nothing does. */
export function explainStranger({ status, headers, body }: Reply): string {
  const location = headers["location"];
  if (status >= 300 && status < 400 && location !== undefined)
    return ` It redirects to ${quote(location)}, and no source says that a till follows.`;
  return isHtmlPage(body)
    ? " Its body is a page of HTML: something else may have answered in the place of the receiver."
    : "";
}
