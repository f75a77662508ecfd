import type { Patient } from "../../generator/doctor/examine.js";
import { startTill } from "../../generator/till/running/start.js";
import { ownContract } from "../till/own-spec.js";
import { secret, subscription } from "./servers/receiver.js";

/** A receiver to send an event to, or to examine. The deadline, in milliseconds, is not met by accident. */
export const patientAt = (url: string, deadline = 60_000): Patient => ({
  startTill: (options) => startTill(ownContract(), options),
  till: {
    ...{ url, subscription, secret },
    settings: { answerDeadline: deadline },
    events: { scanCode: { blocking: true } },
  },
  event: "scanCode",
  parts: { scannedCode: "LOYAL-42" },
  deadline,
});
