import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadContract, withPlainProblems, type Contract } from "../../emitted/validators/contract.js";
import { realSpec } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { requests, responses } from "./problem-cases.js";

const sides = [
  { side: "request", cases: requests },
  { side: "response", cases: responses },
] as const;

const folder = makeRunFolder();
let contract: Contract;

beforeAll(async () => {
  contract = await loadContract(realSpec(), "48..", folder);
});
afterAll(() => removeFolder(folder));

describe.each(sides)("the emitted validators of a $side", ({ side, cases }) => {
  it.each(cases.map((each) => [each.name, each] as const))(
    "%s",
    (_name, { event: name = "scanCode", body, want }) => {
      const given = freeze(body);
      const result = contract.check(side, name, given);
      expect(withPlainProblems(result)).toEqual(
        want === undefined ? { ok: true, value: body } : { ok: false, problems: want },
      );
      if (result.ok) expect(result.value).toBe(given);
    },
  );

  it.each(["scancode", "", "constructor", "__proto__"])("says that there is no event %j", (unknown) => {
    const message = `There is no event ${JSON.stringify(unknown)}.`;
    const problems = [{ path: "", code: "unknown-event", message }];
    expect(withPlainProblems(contract.check(side, unknown, {}))).toEqual({ ok: false, problems });
  });

  it("says in JSON what is wrong, also of a value that was changed meanwhile", () => {
    const body = { nonsense: 1, version: 1 };
    const result = contract.check(side, "scanCode", body);
    const before = withPlainProblems(result);
    body.version = 2;
    Reflect.deleteProperty(body, "nonsense");
    expect(JSON.parse(JSON.stringify(result))).toEqual(before);
    expect(before).toHaveProperty("problems.0.message", expect.stringMatching(/\.$/));
  });

  it("reports no more than a hundred problems, where more are than a call takes arguments", () => {
    const dialog = { dialogOptions: Array<object>(300_000).fill({ optionId: 1 }) };
    const result = contract.check("response", "scanCode", { message: [{ message: 1 }], dialog });
    expect(result.ok ? [] : result.problems).toHaveLength(100);
  });
});

describe("a request full of wrong items", () => {
  const [{ body: sound } = { body: {} }] = requests;

  it("is looked at until its first fault", () => {
    let read = 0;
    const lines = Array.from({ length: 1000 }, () => ({
      get lineId() {
        read += 1;
        return 1;
      },
      text: "x",
    }));
    const session = { sessionId: "1", lines };
    const result = contract.check("request", "scanCode", { ...(sound as object), session });
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(["/session/lines/0/lineId"]);
    expect(read).toBeLessThan(5);
  });
});

describe("the emitted Standard Schemas", () => {
  it("say what the validators say", () => {
    const body = { lineChanges: [{ lineId: 1 }] };
    const { requestSchemas, responseSchemas } = contract.validators;
    const result = contract.check("response", "scanCode", body);
    const path = ["lineChanges", 0, "lineId"];
    expect(responseSchemas["scanCode"]?.["~standard"].validate(body)).toEqual({
      issues: (result.ok ? [] : result.problems).map(({ message }) => ({ message, path })),
    });
    const sound = { scanCode: { recognized: true } };
    expect(responseSchemas["scanCode"]?.["~standard"].validate(sound)).toEqual({ value: sound });
    const events = contract.view.events.map(({ name }) => name);
    expect([requestSchemas, responseSchemas].map(Object.keys)).toEqual([events, events]);
  });
});

/** A value that throws if anything tries to change it. */
function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
