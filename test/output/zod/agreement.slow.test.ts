import { afterAll, describe, expect, it } from "vitest";
import { realSpec, type Range } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { fleets, listCases, type Case } from "../agreement/cases.js";
import { exampleBodies } from "../validators/bodies.js";
import { agree, differences, type Verdicts } from "./differences.js";
import { loadZodOutput, type ZodOutput } from "./zod-output.js";

/** The schemas of zod accept what the validators accept, and read the same of it. */
const mutations = 200;
const folder = makeRunFolder();
afterAll(() => removeFolder(folder));

const spec = realSpec();
const examples = exampleBodies(loadRealModel());
const met = new Set<string>();
const seen = { documents: 0, accepted: 0, explained: 0 };

describe.each(fleets)("a fleet of %s", (range: Range) => {
  it(`is read alike, each example and ${mutations} changes of it`, async () => {
    const output = await loadZodOutput(spec, range, folder);
    const events = new Set(output.view.events.map(({ name }) => name));
    const known = examples.filter(({ event }) => events.has(event));
    expect(known.length).toBeGreaterThan(30);
    const unexplained: string[] = [];
    for (const about of listCases(known, mutations)) {
      const why = judge(about, output);
      if (why !== undefined) unexplained.push(why);
    }
    expect(unexplained.slice(0, 10)).toEqual([]);
  });
});

it("the differences that are listed are met, and there were documents of both kinds", () => {
  console.log(seen, [...met]);
  expect([...met].sort()).toEqual(differences.map(({ name }) => name).sort());
  expect(seen.accepted).toBeGreaterThan(seen.documents / 10);
  expect(seen.accepted).toBeLessThan(seen.documents * 0.9);
});

/** A difference in words, unless it is one that is known. */
function judge(about: Case, output: ZodOutput): string | undefined {
  const verdicts = compare(about, output);
  seen.documents += 1;
  if (verdicts.ours.ok && verdicts.zods.ok) seen.accepted += 1;
  if (agree(verdicts)) return undefined;
  const known = differences.find(({ explains }) => explains(verdicts, about));
  if (!known) return JSON.stringify({ ...verdicts, ...about });
  met.add(known.name);
  seen.explained += 1;
  return undefined;
}

function compare({ body, event, document }: Case, { validators, schema }: ZodOutput): Verdicts {
  const parsed = schema(body, event).safeParse(document);
  const result =
    body === "errorRequest"
      ? validators.validateErrorRequest(document)
      : body === "request"
        ? validators.validateRequest(event, document)
        : validators.validateResponse(event, document);
  return {
    ours: result.ok ? { ok: true, value: result.value } : { ok: false },
    zods: parsed.success ? { ok: true, value: parsed.data } : { ok: false },
  };
}
