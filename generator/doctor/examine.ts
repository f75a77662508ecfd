import { post } from "../till/wire/post.js";
import type { Bench, Finding, Observation, Probe } from "./probe.js";
import { addressProbes } from "./probes/address.js";
import { eventProbes } from "./probes/events.js";
import { intruderProbes } from "./probes/intruders.js";
import { lastProbes } from "./probes/rest.js";
import { sendEvent, type EventToSend } from "./send-event.js";

/** Every question, in the order of asking: from outside in. */
export const probes: readonly Probe[] = [...addressProbes, ...eventProbes, ...intruderProbes, ...lastProbes];

/** Whom to examine, and the event to do it with. */
export interface Patient extends Omit<EventToSend, "changes"> {
  /** How long to wait for an answer, in milliseconds. */
  readonly deadline: number;
  /** Hears each question before it is asked. */
  readonly tell?: (question: string) => void;
}

/** Asks every question that makes sense, one after another. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const bench = startBench(patient);
  const findings = new Map<string, Finding>();
  for (const probe of probes) {
    patient.tell?.(probe.question);
    const missing = probe.needs.find((id) => !isPassed(findings.get(id)));
    const finding =
      missing === undefined
        ? toFinding(probe, await probe.ask(bench, findings))
        : { probe, state: "skipped" as const, saw: `Not asked: it needs "${missing}".` };
    if (finding) findings.set(probe.id, finding);
  }
  return [...findings.values()];
}

const isPassed = (finding: Finding | undefined): boolean =>
  finding?.state === "well" || finding?.state === "advice";

function toFinding(probe: Probe, observation: Observation | undefined): Finding | undefined {
  if (!observation) return undefined;
  const { isWell, ...words } = observation;
  const state = isWell ? "well" : probe.basis === "documented" ? "wrong" : "advice";
  return { probe, state, ...words };
}

function startBench({ deadline, ...patient }: Patient): Bench {
  const { url, subscription, secret, signal } = patient.till;
  const durations: number[] = [];
  return {
    ...{ url, subscription, secret, deadline, durations },
    send: async (request, answer) => {
      const sent = await sendEvent({ ...patient, changes: { request, answer } });
      durations.push(sent.glimpse.result.duration);
      return sent;
    },
    post: (wire, method = "POST") =>
      post({ ...wire, body: method === "GET" ? undefined : wire.body, method, deadline, signal }),
  };
}
