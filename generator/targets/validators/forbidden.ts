import type { Forbidden } from "../../../templates/validators/checks.js";
import type { Fleet } from "../../time/fleet.js";
import { formatRelease } from "../../time/release.js";
import { formatReason } from "../../view/reasons.js";
import type { Reason } from "../../view/view.js";

/** Why something that the spec knows may not be sent, as the emitted code says it. */
export const explainForbidden = (reason: Reason, fleet: Fleet): Forbidden => ({
  reason: formatReason(reason, fleet),
  ...(reason.kind === "added" && { addedIn: formatRelease(reason.release) }),
});
