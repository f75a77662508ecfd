import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, expect, it, vi } from "vitest";
import { sendEvent } from "../../../generator/till/doctor/examine.js";
import { examinationAt } from "./examination.js";
import { tcp, type Start } from "./servers/serve.js";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

/** In milliseconds of a clock that only the test advances. */
const deadline = 3000;

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

it.each<{ readonly name: string; readonly start: Start; readonly prepare?: () => void }>([
  { name: "never answers", start: tcp(runOut) },
  {
    name: "never ends its answer",
    start: tcp((socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
    prepare: runOutAfterHead,
  },
])("a server that $name is reported once the deadline is over", async ({ start, prepare }) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  prepare?.();
  const { host, close } = await start();
  const { complaint } = await sendEvent(examinationAt(`http://${host}/mplus`, deadline)).finally(close);
  const message = `${host} sent no complete answer in time: waited 3000 ms.`;
  expect(complaint).toMatchObject({ id: "deadline", message });
});

it("a host name that does not resolve is reported", async () => {
  const unknown = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  vi.spyOn(dns, "lookup").mockImplementation((...call: readonly unknown[]) => {
    (call.at(-1) as (error: Error) => void)(unknown);
  });
  syncBuiltinESMExports();
  const { complaint } = await sendEvent(examinationAt("http://nobody.invalid/mplus", deadline));
  const message = "The host name nobody.invalid does not resolve.";
  expect(complaint).toMatchObject({ id: "unknown-host", message });
});
