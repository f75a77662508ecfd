import dns from "node:dns";
import dnsPromises from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { examine, sendEvent } from "../../../generator/till/doctor/examine.js";
import { examinationAt, listWrong } from "./examination.js";
import { tcp, type Start } from "./servers/serve.js";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** In milliseconds of a clock that only the test advances. */
const deadline = 3000;

async function listComplaints(url: string) {
  const { complaint } = await sendEvent(examinationAt(url, deadline));
  const wrong = listWrong(await examine(examinationAt(url, deadline)));
  return { complaint, wrong: wrong.map(({ probe, saw }) => [probe.id, saw]) };
}

const runOut = (): void => void vi.advanceTimersByTime(deadline);

/** Advances the clock past the deadline once the head of an answer has arrived. */
function runOutAfterHead(): void {
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
    const reply = await fetch(...request);
    setImmediate(runOut);
    return reply;
  });
}

describe("a server that lets a till wait too long is named for what it is:", () => {
  it.each<{ readonly name: string; readonly start: Start; readonly prepare?: () => void }>([
    { name: "it never answers", start: tcp(runOut) },
    {
      name: "its body never ends",
      start: tcp((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
      prepare: runOutAfterHead,
    },
  ])("$name", async ({ start, prepare }) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    prepare?.();
    const { host, close } = await start();
    const message = `${host} sent no complete answer in time: waited 3000 ms.`;
    expect(await listComplaints(`http://${host}/mplus`).finally(close)).toMatchObject({
      complaint: { id: "deadline", message },
      wrong: [["http", message]],
    });
  });
});

it("a host that nobody knows is named for what it is", async () => {
  const unknown = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  vi.spyOn(dnsPromises, "lookup").mockRejectedValue(unknown);
  vi.spyOn(dns, "lookup").mockImplementation((...call: readonly unknown[]) => {
    (call.at(-1) as (error: Error) => void)(unknown);
  });
  syncBuiltinESMExports();
  expect(await listComplaints("http://nobody.invalid/mplus")).toMatchObject({
    complaint: {
      id: "unknown-host",
      message: "The host name nobody.invalid does not resolve.",
    },
    wrong: [["host", "The host name nobody.invalid does not resolve (ENOTFOUND)."]],
  });
});
