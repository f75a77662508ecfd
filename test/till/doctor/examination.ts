import { examine } from "../../../generator/till/doctor/examine.js";
import type { Examination, ProbeFinding } from "../../../generator/till/doctor/probe.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { ownContract } from "../own-spec.js";
import { secret, subscription } from "./servers/receiver.js";
import type { Start } from "./servers/serve.js";

/** A receiver to send an event to, or to examine. The deadline, in milliseconds, is not met by accident. */
export const examinationAt = (url: string, deadline = 60_000): Examination => ({
  startTill: (options) => startTill(ownContract(), options),
  till: {
    url,
    subscription,
    secret,
    settings: { answerDeadline: deadline },
    events: { scanCode: { blocking: true } },
  },
  event: "scanCode",
  parts: { scannedCode: "LOYAL-42" },
  deadline,
});

/** How a server is called. */
export interface Call {
  /** What comes before and after the host in the URL. Default: `http://` and `/mplus`. */
  readonly scheme?: string;
  readonly path?: string;
  /** Hears of each event before it is sent. */
  readonly onSend?: () => void;
}

/** Starts a server, uses it, and closes it. */
export async function useServer<T>(
  start: Start,
  { scheme = "http://", path = "/mplus" }: Call,
  use: (url: string) => Promise<T>,
): Promise<T & { host: string }> {
  const { host, close } = await start();
  return { ...(await use(`${scheme}${host}${path}`).finally(close)), host };
}

/** What the doctor finds at a server. */
export const examineServer = (start: Start, call: Call = {}) =>
  useServer(start, call, async (url) => {
    const examination = examinationAt(url);
    const findings = await examine({
      ...examination,
      startTill: (options) => {
        call.onSend?.();
        return examination.startTill(options);
      },
    });
    return { findings, wrong: listWrong(findings) };
  });

export const listWrong = (findings: readonly ProbeFinding[]): readonly ProbeFinding[] =>
  findings.filter(({ state }) => state === "wrong");
