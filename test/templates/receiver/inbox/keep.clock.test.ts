import { describe, expect, it } from "vitest";
import type { Inbox, StoredEvent } from "../../../../templates/copied/receiver/base/options.js";
import { createMemoryInbox } from "../../../workbench/memory-inbox.js";
import { createTestReceiver, numbered, type Options, otherSecret, signedHeaders } from "../fixture.js";
import { useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const till = { branchNumber: 1, workplaceNumber: 2, instanceId: "till-a" };
const session = { sessionId: "8a1ab4a3-5d5c-4e9f-8a43-2f0f9d1f3c11" };
const bodyOf = (more: object = {}, event: object = {}) => numbered(event, { sender: till, session, ...more });

const run = () => undefined;
const queued: Options["queued"] = { scanCode: run, backgroundPoll: run, completeSession: run };

/** Sends a body twice. */
async function store(body: string, event = "scanCode"): Promise<readonly StoredEvent[]> {
  const stored: StoredEvent[] = [];
  const inbox: Inbox = { add: (each) => Promise.resolve(void stored.push(each)) };
  const { send } = createTestReceiver({ inbox, queued });
  for (let time = 0; time < 2; time += 1) await send({ event, body });
  expect(stored).toHaveLength(2);
  return stored;
}

describe("the id of a stored event", () => {
  it("is a UUID of version 8", async () => {
    const uuid = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect((await store(bodyOf()))[0]?.id).toMatch(uuid);
  });

  it.each<[string, string, event: string, isSame: boolean]>([
    ["the same for a repeated event with a number", bodyOf(), "scanCode", true],
    ["another one without a number", bodyOf({}, { eventCounter: undefined }), "scanCode", false],
    ["another one for each poll", bodyOf({}, { eventPolling: true }), "scanCode", false],
    ["another one for an event that is repeated by design", bodyOf(), "backgroundPoll", false],
  ])("is %s", async (_name, body, event, isSame) => {
    const [first, second] = await store(body, event);
    expect(first?.id === second?.id).toBe(isSame);
  });

  it.each<[string, string, string?]>([
    ["number", bodyOf({}, { eventCounter: 8 })],
    ["session", bodyOf({ session: { sessionId: "b" } })],
    ["till", bodyOf({ sender: { ...till, workplaceNumber: 3 } })],
    ["user's answer", bodyOf({ dialog: { selectedDialogOptionIds: [1] } })],
    ["event", bodyOf(), "completeSession"],
  ])("is another one with another %s", async (_name, body, event) => {
    expect((await store(body, event))[0]?.id).not.toBe((await store(bodyOf()))[0]?.id);
  });
});

const noSession = bodyOf({ session: undefined });
const otherTill = { ...till, workplaceNumber: 3 };
it.each<[string, string, string, isSame: boolean]>([
  ["two events of a session", bodyOf(), bodyOf({}, { eventCounter: 8 }), true],
  ["two tills with one session", bodyOf(), bodyOf({ sender: otherTill }), true],
  ["two sessions of a till", bodyOf(), bodyOf({ session: { sessionId: "b" } }), false],
  ["two events of a till without a session", noSession, bodyOf({ session: {} }, { eventCounter: 8 }), true],
  ["two tills without a session", noSession, bodyOf({ session: undefined, sender: otherTill }), false],
])("stored events of %s share a key, or not", async (_name, first, second, isSame) => {
  expect((await store(first))[0]?.key === (await store(second))[0]?.key).toBe(isSame);
});

it.each<[string, object, string]>([
  ["its session", {}, `session ${session.sessionId}`],
  ["its till", { session: {} }, "till 1/2/till-a"],
  ["its till beside an empty session", { session: { sessionId: "" } }, "till 1/2/till-a"],
  ["an unknown till", { session: {}, sender: {} }, "till ?/?/?"],
  [
    "a session with control characters",
    { session: { sessionId: "a\u001b[31m\n\u202e\ud800b" } },
    "session a?[31m???b",
  ],
  ["a long session", { session: { sessionId: "x".repeat(200) } }, `session ${"x".repeat(91)}…`],
])("a stored event names %s", async (_name, change, about) => {
  expect((await store(bodyOf(change)))[0]?.about).toBe(about);
});

it.each<[string, Inbox["add"], reason: string]>([
  ["fails", () => Promise.reject(new Error("away")), "away"],
  ["never answers", () => new Promise(run), "it did not answer in 30000 ms"],
])("an inbox that %s has its reason logged, and the event refused", async (_name, add, reason) => {
  const { send, lines } = createTestReceiver({ inbox: { add }, queued });
  expect(await send({ body: bodyOf() })).toMatchObject({ status: 503, code: "INBOX_UNAVAILABLE" });
  const line = ["error", {}, `scanCode rejected because the inbox failed: ${reason}`];
  expect(lines.filter(([level]) => level !== "debug")).toMatchObject([line]);
});

it("an inbox gets bodies as sent, to the last digit and space, and no refused request", async () => {
  const inbox = createMemoryInbox();
  const { send } = createTestReceiver({ inbox, queued });
  const body = bodyOf().replace("{", '{ "big": 9007199254740993, "text": "\\u0000é",');
  expect((await send({ body, headers: signedHeaders(body, otherSecret) })).status).toBe(400);
  expect((await send({ body: bodyOf({ scanCode: {} }) })).status).toBe(400);
  expect((await send({ body })).status).toBe(200);
  expect((await send({ event: "completeSession", body })).status).toBe(400);
  expect(inbox.events).toMatchObject([{ event: "scanCode", body }]);
});

it("a queued event ends its polls", async () => {
  const { send } = createTestReceiver({ inbox: createMemoryInbox(), queued });
  const { body } = await send({ body: bodyOf({}, { eventPolling: true }) });
  expect(body).toEqual({ polling: { finished: true } });
});
