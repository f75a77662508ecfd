import { describe, expect, it } from "vitest";
import type { Inbox, StoredEvent } from "../../../../templates/copied/receiver/queued.js";
import { createMemoryInbox } from "../../../workbench/memory-inbox.js";
import { bodyWith, createTestReceiver, type Options, otherSecret, signedHeaders } from "../fixture.js";
import { useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const occurrence = { eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
const till = { branchNumber: 1, workplaceNumber: 2, instanceId: "till-a" };
const session = { sessionId: "8a1ab4a3-5d5c-4e9f-8a43-2f0f9d1f3c11" };
const bodyOf = (more: object = {}, event: object = {}): string =>
  bodyWith({ sender: till, session, event: { ...occurrence, ...event }, ...more });

const run = () => undefined;
const queued: Options["queued"] = { scanCode: run, backgroundPoll: run, completeSession: run };

async function store(body: string, event = "scanCode"): Promise<[StoredEvent, StoredEvent]> {
  const stored: StoredEvent[] = [];
  const inbox: Inbox = { add: (each) => Promise.resolve(void stored.push(each)) };
  const { send } = createTestReceiver({ inbox, queued });
  for (let time = 0; time < 2; time += 1) await send({ event, body });
  const [first, second] = stored;
  return first && second ? [first, second] : expect.unreachable();
}
const one = async (...given: Parameters<typeof store>): Promise<StoredEvent> => (await store(...given))[0];

describe("the id of a stored event", () => {
  it("is a UUID of version 8", async () => {
    const uuid = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect((await one(bodyOf())).id).toMatch(uuid);
  });

  it.each<[string, string, string | undefined, isSame: boolean]>([
    ["an event that is numbered", bodyOf(), undefined, true],
    ["an event without a number", bodyOf({}, { eventCounter: undefined }), undefined, false],
    ["a poll", bodyOf({}, { eventPolling: true }), undefined, false],
    ["an event that is repeated by design", bodyOf(), "backgroundPoll", false],
  ])("is the same when it comes again, or not: %s", async (_name, body, event, isSame) => {
    const [first, second] = await store(body, event);
    expect(first.id === second.id).toBe(isSame);
  });

  it.each<[string, string, string?]>([
    ["number", bodyOf({}, { eventCounter: 8 })],
    ["session", bodyOf({ session: { sessionId: "b" } })],
    ["till", bodyOf({ sender: { ...till, workplaceNumber: 3 } })],
    ["answer of the user", bodyOf({ dialog: { selectedDialogOptionIds: [1] } })],
    ["event", bodyOf(), "completeSession"],
  ])("is another with another %s", async (_name, body, event) => {
    expect((await one(body, event)).id).not.toBe((await one(bodyOf())).id);
  });
});

describe("the key of a stored event", () => {
  const noSession = bodyOf({ session: undefined });
  const otherTill = { ...till, workplaceNumber: 3 };
  it.each<[string, string, string, isSame: boolean]>([
    ["two events of a session", bodyOf(), bodyOf({}, { eventCounter: 8 }), true],
    ["a session that two tills tell of", bodyOf(), bodyOf({ sender: otherTill }), true],
    ["two sessions of a till", bodyOf(), bodyOf({ session: { sessionId: "b" } }), false],
    ["two events of a till without a session", noSession, bodyOf({ session: {} }, { eventCounter: 8 }), true],
    ["two tills without a session", noSession, bodyOf({ session: undefined, sender: otherTill }), false],
  ])("is one for %s, or not", async (_name, first, second, isSame) => {
    expect((await one(first)).key === (await one(second)).key).toBe(isSame);
  });
});

describe("what a stored event says to people", () => {
  it.each<[string, object, string]>([
    ["a session", {}, `session ${session.sessionId}`],
    ["a till", { session: {} }, "till 1/2/till-a"],
    ["an empty session", { session: { sessionId: "" } }, "till 1/2/till-a"],
    ["a till without a name", { session: {}, sender: {} }, "till ?/?/?"],
    ["a strange session", { session: { sessionId: "a\u001b[31m\n\u202e\ud800b" } }, "session a?[31m???b"],
    ["a long session", { session: { sessionId: "x".repeat(200) } }, `session ${"x".repeat(91)}…`],
  ])("names %s", async (_name, change, about) => {
    expect((await one(bodyOf(change))).about).toBe(about);
  });
});

describe("an inbox that does not keep an event", () => {
  it.each<[string, Inbox["add"], reason: string]>([
    ["fails", () => Promise.reject(new Error("away")), "away"],
    ["never answers", () => new Promise(run), "it did not answer in 30000 ms"],
  ])("has its reason in the log: %s", async (_name, add, reason) => {
    const { send, lines } = createTestReceiver({ inbox: { add }, queued });
    expect(await send({ body: bodyOf() })).toMatchObject({ status: 503, code: "INBOX_UNAVAILABLE" });
    expect(lines.filter(([at]) => at !== "debug")).toMatchObject([
      ["error", {}, `scanCode rejected because the inbox failed: ${reason}`],
    ]);
  });
});

it("stores a body as it came, to the last digit and space, and nothing of a request that is refused", async () => {
  const inbox = createMemoryInbox();
  const { send } = createTestReceiver({ inbox, queued });
  const body = bodyOf().replace("{", '{ "big": 9007199254740993, "text": "\\u0000é",');
  expect((await send({ body, headers: signedHeaders(body, otherSecret) })).status).toBe(400);
  expect((await send({ body: bodyOf({ scanCode: {} }) })).status).toBe(400);
  expect((await send({ body })).status).toBe(200);
  expect((await send({ event: "completeSession", body })).status).toBe(400);
  expect(inbox.events).toMatchObject([{ event: "scanCode", body }]);
});

it("ends the polls for a queued event", async () => {
  const { send } = createTestReceiver({ inbox: createMemoryInbox(), queued });
  const { body } = await send({ body: bodyOf({}, { eventPolling: true }) });
  expect(body).toEqual({ polling: { finished: true } });
});
