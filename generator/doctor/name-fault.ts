import { findFault, type Complaint } from "./complaint.js";
import { answers } from "./faults/answers.js";
import { inFront } from "./faults/in-front.js";
import { nameMissingReply } from "./faults/no-reply.js";
import { refusals } from "./faults/refusals.js";
import { readReply, type Seen } from "./seen.js";

/**
 * Names what is wrong with a server after one request: the fault that is nearest to the wire, as it hides all others.
 * Undefined if nothing is.
 */
export function nameFault(seen: Seen): Complaint | undefined {
  const reply = readReply(seen);
  if (!reply) return nameMissingReply(seen);
  return findFault(reply, [...inFront, ...refusals, ...answers]) ?? nameFinding(seen);
}

/** What only a till can tell: that it cannot use an answer which came as it should. */
function nameFinding({ findings }: Seen): Complaint | undefined {
  const [finding] = findings;
  if (!finding) return undefined;
  const { code, message, path = "" } = finding;
  const rest = findings.length > 1 ? ` (and ${findings.length - 1} more)` : "";
  return {
    id: code,
    message: `${path === "" ? "" : `At ${path} of the answer: `}${message}${rest}`,
    change: "Correct the answer there; `mplus-codegen explain` tells since when something is known to tills.",
  };
}
