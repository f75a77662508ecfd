import { inspect } from "node:util";
import { afterAll, beforeAll } from "vitest";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { validateResponse } from "../../../generated/validators/index.js";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { post, scan } from "../../conformance/requests.js";
import { createOptions } from "../../conformance/setups.js";
import { signatureOf } from "../../conformance/signature.js";
import { createStage, type Handler, type Stage } from "../../conformance/stage.js";
import { targets } from "../../conformance/targets/all.js";
import type { Opened } from "../../conformance/targets/target.js";
import { createTally } from "../amount.js";
import type { Examples } from "../examples.js";

export interface TestedTarget {
  readonly name: string;
  readonly isDeduped: boolean;
  readonly stage: Stage;
  readonly opened: Opened;
}

export interface Trial {
  readonly name: string;
  readonly event: Examples["event"];
  readonly request: () => WireRequest;
  readonly handler: Handler | undefined;
  readonly isUnsigned?: boolean;
  readonly judge: (tested: TestedTarget, answer: WireAnswer) => string | undefined;
  readonly isFor?: (tested: TestedTarget) => boolean;
}

/**
 * Opens every target for the tests of a file, with and without `dedupe`. Catches errors that would end the
 * process.
 */
export function useTargets(
  makeOptions: (stage: Stage, isDeduped: boolean) => Partial<MplusOptions> = () => ({}),
) {
  const opened: TestedTarget[] = [];
  const fatal: string[] = [];
  const note = (fault: unknown): void => void fatal.push(inspect(fault, { depth: 0 }).slice(0, 500));
  const kinds = ["unhandledRejection", "uncaughtException"] as const;
  beforeAll(async () => {
    for (const kind of kinds) process.on(kind, note);
    for (const target of targets) {
      for (const isDeduped of [false, true]) {
        const stage = createStage();
        const own = makeOptions(stage, isDeduped);
        const options = { dedupe: isDeduped ? {} : undefined, nonBlocking: "wait" as const, ...own };
        const name = `${target.name}${isDeduped ? " with dedupe" : ""}`;
        opened.push({ name, isDeduped, stage, opened: await target.open(createOptions(stage, options)) });
      }
    }
  });
  afterAll(async () => {
    for (const kind of kinds) process.off(kind, note);
    for (const each of opened) await each.opened.end();
  });

  async function tryAt(tested: TestedTarget, trial: Trial) {
    tested.stage.lines.length = 0;
    tested.stage.handler = trial.handler;
    const answer = await ask(tested, trial.request());
    const fault =
      (trial.isUnsigned ? findUnsigned(answer) : findFault(trial.event, answer)) ??
      trial.judge(tested, answer) ??
      ((await stillAnswers(tested)) ? fatal.splice(0)[0] : "the next one gets no answer");
    return { fault, answer };
  }

  return {
    fatal,
    first: () => opened.slice(0, 1),
    tryAt,
    /** Runs each trial in this process and on one other target in turn, with and without `dedupe`. */
    async tryAll(amount: number, draw: () => Trial) {
      const tally = createTally();
      for (let turn = 0; turn < amount && !tally.isFull(); turn++) {
        const trial = draw();
        const at = 2 + ((turn * 2) % (opened.length - 2));
        const chosen = [...opened.slice(0, 2), ...opened.slice(at, at + 2)];
        for (const tested of chosen.filter((each) => trial.isFor?.(each) ?? true)) {
          const { fault, answer } = await tryAt(tested, trial);
          tally.count(answer.status);
          if (fault !== undefined) tally.faults.push({ fault, at: tested.name, tried: trial.name, answer });
        }
      }
      return tally;
    },
  };
}

function findFault(event: Examples["event"], { status, headers, body }: WireAnswer): string | undefined {
  if (status === 0) return "no answer";
  if (headers["x-mplus-signature"] !== signatureOf(body)) return "not signed";
  if (status === 500) return body === failure ? undefined : "a failure in other words";
  const parsed: unknown = JSON.parse(body);
  const { ok } = validateResponse(event, parsed);
  if (!ok) return "sent though it is not valid";
  const isError = Object.hasOwn(parsed as object, "error");
  return status === (isError ? 400 : 200) ? undefined : "a status that does not go with it";
}

const findUnsigned = ({ headers, body }: WireAnswer): string | undefined =>
  headers["x-mplus-signature"] === undefined && body === failure ? undefined : "not what a stranger is told";

/** The answer after an error on our side. */
export const failure = JSON.stringify({
  error: { code: "INTERNAL_ERROR", message: "The receiver failed to handle this event." },
});

export const hasErrorLine = ({ stage }: TestedTarget): boolean =>
  stage.lines.some(({ level }) => level === "error");

/** Sends a request; a missing answer counts as status 0. */
async function ask({ opened }: TestedTarget, request: WireRequest): Promise<WireAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<WireAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ status: 0, headers: {}, body: "" }), maxMilliseconds);
  });
  const broken = (fault: unknown): WireAnswer => ({ status: 0, headers: {}, body: inspect(fault) });
  const answer = await Promise.race([opened.send(request).catch(broken), late]);
  clearTimeout(timer);
  return answer;
}

/** More than a thousand times as long as any handler here needs. */
const maxMilliseconds = 120_000;

let latestNumber = 0;

export const nextNumber = (): number => ++latestNumber;

async function stillAnswers(tested: TestedTarget): Promise<boolean> {
  tested.stage.handler = undefined;
  const { status, body } = await ask(tested, post({ body: scan({}, { eventCounter: nextNumber() }) }));
  return status === 200 && body === '{"scanCode":{"recognized":true}}';
}
