import { describe, expect, it } from "vitest";
import { createCafe, newestRelease, secret, withShop, type Handlers } from "../../till/desk.js";
import { inProject, type Project } from "../../workbench/project.js";
import type { Ended } from "../../workbench/run.js";

const round = `steps:
  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }
  - choose: Large
    expect: { session: { lines: [{ externalDiscount: { discountAmount: 0.5 } }] } }
  - completeSession:
`;

const inShop = (
  handlers: Handlers,
  use: (project: Project, simulate: (...args: readonly string[]) => Promise<Ended>) => Promise<void>,
): Promise<void> =>
  withShop(handlers, (url) =>
    inProject(
      async (project) => {
        project.put("round.yaml", round);
        await use(project, (...args) => project.call("simulate", ...args, "--url", url));
      },
      { MPLUS_SECRET: secret },
    ),
  );

describe("simulate", () => {
  it("plays a scenario at each release that is asked for", async () => {
    await inShop(createCafe(), async (_project, simulate) => {
      expect(await simulate("round.yaml", "--release", "48", "--release", "59")).toEqual({
        code: 0,
        stdout: "passed      round (v48), 3 steps\npassed      round (v59), 3 steps\n\n2 passed.\n",
        stderr: "",
      });
    });
  });

  it("exits 1 with expected and seen where something else comes, at its line", async () => {
    await inShop({ ...createCafe(), completeSession: () => ({}) }, async (project, simulate) => {
      project.put("round.yaml", `${round}    expect: { receiptFooter: { textBefore: Thank you } }\n`);
      const { code, stdout } = await simulate("round.yaml");
      expect(code).toBe(1);
      const place =
        "  round.yaml:5:5\n  5 | - completeSession:\n  completeSession: the answer is not what was";
      expect(stdout).toContain(`failed      round (v${newestRelease})\n${place} expected.\n`);
      expect(stdout).toContain('      expected  {"textBefore":"Thank you"}\n      seen      nothing\n');
    });
  });

  it("names the log as the place to look when the receiver fails", async () => {
    const scanCode = () => Promise.reject(new Error("no database"));
    await inShop({ ...createCafe(), scanCode }, async (project, simulate) => {
      project.put("card.yaml", `${round}  - scan: "1"\n  - cancelSession:\n`);
      const { code, stdout } = await simulate("card.yaml", "--release", "48");
      expect(code).toBe(1);
      expect(stdout).toContain(" Look for the reason in the receiver's log.\n");
    });
  });

  it("ends a scenario when its time is over, and says what it waited for", async () => {
    const never = () => new Promise<never>(() => undefined);
    await inShop({ scanCode: never }, async (project, simulate) => {
      project.put("card.yaml", "steps: [{ scan: x }]");
      const { code, stdout } = await simulate("card.yaml", "--timeout", "0.5");
      expect(code).toBe(1);
      expect(stdout).toContain(
        "  The scenario was stopped after 0.5 s of real time (`--timeout`): the till was waiting for the answer to scanCode.\n",
      );
    });
    const asked = { polling: { finished: false } };
    const polled = "events: { startPayment: { blocking: true, polling: true } }";
    await inShop({ startPayment: () => asked }, async (project, simulate) => {
      project.put("pay.yaml", `${polled}\nsteps: [{ startPayment: }, { wait: 1000h }]`);
      const { code, stdout } = await simulate("pay.yaml", "--timeout", "1");
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /real time \(`--timeout`\): the till was waiting for startPayment to end after sending it \d+ times\.\n/,
      );
    });
  });

  it("prints the result as JSON, without secret or signature", async () => {
    await inShop(createCafe(), async (_project, simulate) => {
      const { code, stdout } = await simulate("round.yaml", "--json");
      expect(code).toBe(0);
      const exchanges = [{ event: "addSessionLine", status: 200, verdict: "taken" }];
      const steps = [
        {},
        { title: "choose Large", line: 3, outcome: "passed", exchanges },
        { exchanges: [{ answer: { receiptFooter: { textBefore: "Thank you" } } }] },
      ];
      expect(JSON.parse(stdout)).toMatchObject({
        scenarios: [{ name: "round", file: "round.yaml", release: newestRelease, outcome: "passed", steps }],
      });
      expect(stdout).not.toContain(secret);
      expect(stdout.toLowerCase()).not.toContain("signature");
    });
  });

  it("replaces values of a scenario", async () => {
    await inShop(createCafe(), async (project, simulate) => {
      const text = 'steps: [{ scan: "${card}", expect: { scanCode: { recognized: true } } }]';
      project.put("card.yaml", `values: { card: "1" }\n${text}`);
      expect((await simulate("card.yaml")).code).toBe(1);
      expect((await simulate("card.yaml", "--set", "card=2900004815168")).code).toBe(0);
    });
  });

  it("lists the built-in scenarios if the call names neither a scenario nor a receiver", async () => {
    await inProject(async ({ call }) => {
      const [text, json] = [await call("simulate"), await call("simulate", "--json")];
      const { scenarios } = JSON.parse(json.stdout) as { scenarios: { id: string; name: string }[] };
      expect(scenarios.length).toBeGreaterThan(0);
      for (const { id, name } of scenarios) expect(text.stdout).toContain(`${id}: ${name}\n`);
    });
  });
});
