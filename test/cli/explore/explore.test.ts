import { describe, expect, it } from "vitest";
import { otherSecret } from "../../conformance/signature.js";
import { secret, withShop, type Handlers } from "../../till/scenario/shop.js";
import { inProject, type Project } from "../project.js";

const round = "steps: [{ startSession: }, { startPayment: }, { completeSession: }]\n";
const well: Handlers = { completeSession: () => ({ receiptFooter: { textBefore: "Thank you" } }) };
/** Throws on an empty sale. */
const broken: Handlers = {
  ...well,
  startPayment: ({ request: { session } }) =>
    (session.lines ?? []).length > 0 ? {} : Promise.reject(new Error("no lines")),
};

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
      const { code, stdout } = await call(
        "explore",
        "round.yaml",
        "--url",
        url,
        "--for",
        "1s",
        "--seed",
        "7",
      );
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/^# Seed 7: \d+ walks.*^# No failures\.\n$/ms),
      ]);
    });
  });

  it("prints scenarios that simulate plays, and that fail as long as the fault is there", async () => {
    await inShop(broken, async ({ call, put }, url) => {
      const { code, stdout } = await call(
        "explore",
        "round.yaml",
        "--url",
        url,
        "--for",
        "1s",
        "--seed",
        "1",
      );
      expect([code, stdout]).toEqual([
        1,
        expect.stringContaining("\nname: startPayment fails with status 500"),
      ]);
      put("found.yaml", stdout);
      expect(stdout).toContain(`\n#   mplus-codegen simulate found.yaml --url '${url}'\n`);
      expect(await call("simulate", "found.yaml", "--url", url)).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^failed {6}startPayment fails with status 500/) as string,
      });
    });
  });

  it.each<readonly [string, readonly string[], Readonly<Record<string, string>>, string]>([
    ["nobody listens", ["--url", "http://127.0.0.1:4"], {}, "nothing listens there"],
    ["the secret is another", [], { MPLUS_SECRET: otherSecret }, "INVALID_SIGNATURE"],
    ["no event is known there", ["--url", "ORIGIN/other"], {}, "Is the URL right?"],
  ])("says at once that %s", async (_, options, environment, reason) => {
    const around = { MPLUS_SECRET: secret, ...environment };
    const use = async ({ call }: Project, url: string): Promise<void> => {
      const where =
        options.length > 0
          ? options.map((word) => word.replace("ORIGIN", new URL(url).origin))
          : ["--url", url];
      const { code, stdout } = await call("explore", "round.yaml", ...where, "--for", "20s");
      expect(code).toBe(1);
      expect(stdout.replaceAll("\n# ", " ")).toContain(reason);
      expect(stdout).toContain(
        "# Nothing was explored. To find out more, run:\n#   mplus-codegen doctor --url ",
      );
    };
    await inShop(well, use, around);
  });

  it("names all that is wrong with a call", async () => {
    await inShop(well, async ({ call }) => {
      const { code, stderr } = await call("explore", "round.yml", "--for", "a while", "--seed", "-1");
      expect(code).toBe(2);
      expect(stderr).toContain('--for "a while" is not a time from 1s to 24h, such as 90s, 5m or 1h.');
      expect(stderr).toContain("Enter the receiver's URL.");
      expect(stderr).toContain('There is no file or built-in scenario "round.yml"');
    });
  });
});
