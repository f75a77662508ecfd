import { describe, expect, it } from "vitest";
import { otherSecret } from "../conformance/signature.js";
import { failing, secret, withShop, type Handlers } from "../till/desk.js";
import { inProject, type Project } from "../workbench/project.js";

const round = "steps: [{ startSession: }, { startPayment: }, { completeSession: }]\n";
const well: Handlers = { completeSession: () => ({ receiptFooter: { textBefore: "Thank you" } }) };

const inShop = (
  handlers: Handlers,
  use: (project: Project, url: string) => Promise<void>,
  environment: Readonly<Record<string, string>> = { MPLUS_SECRET: secret },
): Promise<void> =>
  withShop(handlers, (url) =>
    inProject((project) => {
      project.put("round.yaml", round);
      return use(project, url);
    }, environment),
  );

describe("explore", () => {
  it("says what it did, where nothing fails", async () => {
    await inShop(well, async ({ call }, url) => {
      const { code, stdout } = await call(...`explore round.yaml --url ${url} --for 3s --seed 7`.split(" "));
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/^# Seed 7: \d+ walks.*^# No failures\.\n$/ms),
      ]);
    });
  });

  it("prints scenarios that simulate plays, and that fail as long as the fault is there", async () => {
    await inShop(failing, async ({ call, put }, url) => {
      const { code, stdout } = await call(...`explore round.yaml --url ${url} --for 10m --seed 1`.split(" "));
      const found = [...stdout.matchAll(/^name: (\w+) fails with status 500/gm)].map(([, event]) => event);
      expect([code, found.sort()]).toEqual([1, Object.keys(failing).sort()]);
      put("found.yaml", stdout);
      expect(stdout).toContain(`\n#   mplus-codegen simulate found.yaml --url '${url}'\n`);
      const played = await call("simulate", "found.yaml", "--url", url);
      expect(played.code).toBe(1);
      for (const event of found)
        expect(played.stdout).toMatch(new RegExp(`^failed {6}${event} fails with status 500`, "m"));
    });
  });

  it.each([
    ["nobody listens", "http://127.0.0.1:4", secret, "Nothing listens at"],
    ["the secret is another", "ORIGIN/mplus", otherSecret, "INVALID_SIGNATURE"],
    ["no event is known there", "ORIGIN/other", secret, "Is the URL right?"],
  ])("says at once that %s", async (_, where, key, reason) => {
    const use = async ({ call }: Project, shop: string): Promise<void> => {
      const url = where.replace("ORIGIN", new URL(shop).origin);
      const { code, stdout } = await call("explore", "round.yaml", "--url", url, "--for", "20s");
      expect(code).toBe(1);
      expect(stdout.replaceAll("\n# ", " ")).toContain(reason);
      expect(stdout).toContain(
        "# Nothing was explored. To find out more, run:\n#   mplus-codegen doctor --url ",
      );
    };
    await inShop(well, use, { MPLUS_SECRET: key });
  });
});
