import { omitUnsupported } from "../../../templates/copied/validators/omit.js";
import { createValidators, type Validators } from "../../../templates/copied/validators/results.js";
import type { Contract } from "../../../templates/copied/validators/table.js";
import { parseFleet } from "../../base/time/fleet.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { buildView } from "../view/build-view.js";
import { createTable } from "./table.js";

/**
 * The table for shops of every release, for this program's own use: the till, recordings and live traffic.
 * @throws Error if no event can be answered, which lint rules out
 */
export function createTableOfAll(snapshots: Snapshots): Contract {
  const fleet = parseFleet({}, snapshots.model);
  const view = fleet.ok ? buildView(snapshots, fleet.value, { responses: "gated" }) : fleet;
  if (view.ok) return createTable(view.value, snapshots);
  throw new Error(view.problems.map(({ message }) => message).join(" "));
}

/** The emitted checks. */
export const createOwnValidators = (table: Contract): Validators => createValidators(table, omitUnsupported);
