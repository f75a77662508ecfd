import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { noFaketime } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";

const parent = mkdtempSync(join(tmpdir(), "mplus-clock-"));
afterAll(() => removeFolder(parent));

const [second, hour] = [1000, 3_600_000];
const clocks: readonly {
  readonly what: string;
  readonly kind: "server" | "closed" | "open";
  readonly by: number;
  readonly retryDelay: number;
}[] = [
  { what: "of a server, by two seconds", kind: "server", by: 2 * second, retryDelay: second },
  { what: "of a server, by an hour", kind: "server", by: hour, retryDelay: second },
  { what: "of a server, by an hour, where retries are due at once", kind: "server", by: hour, retryDelay: 0 },
  { what: "of an open folder, by 200 milliseconds", kind: "open", by: 200, retryDelay: second },
  { what: "of an open folder, by an hour", kind: "open", by: hour, retryDelay: second },
  { what: "of a folder that is not open, by an hour", kind: "closed", by: hour, retryDelay: 0 },
];

describe.concurrent("a clock that is set back", () => {
  for (const { what, kind, by, retryDelay } of clocks) {
    const reason = kind === "server" ? noFaketime : undefined;
    it.skipIf(reason)(
      withReason(`changes no order, and holds nothing back that is due: ${what}`, reason),
      async () => {
        const args = [by, retryDelay, kind, join(parent, `${kind}-${by}`)].map(String);
        const printed = await runOnNewNode(join(import.meta.dirname, "clock.ts"), args);
        expect(JSON.parse(printed)).toEqual({
          waiting: 7,
          order: "a1 a2 a3",
          left: [],
          handled: ["a1", "a2", "a3", "again0", "b1", "b2", "failing", "killed"],
        });
      },
    );
  }
});
