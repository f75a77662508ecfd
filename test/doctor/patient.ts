import type { Patient } from "../../generator/doctor/examine.js";
import { readTillContract } from "../../generator/till/running/contract.js";
import { startTill } from "../../generator/till/running/start.js";
import { secret, subscription } from "./servers/receiver.js";

const contract = readTillContract();

/** A receiver to send an event to, or to examine. The deadline, in milliseconds, is not met by accident. */
export const patientAt = (url: string, deadline = 60_000): Patient => ({
  startTill: (options) => startTill(contract, options),
  till: {
    ...{ url, subscription, secret },
    settings: { answerDeadline: deadline },
    events: { scanCode: { blocking: true } },
  },
  event: "scanCode",
  parts: { scannedCode: "LOYAL-42" },
  deadline,
});
