import type { Fleet } from "../../time/fleet.js";
import { formatReason } from "../../view/reasons.js";
import type { ForbiddenView } from "../../view/view.js";
import { nameText, text, type Text } from "../blocks/text.js";

/** What may not be sent, and why: a list entry each. */
export const listForbidden = (forbidden: readonly ForbiddenView[], fleet: Fleet): Text[] =>
  forbidden.map(({ name, reason }) => text`${nameText(name)}, ${formatReason(reason, fleet)}`);
