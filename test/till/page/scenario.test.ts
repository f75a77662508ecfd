import { describe, expect, it } from "vitest";
import type { PageState } from "../../../generator/till/page/till-state.js";
import { createCafe, type Handlers } from "../desk.js";
import { withTill, type OpenTill } from "./open-till.js";

const text = `name: A large coffee
description: The café asks for the size.
release: "58.1"
steps:
  - addSessionLine: { line: { articleNumber: 12, text: Coffee, priceIncl: 2.5 } }
  - choose: Large
    expect: { session: { total: 2 } }
  - completeSession: {}
`;

const source = { file: "coffee.yaml", text };

const listOutcomes = ({ scenario }: PageState) => scenario?.steps.map(({ outcome }) => outcome);

describe("a scenario on the page", () => {
  it("is played step by step at a till of its own, while the page shows the sale", async () => {
    await withTill(createCafe(), async ({ post, see }) => {
      expect((await see()).scenarios).toContain("loyalty");
      expect(await post("scenario", source)).toBe("");
      expect(await see()).toMatchObject({
        release: "58.1",
        isPlaying: true,
        maySave: false,
        scenario: {
          name: "A large coffee",
          file: "coffee.yaml",
          about: "The café asks for the size.",
          outcome: "",
          steps: [{ title: "addSessionLine" }, { title: "choose Large" }, { title: "completeSession" }],
        },
      });
      await post("scenario", { next: true });
      const first = await see();
      expect(listOutcomes(first)).toEqual(["passed", "", ""]);
      expect(first).toMatchObject({ open: { dialog: { dialogTitle: "Which size?" } }, sale: { total: 2.5 } });
      // The scenario answers the dialog.
      expect(await post("step", { choose: "Small" })).toMatch(/^The till plays a scenario\./);
      await post("scenario", { all: true });
      const last = await see();
      expect(last).toMatchObject({ isPlaying: false, scenario: { outcome: "passed", says: [] } });
      expect(last).toMatchObject({ sale: { isPaid: true, total: 2 } });
      expect(await post("scenario", { next: true })).toBe("The scenario is over.");
      await post("scenario", { close: true });
      const { release, scenario, wire } = await see();
      expect([release, scenario, wire]).toEqual([last.releases[0], undefined, []]);
    });
  });

  it("shows why a step failed, does not play the others, and can be played again", async () => {
    const handlers = createCafe();
    await withTill(handlers, async ({ post, see }) => {
      await post("scenario", { ...source, text: text.replace("total: 2 ", "total: 3 ") });
      await post("scenario", { all: true });
      const failed = await see();
      expect(listOutcomes(failed)).toEqual(["passed", "failed", ""]);
      expect(failed.scenario).toMatchObject({
        outcome: "failed",
        steps: {
          1: {
            failures: [
              {
                message: "The sale at the till is not what was expected.",
                differences: [{ path: "session.total", expected: "3", seen: "2" }],
              },
            ],
          },
        },
      });
      await post("scenario", { at: 0 });
      expect(await see()).toMatchObject({ isPlaying: true, sale: { lines: [] } });
    });
  });

  it("says what is still open at its end", async () => {
    await withTill(createCafe(), async ({ post, see }) => {
      await post("scenario", { file: "short.yaml", text: text.split("  - choose")[0] ?? "" });
      await post("scenario", { all: true });
      expect((await see()).scenario).toMatchObject({
        outcome: "failed",
        says: ["A dialog is still open at the end: choose or cancel."],
      });
    });
  });

  it("is one of several in its file", async () => {
    await withTill(createCafe(), async ({ post, see }) => {
      await post("scenario", { ...source, text: `${text}---\nname: Another\nsteps: [{ scan: "1" }]\n` });
      expect((await see()).scenario).toMatchObject({ names: ["A large coffee", "Another"], at: 0 });
      await post("scenario", { at: 1 });
      await post("scenario", { all: true });
      expect((await see()).scenario).toMatchObject({ name: "Another", at: 1, outcome: "passed" });
    });
  });

  it("is reported with the line of each problem, and the till stays", async () => {
    await withTill({}, async ({ post, see }) => {
      await post("step", { scan: "1" });
      const says = await post("scenario", { file: "a.yaml", text: "steps:\n  - scn: 1\n  - wait: soon\n" });
      expect(says.split("\n")).toEqual([
        expect.stringMatching(/^a\.yaml:2:5: .*scn.*scan/),
        expect.stringMatching(/^a\.yaml:3:\d+: /),
      ]);
      expect(await post("scenario", { name: "no such" })).toBe('There is no scenario "no such".');
      expect(await post("scenario", { at: 3 })).toBe("Choose a scenario.");
      expect((await see()).wire).toHaveLength(1);
    });
  });

  it("that waits for an answer is closed at once", async () => {
    let asked: (() => void) | undefined;
    const asking = new Promise<void>((resolve) => (asked = resolve));
    const scanCode = () => {
      asked?.();
      return new Promise<never>(() => undefined);
    };
    await withTill({ scanCode }, async ({ post, see }) => {
      await post("scenario", { file: "a.yaml", text: 'steps: [{ scan: "1" }]' });
      const played = post("scenario", { all: true });
      await asking;
      await post("scenario", { close: true });
      await played;
      expect((await see()).scenario).toBeUndefined();
    });
  });
});

const paying: Handlers = {
  ...createCafe(),
  startExternalPayment: () => ({ externalPayment: { started: true } }),
  pollExternalPayment: () => ({ externalPayment: { confirmed: true } }),
};

const readSale = async ({ url }: OpenTill): Promise<string> => (await fetch(`${url}/sale.yaml`)).text();

describe("a sale saved as a scenario", () => {
  it("has the steps of this sale, and passes at once", async () => {
    await withTill({ ...paying, ...createCafe() }, async (till) => {
      const { post, see } = till;
      expect([await readSale(till), (await see()).maySave]).toEqual(["There is nothing to save yet.", false]);
      await post("step", { scan: "an earlier sale" });
      await post("step", { startSession: {} });
      await post("step", {
        addSessionLine: { line: { articleNumber: 12, text: "Coffee ${x}", priceIncl: 2.5 } },
      });
      await post("step", { choose: "Large" });
      await post("step", { startExternalPayment: {} });
      await see(({ wire }) => wire[0]?.event === "pollExternalPayment");
      await post("step", { completeSession: {} });
      const saved = await readSale(till);
      expect(saved).not.toContain("an earlier sale");
      expect([...saved.matchAll(/^ {2}- (?:\n {4})?(\w+)/gm)].map(([, action]) => action)).toEqual([
        ...["startSession", "addSessionLine", "choose", "startExternalPayment", "wait", "completeSession"],
      ]);
      expect(await post("scenario", { file: "sale.yaml", text: saved })).toBe("");
      await post("scenario", { all: true });
      const { scenario } = await see();
      expect(scenario).toMatchObject({ outcome: "passed" });
    });
  });
});
