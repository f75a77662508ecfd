import { beforeAll, describe, expect, it } from "vitest";
import { fromSeed } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { createTally, scaleAmount, report } from "../amount.js";
import { drawBursts } from "./bursts.js";
import { loadGated, type CreateReceiver } from "../load-receiver.js";
import { play, tenancies } from "./tenants.js";

const amount = Math.ceil(scaleAmount({ suite: 3000, full: 30_000 }) / Object.keys(tenancies).length);

/** Everything starts anew after this number of events. */
const perDay = 250;

let create: CreateReceiver;

beforeAll(async () => {
  create = await loadGated();
});

describe("what one shop gets", () => {
  it.each(Object.entries(tenancies))("is what it would get alone: %s", async (name, tenancy) => {
    const draw = fromSeed(seed);
    const tally = createTally();
    for (let sent = 0; sent < amount; sent += perDay) {
      const day = drawBursts(draw, tenancy, perDay);
      const together = await play(create, tenancy, day);
      for (const shop of tenancy.shops) {
        const alone = (await play(create, { ...tenancy, shops: [shop] }, day)).get(shop);
        const shared = together.get(shop);
        expect(shared?.answers).toEqual(alone?.answers);
        expect(shared?.unknown).toEqual(alone?.unknown);
        for (const answer of alone?.answers ?? []) tally.count(kindOf(answer));
      }
    }
    report(`tenants: ${name}`, { sent: amount, answers: tally });
    const all = ["200 dialog", "200 form", "200 message", "400 error", "429 error", "500 error"];
    expect(Object.keys(tally.kinds)).toEqual(expect.arrayContaining(all));
  });
});

const kindOf = (answer: string): string => {
  const [status, , body] = JSON.parse(answer) as [status: number, headers: object, body: string];
  return `${status} ${Object.keys(JSON.parse(body) as object)[0] ?? "nothing"}`;
};
