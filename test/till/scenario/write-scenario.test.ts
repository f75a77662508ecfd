import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/base/json.js";
import { formatYaml } from "../../../generator/base/text/yaml.js";
import type { EventSetUp, Exchange } from "../../../generator/till/engine/till-types.js";
import { formatScenario, type DoneStep } from "../../../generator/till/scenario/write-scenario.js";
import { signatureOf } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { play, readOne } from "../desk.js";
import { listFailures } from "../proof/built-in.js";
import { doScenario } from "./doing.js";
import { openQuickCafe, type OwnAnswers } from "./quick-cafe.js";

interface WriteCase {
  readonly name: string;
  readonly steps: readonly JsonObject[];
  readonly events?: Readonly<Record<string, EventSetUp>>;
  readonly own?: OwnAnswers;
  readonly joined?: true;
  readonly want: string;
}

const cases = readCases("write-scenario.yaml", import.meta) as readonly WriteCase[];

const save = async (given: WriteCase): Promise<string> => {
  const { name, steps, events, joined } = given;
  const scenario = readOne(formatYaml({ name, events, steps }));
  const { done } = await doScenario(scenario, { fetch: openQuickCafe(given.own) });
  return formatScenario({ name: "Saved", events }, joined ? joinWaits(done) : done);
};

/** On the page of the till, time passes by itself. */
const joinWaits = (done: readonly DoneStep[]): readonly DoneStep[] =>
  done.reduce<readonly DoneStep[]>((joined, next) => {
    const last = joined.at(-1);
    if (!last || next.step["wait"] === undefined) return [...joined, next];
    const exchanges: readonly Exchange[] = [...last.exchanges, ...next.exchanges];
    return [...joined.slice(0, -1), { ...next, step: last.step, exchanges }];
  }, []);

describe("a scenario of what was done", () => {
  it.each(cases)("$name", async (given) => {
    const text = await save(given);
    expect(text).toBe(given.want);
    const again = await play(text, { fetch: openQuickCafe(given.own) });
    expect(listFailures(again)).toEqual([]);
    expect(again.outcome).toBe("passed");
  });

  it("fails once the server gives half of the discount", async () => {
    const [given] = cases;
    const text = given ? await save(given) : "";
    const cafe = openQuickCafe();
    const halved: typeof fetch = async (input, init) => {
      const answer = await (await cafe(input, init)).text();
      const changed = answer.replace('"discountAmount":0.5', '"discountAmount":0.25');
      const headers = { "Content-Type": "application/json", "X-Mplus-Signature": signatureOf(changed) };
      return new Response(changed, { headers });
    };
    const again = await play(text, { fetch: halved });
    expect(again.outcome).toBe("failed");
    expect(listFailures(again).join("\n")).toContain('"expected":0.5,"seen":0.25');
  });
});
