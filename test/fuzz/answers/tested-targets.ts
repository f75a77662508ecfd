import { inspect } from "node:util";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { validateResponse } from "../../../generated/validators/index.js";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { post, scan } from "../../conformance/requests.js";
import { createOptions } from "../../conformance/setups.js";
import { signatureOf } from "../../conformance/signature.js";
import { createStage, type Stage } from "../../conformance/stage.js";
import { targets } from "../../conformance/targets/all.js";
import type { Opened } from "../../conformance/targets/target.js";
import type { Examples } from "../examples.js";

/** A target whose handlers are odd, with or without `dedupe`. */
export interface TestedTarget {
  readonly name: string;
  readonly isDeduped: boolean;
  readonly stage: Stage;
  readonly opened: Opened;
}

/** Opens every target twice, without and with `dedupe`. */
export async function openTargets(
  makeOptions: (stage: Stage, isDeduped: boolean) => Partial<MplusOptions> = () => ({}),
): Promise<readonly TestedTarget[]> {
  const testedTargets: TestedTarget[] = [];
  for (const target of targets) {
    for (const isDeduped of [false, true]) {
      const stage = createStage();
      const options = createOptions(stage, {
        dedupe: isDeduped ? {} : undefined,
        nonBlocking: "wait",
        ...makeOptions(stage, isDeduped),
      });
      const name = `${target.name}${isDeduped ? " with dedupe" : ""}`;
      testedTargets.push({ name, isDeduped, stage, opened: await target.open(options) });
    }
  }
  return testedTargets;
}

/** The receiver in this process and one of the targets, each target in its turn; both without and with `dedupe`. */
export function chooseTargets(testedTargets: readonly TestedTarget[], turn: number): readonly TestedTarget[] {
  const inProcess = testedTargets.slice(0, 2);
  const others = testedTargets.slice(2);
  const first = (turn * 2) % others.length;
  return [...inProcess, ...others.slice(first, first + 2)];
}

/** What is wrong with an answer to an event; undefined where nothing is. */
export function findFault(
  event: Examples["event"],
  { status, headers, body }: WireAnswer,
): string | undefined {
  if (status === 0) return "no answer";
  if (headers["x-mplus-signature"] !== signatureOf(body)) return "not signed";
  if (status === 500) return body === failure ? undefined : "a failure in other words";
  const parsed: unknown = JSON.parse(body);
  const { ok } = validateResponse(event, parsed);
  if (!ok) return "sent though it is not valid";
  const isError = Object.hasOwn(parsed as object, "error");
  return status === (isError ? 400 : 200) ? undefined : "a status that does not go with it";
}

/** What is answered where something has gone wrong on our side. */
export const failure = JSON.stringify({
  error: { code: "INTERNAL_ERROR", message: "The receiver failed to handle this event." },
});

/** Whether the log says that something has gone wrong. */
export const hasErrorLine = ({ stage }: Pick<TestedTarget, "stage">): boolean =>
  stage.lines.some(({ level }) => level === "error");

/** Sends a request; what is not answered in time is an answer of status 0. */
export async function ask({ opened }: TestedTarget, request: WireRequest): Promise<WireAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<WireAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ status: 0, headers: {}, body: "" }), mostMilliseconds);
  });
  const broken = (fault: unknown): WireAnswer => ({ status: 0, headers: {}, body: inspect(fault) });
  const answer = await Promise.race([opened.send(request).catch(broken), late]);
  clearTimeout(timer);
  return answer;
}

/** No handler of these campaigns takes a thousandth of it. */
const mostMilliseconds = 120_000;

let latestNumber = 0;

/** The number of an event that has not been before. */
export const nextNumber = (): number => ++latestNumber;

/** Whether a good scan gets its answer after whatever has come before. */
export async function stillAnswers(tested: TestedTarget): Promise<boolean> {
  tested.stage.handler = undefined;
  const { status, body } = await ask(tested, post({ body: scan({}, { eventCounter: nextNumber() }) }));
  return status === 200 && body === '{"scanCode":{"recognized":true}}';
}

/** Keeps what would have ended the process. */
export function watchProcess(): { readonly faults: string[]; readonly stop: () => void } {
  const faults: string[] = [];
  const note = (fault: unknown): void => void faults.push(inspect(fault, { depth: 0 }).slice(0, 500));
  const kinds = ["unhandledRejection", "uncaughtException"] as const;
  for (const kind of kinds) process.on(kind, note);
  return { faults, stop: () => kinds.forEach((kind) => process.off(kind, note)) };
}
