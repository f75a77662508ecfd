import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireAnswer } from "./wire-message.js";
import type { Case } from "./case.js";
import { cases } from "./cases/all.js";
import { concurrentCases } from "./cases/concurrent.js";
import { startUpCases } from "./cases/start-up.js";
import { createOptions } from "./setups.js";
import { createStage, type LogLine } from "./stage.js";
import type { Target } from "./targets/target.js";
import { neverLogged } from "./secrecy.js";
import type { Surrounded } from "./surroundings/surrounding.js";
import { openReceivers, type Receivers } from "./receivers.js";

const isFor =
  ({ like }: Pick<Surrounded, "like">) =>
  ({ not = {} }: Case) =>
    like.every((name) => not[name] === undefined);

/** In this order, because a receiver has a memory and some cases repeat an earlier request. */
export const describeTargets = (subject: string, all: readonly Surrounded[]) =>
  describe(subject, { shuffle: false }, () => {
    describe.each(all.map((target) => [target.name, target] as const))("%s", (name, target: Surrounded) => {
      const asked = (target.cases ?? cases).filter(isFor(target));
      let receivers: Receivers;

      beforeAll(async () => {
        receivers = await openReceivers(target);
      });
      afterAll(() => receivers.end());

      it.each(asked.map((each) => [each.name, each] as const))(`${name}: %s`, async (_name, each) => {
        expect(await receivers.send(each)).toEqual(withoutPlatformHeader(each.answer, target));
        if (each.notes !== undefined) expect(await receivers.readNotes(each)).toEqual(each.notes);
      });

      it(`${name}: answers concurrent requests, each with its own answer`, async () => {
        const answers = concurrentCases.map((each) => receivers.send(each));
        expect(await Promise.all(answers)).toEqual(concurrentCases.map(({ answer }) => answer));
      });

      it.each(startUpCases.map((each) => [each.name, each] as const))(`${name}: %s`, async (_name, each) => {
        const open = async () => target.open(createOptions(createStage(), each.options));
        const error: unknown = await open().catch((reason: unknown) => reason);
        expect(error).toMatchObject({ message: each.message });
        if (each.hidden !== undefined) expect(inspect(error)).not.toContain(each.hidden);
      });

      it(`${name}: no line of the log contains a secret, a signature or a part of a body`, () => {
        const lines = receivers.lines();
        const isAll = target.cases === undefined;
        expect(lines.length).toBeGreaterThan(isAll ? 100 : 10);
        expect(lines.filter(({ level }) => level === "error").length).toBeGreaterThan(isAll ? 10 : 0);
        expect(lines.map(format).filter((line) => neverLogged.some((part) => line.includes(part)))).toEqual(
          [],
        );
      });
    });
  });

function withoutPlatformHeader(
  answer: WireAnswer,
  { platformHeader }: Pick<Target, "platformHeader">,
): WireAnswer {
  const headers = Object.entries(answer.headers).filter(([name]) => name !== platformHeader);
  return { ...answer, headers: Object.fromEntries(headers) };
}

function format({ level, fields, message }: LogLine): string {
  return `${level} ${message} ${inspect(fields, { depth: 20 })}`;
}
