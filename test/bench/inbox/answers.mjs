// What storing adds to the time of an answer: the same receiver with an inbox and without.
import { join } from "node:path";
import { createEvent, toWire } from "../deliveries.mjs";
import { figure, ratios } from "../figures.mjs";
import { load } from "../load.mjs";
import { interleave } from "../rounds.mjs";
import { start } from "./cast.mjs";

const expected = {};

export async function measureAnswers({ home, database, quick }) {
  const [rounds, requests] = quick ? [1, 50] : [9, 2000];
  const receivers = {
    "without inbox": await start({ kind: "alone", home }),
    "inbox on PostgreSQL": await start({ kind: "receiver", home, database, schema: "answers" }),
    "inbox in a folder": await start({ kind: "receiver", home, database: join(home, "answers") }),
  };
  try {
    let counter = 0;
    const measure = async ({ told: port }) => {
      const wires = Array.from({ length: requests }, () => toWire(createEvent(counter % 200, ++counter)));
      const latencies = await load({ port, request: () => wires.pop(), expected, requests });
      latencies.sort((a, b) => a - b);
      const at = (part) => latencies[Math.ceil(part * latencies.length) - 1];
      return { p50: at(0.5), p99: at(0.99) };
    };
    return compare(await interleave(receivers, { rounds, warmups: quick ? 0 : 2 }, measure));
  } finally {
    for (const receiver of Object.values(receivers)) await receiver.stop();
  }
}

function compare(measured) {
  const [alone, ...others] = Object.keys(measured);
  return others.flatMap((contestant) =>
    ["p50", "p99"].flatMap((measure) => {
      const [ours, beside] = [contestant, alone].map((name) => measured[name].map((round) => round[measure]));
      const line = { contestant, beside: alone };
      const added = ours.map((value, round) => value - beside[round]);
      return [
        figure({ what: `inbox, answer, ${measure}`, ...line, values: ratios(ours, beside) }),
        figure({ what: `inbox, added to an answer, ${measure}`, ...line, values: added, unit: "ms" }),
      ];
    }),
  );
}
