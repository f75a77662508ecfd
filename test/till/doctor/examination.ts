import { examine } from "../../../generator/till/doctor/examine.js";
import type { Examination } from "../../../generator/till/doctor/probe.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { ownContract } from "../own-spec.js";
import { secret, subscription } from "./servers/receiver.js";
import type { Start } from "./servers/serve.js";

/** `deadline` is in milliseconds. The default never passes by accident. */
export const examinationAt = (url: string, deadline = 60_000): Examination => ({
  startTill: (options) => startTill(ownContract(), options),
  model: ownContract().model,
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

export interface Call {
  /** The URL before and after the host. Defaults: `http://` and `/mplus`. */
  readonly scheme?: string;
  readonly path?: string;
  readonly onSend?: () => void;
  readonly other?: Examination["other"];
}

export async function useServer<T>(
  start: Start,
  { scheme = "http://", path = "/mplus" }: Call,
  use: (url: string) => Promise<T>,
): Promise<T & { host: string }> {
  const { host, close } = await start();
  return { ...(await use(`${scheme}${host}${path}`).finally(close)), host };
}

export const examineServer = (start: Start, call: Call = {}) =>
  useServer(start, call, async (url) => {
    const examination = examinationAt(url);
    const { findings, untried } = await examine({
      ...examination,
      other: call.other,
      startTill: (options) => {
        call.onSend?.();
        return examination.startTill(options);
      },
    });
    return { findings, untried, wrong: findings.filter(({ state }) => state === "wrong") };
  });
