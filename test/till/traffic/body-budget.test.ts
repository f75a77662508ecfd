import { expect, it } from "vitest";
import { createBodyBudget, type HeldBytes } from "../../../generator/till/traffic/body-budget.js";

const kilobyte = 1024;

/** Opens exchanges in a budget of 1024 kB. Each of them takes 16 kB at once. */
function openBudget() {
  const budget = createBodyBudget(1024 * kilobyte);
  const dropped: string[] = [];
  return {
    dropped,
    open: (name: string, kilobytes: number, isKnown = false): HeldBytes => {
      const held = budget.open(isKnown, () => dropped.push(name));
      held.add((kilobytes - 16) * kilobyte);
      return held;
    },
  };
}

it("nothing is dropped up to the limit", () => {
  const { open, dropped } = openBudget();
  open("one", 512);
  open("other", 512);
  expect(dropped).toEqual([]);
});

it("the largest exchange is dropped, also for a smaller one that came later", () => {
  const { open, dropped } = openBudget();
  open("small", 100);
  open("large", 800);
  open("middle", 124);
  open("last", 16);
  expect(dropped).toEqual(["large"]);
});

it("of two equal exchanges, the older is dropped", () => {
  const { open, dropped } = openBudget();
  for (const name of ["first", "second", "third"]) open(name, 400);
  expect(dropped).toEqual(["first"]);
});

it("an exchange that is too large for what is left drops itself, and takes nothing from then on", () => {
  const { open, dropped } = openBudget();
  open("small", 300);
  const large = open("large", 800);
  large.add(2000 * kilobyte);
  open("next", 700);
  expect(dropped).toEqual(["large"]);
});

it("a known shop's exchange is dropped only if there is no other", () => {
  const { open, dropped } = openBudget();
  open("shop", 900, true);
  open("stranger", 200);
  open("other stranger", 100);
  open("other shop", 200, true);
  expect(dropped).toEqual(["stranger", "other stranger", "shop"]);
});

it("an exchange that has ended makes room, once", () => {
  const { open, dropped } = openBudget();
  const ended = open("ended", 1000);
  ended.release();
  ended.release();
  ended.add(1000 * kilobyte);
  open("one", 1024);
  expect(dropped).toEqual([]);
  open("other", 16);
  expect(dropped).toEqual(["one"]);
});

it("many exchanges without bodies fill the budget, too", () => {
  const { open, dropped } = openBudget();
  for (let count = 0; count < 65; count += 1) open(`${count}`, 16);
  expect(dropped).toEqual(["0"]);
});
