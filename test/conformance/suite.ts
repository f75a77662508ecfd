import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MplusOptions } from "../../generated/receiver/index.js";
import type { Case } from "./case.js";
import { wireCases } from "./cases/all.js";
import { concurrentCases } from "./cases/concurrent.js";
import { openReceivers, type Receivers } from "./receivers.js";
import { canary } from "./requests.js";
import { createOptions } from "./setups.js";
import { otherSecret, secret } from "./signature.js";
import { createStage } from "./stage.js";
import type { Target, TargetName } from "./targets/target.js";

/** A target, or an adapter in the surroundings of a user's app. */
export interface Surrounded extends Omit<Target, "name"> {
  readonly name: string;
  /** Targets whose exclusions from cases (`not`) also apply. */
  readonly like: readonly TargetName[];
  /** Default: what every adapter must do. */
  readonly cases?: readonly Case[];
}

/** Options that prevent a receiver from starting, and the error's message. */
const startUpCases: readonly (readonly [name: string, options: Partial<MplusOptions>, message: string])[] = [
  [
    "an invalid secret, which it does not show",
    { subscriptions: { "shop-13": { secret: "bad-one!" } } },
    'Subscription "shop-13": the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end).',
  ],
  ["a limit of nothing", { bodyLimit: 0 }, "bodyLimit must be a whole number of 1 or more."],
];

/** In this order, because a receiver has a memory and some cases repeat an earlier request. */
export const describeTargets = (subject: string, targets: readonly Surrounded[]) =>
  describe(subject, { shuffle: false }, () => {
    describe.each(targets)("$name", ({ name, like, cases = wireCases, ...target }) => {
      const asked = cases.filter(({ not = {} }) => like.every((each) => not[each] === undefined));
      let receivers: Receivers;

      beforeAll(async () => {
        receivers = await openReceivers(target, asked);
      });
      afterAll(() => receivers.end());

      it.each(asked.map((each) => [each.name, each] as const))(`${name}: %s`, async (_name, each) => {
        const { headers, ...answer } = each.answer;
        const sent = Object.entries(headers).filter(([header]) => header !== target.platformHeader);
        expect(await receivers.send(each)).toEqual({ ...answer, headers: Object.fromEntries(sent) });
        if (each.notes !== undefined) expect(await receivers.readNotes(each)).toEqual(each.notes);
      });

      it(`${name}: answers concurrent requests, each with its own answer`, async () => {
        const answers = concurrentCases.map((each) => receivers.send(each));
        expect(await Promise.all(answers)).toEqual(concurrentCases.map(({ answer }) => answer));
      });

      it.each(startUpCases)(`${name}: does not start with %s`, async (_name, options, message) => {
        const open = async () => target.open(createOptions(createStage(), options));
        const error: unknown = await open().catch((reason: unknown) => reason);
        expect(error).toMatchObject({ message });
        expect(inspect(error)).not.toContain("bad-one");
      });

      it(`${name}: the log has the whole path of an unknown event`, () => {
        const messages = receivers.lines().map(({ message }) => message);
        // The receiver without an adapter gets only the event.
        const path = name === "receiver" ? "scancode" : "/mplus/scancode";
        expect(messages).toContain(`request rejected: unknown event; the path is "${path}"`);
      });

      it(`${name}: no line of the log contains a secret, a signature or a part of a body`, () => {
        const lines = receivers.lines();
        expect(lines.length).toBeGreaterThan(50);
        expect(lines.filter(({ level }) => level === "error").length).toBeGreaterThan(1);
        const secrets = listSecrets(asked);
        const texts = lines.map((line) => inspect(line, { depth: 20 }));
        expect(texts.filter((text) => secrets.some((part) => text.includes(part)))).toEqual([]);
      });
    });
  });

function listSecrets(cases: readonly Case[]): readonly string[] {
  const signatures = cases.flatMap(({ request, answer }) => [
    ...request.headers.filter(([name]) => /signature/i.test(name)).map(([, value]) => value.trim()),
    answer.headers["x-mplus-signature"] ?? "",
  ]);
  const keys = [secret, otherSecret].flatMap((key) => [key, Buffer.from(key, "base64").toString("hex")]);
  return [...new Set([...keys, ...signatures, canary])].filter(({ length }) => length >= 16);
}
