import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../case.js";
import { openReceivers, type Receivers } from "../receivers.js";
import { describeTargets } from "../suite.js";
import { createStage, type LogLine } from "../stage.js";
import { createOptions, setups } from "../setups.js";
import { node } from "../targets/node.js";
import { listCases, listLogCases, listStrayNames } from "./exceptions.js";
import { endServers, phpServers } from "./servers.js";

const started = phpServers.filter(({ missing }) => missing === undefined);

afterAll(endServers);

it("every exception names a case or a set-up", () => {
  expect(listStrayNames()).toEqual([]);
});

const skipped = phpServers.filter(({ missing }) => missing !== undefined);

it.skip.each(skipped.map(({ name, missing = "" }) => [name, missing]))("%s: conforms (%s)", () => undefined);

describeTargets(
  "the receiver in PHP",
  started.map((server) => ({ ...server, like: [], cases: listCases(server.name).applied })),
);

describe.each(started)("the log of $name", (server) => {
  const cases = listLogCases(server.name);
  let receivers: Receivers;

  beforeAll(async () => {
    receivers = await openReceivers(server, cases);
  });
  afterAll(() => receivers.end());

  it.each(cases.map((each) => [each.name, each] as const))(
    `${server.name}: has the lines of the TypeScript receiver: %s`,
    async (_name, each) => {
      await receivers.send(each);
      expect(receivers.takeLines(each).map(toComparable)).toEqual((await listLines(each)).map(toComparable));
    },
  );
});

/** Of a new receiver, because some lines are written once a day, and each case in PHP begins with an empty memory. */
async function listLines(each: Case): Promise<readonly LogLine[]> {
  const stage = createStage();
  stage.handler = each.handler;
  const options = createOptions(stage, { ...setups[each.setup ?? "standard"](stage), nonBlocking: "wait" });
  const { send, end } = await node.open(options);
  await send(each.request);
  await end();
  return stage.lines;
}

/** Without what was thrown, which each language shows in its own way. */
function toComparable({ level, message, fields }: LogLine) {
  const text = JSON.stringify({ ...(fields as object), err: undefined, exception: undefined });
  return { level, message, fields: JSON.parse(text) as unknown };
}
