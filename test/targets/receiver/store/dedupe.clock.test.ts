import { describe, expect, it } from "vitest";
import type { Store } from "../../../../templates/receiver/api/store.js";
import { createMemoryStore } from "../../../../templates/receiver/store/memory-store.js";
import { createRequest, createTestReceiver, goodBody, type Options, readAnswer } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const occurrence = { eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
const good = JSON.parse(goodBody) as object;
const bodyOf = (event: object, more: object = {}) => JSON.stringify({ ...good, event, ...more });

/** A receiver that counts what its handler does, and how often. */
function createCounting(dedupe: Options["dedupe"], more: Partial<Options> = {}) {
  let calls = 0;
  const answer = (): { message: { text: string }[] } => {
    calls += 1;
    return { message: [{ text: `call ${calls}` }] };
  };
  const { receiver, lines } = createTestReceiver({
    dedupe,
    handlers: { scanCode: answer, backgroundPoll: answer },
    ...more,
  });
  const send = async (body: string, event = "scanCode") => {
    const { body: answered } = readAnswer(await receiver.receive(createRequest({ event, body })));
    return (answered as { message?: { text: string }[] }).message?.[0]?.text;
  };
  return { send, lines, receiver };
}

const pairs: [name: string, first: string, second: string, isRepeat: boolean][] = [
  ["the same event", bodyOf(occurrence), bodyOf(occurrence), true],
  [
    "the same event, though its session has moved on",
    bodyOf(occurrence),
    bodyOf(occurrence, { session: {} }),
    true,
  ],
  ["another counter", bodyOf(occurrence), bodyOf({ ...occurrence, eventCounter: 8 }), false],
  [
    "the counter again after it was reset",
    bodyOf(occurrence),
    bodyOf({ ...occurrence, eventTimestamp: "2026-11-21T10:15:00.000+01:00" }),
    false,
  ],
  [
    "the same counter from a POS that was restarted",
    bodyOf(occurrence),
    bodyOf(occurrence, { sender: { instanceId: "a-new-one" } }),
    false,
  ],
  [
    "the same counter from another till, though neither names its instance",
    bodyOf(occurrence, { sender: { branchNumber: 1, workplaceNumber: 1 } }),
    bodyOf(occurrence, { sender: { branchNumber: 1, workplaceNumber: 2 } }),
    false,
  ],
  [
    "the round after a dialog",
    bodyOf(occurrence),
    bodyOf(occurrence, { dialog: { selectedDialogOptionIds: [1] } }),
    false,
  ],
  [
    "the round after a form",
    bodyOf(occurrence),
    bodyOf(occurrence, { form: { id: "a", fields: [] } }),
    false,
  ],
  [
    "a poll: the POS repeats it by design",
    bodyOf({ ...occurrence, eventPolling: true }),
    bodyOf({ ...occurrence, eventPolling: true }),
    false,
  ],
  [
    "the same counter and time in another session",
    bodyOf(occurrence, { session: { sessionId: "a" } }),
    bodyOf(occurrence, { session: { sessionId: "b" } }),
    false,
  ],
  [
    "the same counter and time of another scan",
    bodyOf(occurrence, { scanCode: { scannedCode: "1", codeType: "barcode" } }),
    bodyOf(occurrence, { scanCode: { scannedCode: "2", codeType: "barcode" } }),
    false,
  ],
  ["an event without a number", bodyOf({ eventBlocking: true }), bodyOf({ eventBlocking: true }), false],
];

describe("dedupe", () => {
  it.each(pairs)("%s", async (_name, first, second, isRepeat) => {
    const { send } = createCounting({});
    expect(await send(first)).toBe("call 1");
    expect(await send(second)).toBe(isRepeat ? "call 1" : "call 2");
  });

  it("tells events apart", async () => {
    const { send } = createCounting({});
    const poll = bodyOf(occurrence, { scanCode: undefined });
    expect(await send(bodyOf(occurrence))).toBe("call 1");
    expect(await send(poll, "backgroundPoll")).toBe("call 2");
    expect(await send(poll, "backgroundPoll")).toBe("call 3");
  });

  it("is off by default", async () => {
    const { send } = createCounting(undefined);
    expect([await send(bodyOf(occurrence)), await send(bodyOf(occurrence))]).toEqual(["call 1", "call 2"]);
  });

  it("handles one of a hundred concurrent repeats", async () => {
    const { send } = createCounting({});
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(bodyOf(occurrence))));
    expect(new Set(answers)).toEqual(new Set(["call 1"]));
  });

  it("shares first answers between processes, status and all", async () => {
    const store = createMemoryStore();
    const error = { code: "SOLD_OUT", message: "Sold out." };
    const dedupe = { store, keepErrors: true };
    const one = createTestReceiver({ dedupe, handlers: { scanCode: () => ({ error }) } });
    const other = createTestReceiver({ dedupe, handlers: {} });
    const request = () => createRequest({ body: bodyOf(occurrence) });
    const [first, second] = [await one.receiver.receive(request()), await other.receiver.receive(request())];
    expect(second).toEqual(first);
    expect(readAnswer(second)).toEqual({ status: 400, body: { error }, code: "SOLD_OUT" });
  });

  it("waits for another process that is handling the event", async () => {
    const store = createMemoryStore();
    const slow: ScanCode = async () => {
      await pause(20);
      return { message: [{ text: "slow" }] };
    };
    const one = createTestReceiver({ dedupe: { store }, handlers: { scanCode: slow } });
    const other = createCounting({ store });
    const first = one.receiver.receive(createRequest({ body: bodyOf(occurrence) }));
    const second = other.send(bodyOf(occurrence));
    expect(readAnswer(await first).status).toBe(200);
    expect(await second).toBe("slow");
  });

  it("lets a repeat be handled if the first one's client had gone", async () => {
    let calls = 0;
    const scanCode: ScanCode = ({ signal }) => {
      calls += 1;
      if (calls > 1) return { message: [{ text: "handled" }] };
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      });
    };
    const { receiver } = createTestReceiver({ dedupe: {}, handlers: { scanCode } });
    const client = new AbortController();
    const body = bodyOf(occurrence);
    const first = receiver.receive(createRequest({ body, signal: client.signal }));
    const second = receiver.receive(createRequest({ body }));
    await pause(10);
    client.abort();
    expect((await first).status).toBe(500);
    expect(readAnswer(await second).body).toEqual({ message: [{ text: "handled" }] });
  });

  it("lets a repeat try again after a fault, or an invalid answer", async () => {
    const answers: unknown[] = [new Error("no connection"), { foo: 1 }, { message: [] }];
    const scanCode = (() => {
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return next;
    }) as ScanCode;
    const { receiver } = createTestReceiver({ dedupe: {}, handlers: { scanCode } });
    const statuses = [];
    for (let i = 0; i < 4; i++) {
      statuses.push((await receiver.receive(createRequest({ body: bodyOf(occurrence) }))).status);
    }
    expect(statuses).toEqual([500, 500, 200, 200]);
  });

  it("lets a repeat try again after an error that the handler answered, unless errors are kept", async () => {
    const statuses = async (dedupe: Options["dedupe"]) => {
      const error = { code: "SOLD_OUT", message: "Sold out." };
      const answers = [{ error }, { message: [] }];
      const { receiver } = createTestReceiver({ dedupe, handlers: { scanCode: () => answers.shift() } });
      const send = async () => (await receiver.receive(createRequest({ body: bodyOf(occurrence) }))).status;
      return [await send(), await send()];
    };
    expect(await statuses({})).toEqual([400, 200]);
    expect(await statuses({ keepErrors: true })).toEqual([400, 400]);
  });

  it("forgets after a while, and never keeps more than its quota", async () => {
    // Each event takes two entries: its answer, and which event its bytes came for.
    const store = createMemoryStore({ entries: 4 });
    const { send } = createCounting({ store });
    const events = [1, 2, 3].map((eventCounter) => bodyOf({ ...occurrence, eventCounter }));
    for (const event of events) await send(event);
    expect(await send(events[2] ?? "")).toBe("call 3");
    expect(await send(events[0] ?? "")).toBe("call 4");

    const brief = createCounting({ keepFor: 1 });
    await brief.send(bodyOf(occurrence));
    await pause(10);
    expect(await brief.send(bodyOf(occurrence))).toBe("call 2");
  });

  it("forgets what is over, also of a subscription that has gone quiet", async () => {
    const store = createMemoryStore();
    void store.set("a.1", "x", 10);
    await pause(9);
    expect(store.add("a.1", "", 10)).toBe("x");
    await pause(1);
    void store.set("b.1", "y", 10);
    expect([store.add("a.1", "", 10), store.add("b.1", "", 10)]).toEqual([undefined, "y"]);
  });

  it("handles events while its store fails, and logs it", async () => {
    const fails = () => Promise.reject(new Error("no connection"));
    const { send, lines } = createCounting({ store: { add: fails, set: fails, delete: fails } });
    expect([await send(bodyOf(occurrence)), await send(bodyOf(occurrence))]).toEqual(["call 1", "call 2"]);
    expect(lines.slice(0, 2).map(([level, , message]) => [level, message])).toEqual([
      ["error", "the store of deliveries failed: no connection"],
      ["error", "the store of first answers failed: no connection"],
    ]);
  });

  it("shows its store nothing of the request", async () => {
    const seen: string[] = [];
    const memory = createMemoryStore();
    const store: Store = { ...memory, add: (key, ...rest) => (seen.push(key), memory.add(key, ...rest)) };
    await createCounting({ store }).send(bodyOf(occurrence, { form: { id: "x", fields: ["Dam 1"] } }));
    const key = expect.stringMatching(/^[A-Za-z0-9+/]{22}\.[A-Za-z0-9+/]{43}=$/) as unknown;
    expect(seen).toEqual([key, key]);
  });
});
