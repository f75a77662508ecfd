import { adapter } from "../adapter.js";

/** The target that writes an inbox, which keeps events in a database until a worker has handled them. */
export const inbox = adapter("inbox", "an inbox in PostgreSQL or a folder, and its workers", {
  needsNode: true,
});
