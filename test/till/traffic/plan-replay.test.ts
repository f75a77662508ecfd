import { describe, expect, it } from "vitest";
import type { RecordedExchange } from "../../../generator/contract/traffic/recorded-exchange.js";
import {
  getLeastDuration,
  planReplay,
  sendAsPlanned,
  type PlannedRequest,
} from "../../../generator/till/traffic/plan-replay.js";
import { readCases } from "../../workbench/cases.js";
import { ownContract } from "../own-spec.js";

interface Case {
  readonly name: string;
  readonly records: readonly string[];
  readonly want: readonly string[];
}

const cases = readCases("plan-replay.yaml", import.meta) as readonly Case[];

function toRecord(text: string): RecordedExchange {
  const [at = "", event = "", id = "", duration] = text.split(" ");
  const name = id.replace(/\W/g, "");
  const envelope = { event: { eventPolling: id.includes("+") }, session: { sessionId: name } };
  return {
    ...(at !== "x" && { at: Number(at) }),
    ...(duration !== undefined && { duration: Number(/\d+/.exec(duration)?.[0]) }),
    event,
    request: {
      ...envelope,
      externalPayment: { externalPaymentId: name },
      ...(id.includes("~") && { original: envelope }),
    },
    answer: { polling: { finished: id.includes("!") } },
  };
}

const planOf = (records: readonly string[]) => planReplay(records.map(toRecord), ownContract().model);

function listPlanned(plan: readonly PlannedRequest[]): readonly string[] {
  const open = new Set<number>();
  return plan.map(({ awaits, due }, index) => {
    awaits.forEach((other) => open.delete(other));
    const held = [...open].map((other) => ` ~${other}`);
    open.add(index);
    return `${due ? `${due.delay} after ${due.after}` : "-"}${held.join("")}`;
  });
}

describe("the plan of a replay", () => {
  it.each(cases)("$name", ({ records, want }) => expect(listPlanned(planOf(records))).toEqual(want));

  it("says how long the replay takes at least", () => {
    const [first, second] = [cases[1], cases[0]].map((each) => each?.records ?? []);
    expect([first ?? [], second ?? [], []].map((each) => getLeastDuration(planOf(each)))).toEqual([
      4010, 0, 0,
    ]);
  });
});

/** Waiting takes no time, and neither does an answer, unless `hold` says so. */
function openVirtual(hold: (index: number) => Promise<unknown> = () => Promise.resolve()) {
  let time = 0;
  const times: number[] = [];
  return {
    times,
    isOver: () => false,
    now: () => time,
    sleep: (left: number) => Promise.resolve(void (time += left)),
    send: async (index: number) => {
      times.push(time);
      await hold(index);
      return index;
    },
  };
}

describe("requests sent as planned", () => {
  const plan = planOf(["0 startExternalPayment p", "2000 pollExternalPayment p (3000)", "4010 scanCode a"]);

  it("are sent at their times, and their results come in order", async () => {
    const sending = openVirtual();
    expect(await sendAsPlanned(plan, sending)).toEqual([0, 1, 2]);
    expect(sending.times).toEqual([0, 2000, 2000]);
  });

  it("do not wait for a held poll", async () => {
    const sending = openVirtual((index) => {
      if (index === 1) return new Promise((resolve) => (release = resolve));
      release(0);
      return Promise.resolve();
    });
    let release: (value: unknown) => void = () => undefined;
    expect(await sendAsPlanned(plan, sending)).toEqual([0, 1, 2]);
  });

  it("keep the distance to a start that is late itself", async () => {
    let time = 0;
    const sending = {
      ...openVirtual(),
      now: () => time,
      sleep: (left: number) => Promise.resolve(void (time += left)),
    };
    const times: number[] = [];
    const late = planOf(["0 scanCode a", "10 startExternalPayment p", "2010 pollExternalPayment p"]);
    const send = (index: number) => {
      times.push(time);
      if (index === 0) time += 5000;
      return Promise.resolve(index);
    };
    await sendAsPlanned(late, { ...sending, send });
    expect(times).toEqual([0, 5000, 7000]);
  });

  it("end without waiting once the replay is over", async () => {
    const sending = openVirtual();
    let isOver = false;
    const send = (index: number) => {
      isOver = true;
      return sending.send(index);
    };
    expect(await sendAsPlanned(plan, { ...sending, send, isOver: () => isOver })).toEqual([0]);
    expect(sending.now()).toBe(0);
  });
});
