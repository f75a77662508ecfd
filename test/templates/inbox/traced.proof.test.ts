import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { noTools, withReason } from "../../workbench/tools.js";
import type { Recorded, RecordedSpan } from "./recording.js";

describe.skipIf(noTools !== undefined)(withReason("an inbox tells OpenTelemetry"), () => {
  const folder = mkdtempSync(join(tmpdir(), "mplus-traced-"));
  let [storing, handling]: (Recorded | undefined)[] = [];
  let printed: readonly string[];

  beforeAll(async () => {
    const run = (action: string): Promise<string> =>
      runOnNewNode(join(import.meta.dirname, "traced.ts"), [join(folder, "inbox"), action]);
    printed = [await run("store"), await run("handle")];
    [storing, handling] = printed.map((text) => JSON.parse(text) as Recorded);
  });
  afterAll(() => removeFolder(folder));

  const find = (recorded: Recorded | undefined, name: string): RecordedSpan | undefined =>
    recorded?.spans.find((span) => span.name === name);
  const describeEvent = (event: string, id: number, type: string): object => ({
    "messaging.system": "mplus_inbox",
    "messaging.destination.name": event,
    "messaging.message.id": `00000000-0000-4000-8000-00000000000${id}`,
    "mplus.subscription.id": "shop-12",
    "messaging.operation.type": type,
  });
  const [producer, consumer] = [3, 4];

  it("of one trace from the request to the handler, in another process", () => {
    const request = find(storing, "request");
    const sent = find(storing, "send scanCode");
    const processed = find(handling, "process scanCode");
    expect(request?.trace).toMatch(/^[0-9a-f]{32}$/);
    expect(sent).toMatchObject({ trace: request?.trace, parent: request?.id, kind: producer });
    expect(processed).toMatchObject({ trace: request?.trace, parent: sent?.id, kind: consumer });
    expect(find(handling, "work on scanCode")?.parent).toBe(processed?.id);
  });

  it("what the events are, and which of them failed", () => {
    expect(find(storing, "send scanCode")?.attributes).toEqual(describeEvent("scanCode", 0, "send"));
    expect(find(handling, "process scanCode")?.attributes).toEqual(describeEvent("scanCode", 0, "process"));
    expect(find(handling, "process scanCode")?.status).toEqual({ code: 0 });
    expect(find(handling, "process completeSession")?.status).toEqual({ code: 2, message: "failed" });
  });

  it("how many events were stored and handled, and how the inbox is", () => {
    expect(storing?.metrics).toEqual([["mplus.inbox.stored in {event}", { "mplus.outcome": "kept" }, 3]]);
    const outcomes = [
      { "messaging.destination.name": "scanCode", "mplus.outcome": "handled" },
      { "messaging.destination.name": "completeSession", "mplus.outcome": "failed" },
    ];
    expect(handling?.metrics).toHaveLength(7);
    expect(handling?.metrics).toEqual(
      expect.arrayContaining([
        ...outcomes.map((outcome) => ["mplus.inbox.handled in {event}", outcome, 1]),
        ...outcomes.map((outcome) => ["messaging.process.duration in s", outcome, 1]),
        ["mplus.inbox.waiting in {event}", {}, 0],
        ["mplus.inbox.dead in {event}", {}, 1],
        ["mplus.inbox.oldest in s", {}, 0],
      ]),
    );
  });

  it("nothing that a customer wrote", () => expect(printed.join()).not.toContain("Ann"));
});
