import { describe, expect, it } from "vitest";
import { createCafe, secret, withShop, type Handlers } from "../../scenario/shop.js";
import { newestRelease } from "../../till/newest-release.js";
import { inProject, type Project } from "../project.js";
import type { Ended } from "../running.js";

const round = `steps:
  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }
  - choose: Large
    expect: { session: { lines: [{ externalDiscount: { discountAmount: 0.5 } }] } }
  - completeSession:
`;

/** A user who has a scenario, a secret and a receiver that runs. */
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

  it("names the call that looks closer where no answer is usable", async () => {
    const scanCode = () => Promise.reject(new Error("no database"));
    await inShop({ scanCode }, async (project, simulate) => {
      project.put("card.yaml", "steps: [{ scan: x }]");
      const { code, stdout } = await simulate("card.yaml", "--release", "48", "--subscription", "shop-12");
      expect(code).toBe(1);
      const [, call = ""] = /\nTo look closer: mplus-codegen (.*)\n$/.exec(stdout) ?? [];
      expect(call).toMatch(/^send scanCode --url 'http:.*' --release 48$/);
      const closer = await project.call(...call.replaceAll('"', "").split(" "));
      expect([closer.code, closer.stderr]).toEqual([1, ""]);
      expect(closer.stdout).toContain("What to change: ");
    });
  });

  it("prints a program what came of it, and neither secret nor signature", async () => {
    await inShop(createCafe(), async (_project, simulate) => {
      const { code, stdout } = await simulate("round.yaml", "--json");
      expect(code).toBe(0);
      const exchanges = [{ event: "addSessionLine", status: 200, verdict: "taken" }];
      const steps = [{}, { title: "choose Large", line: 3, outcome: "passed", exchanges }, {}];
      expect(JSON.parse(stdout)).toMatchObject({
        scenarios: [{ name: "round", file: "round.yaml", release: newestRelease, outcome: "passed", steps }],
      });
      expect(stdout).not.toContain(secret);
      expect(stdout.toLowerCase()).not.toContain("signature");
    });
  });

  it("writes a report for JUnit and a trace, of which it makes the scenario again", async () => {
    await inShop(createCafe(), async (project, simulate) => {
      expect((await simulate("round.yaml", "--junit", "r.xml", "--trace", "t.ndjson")).code).toBe(0);
      expect(Object.keys(project.tree()).sort()).toEqual(["r.xml", "round.yaml", "t.ndjson"]);
      expect(project.read("r.xml")).toMatch(
        /^<\?xml .*<testsuites name="mplus-codegen simulate" tests="3" failures="0"/s,
      );
      expect(project.read("t.ndjson")).not.toContain(secret);
      const { code, stdout } = await project.call("simulate", "--from-trace", "t.ndjson");
      expect(code).toBe(0);
      project.put("again.yaml", stdout);
      expect((await simulate("again.yaml")).stdout).toBe(`passed      round (v${newestRelease}), 3 steps\n`);
    });
  });

  it("gives values of the scenario others", async () => {
    await inShop(createCafe(), async (project, simulate) => {
      const text = 'steps: [{ scan: "${card}", expect: { scanCode: { recognized: true } } }]';
      project.put("card.yaml", `values: { card: "1" }\n${text}`);
      expect((await simulate("card.yaml")).code).toBe(1);
      expect((await simulate("card.yaml", "--set", "card=2900004815168")).code).toBe(0);
    });
  });

  it("prints the schema of scenarios, and lists those that are built in", async () => {
    await inProject(async ({ call }) => {
      const [schema, text, json] = ["--schema", "--list", "--list --json"].map((line) =>
        call("simulate", ...line.split(" ")),
      );
      const draft = "http://json-schema.org/draft-07/schema#";
      expect(JSON.parse((await schema)?.stdout ?? "")).toMatchObject({ $schema: draft });
      const { scenarios } = JSON.parse((await json)?.stdout ?? "") as {
        scenarios: { id: string; name: string }[];
      };
      for (const { id, name } of scenarios) expect((await text)?.stdout).toContain(`${id}: ${name}\n`);
    });
  });
});
