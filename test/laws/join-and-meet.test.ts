import { describe, it } from "vitest";
import { canonical } from "./judges/canonical.js";
import { coursesOf, fold, join, meet, type Bound, type Combine, type Course } from "./judges/lattice.js";
import { fail, hold, holdEach } from "./run.js";
import { realWorlds, worlds, type World } from "./fleets/worlds.js";

describe("law 5: join and meet commute, associate, repeat and absorb; ranges that touch combine", () => {
  it("over generated specs", () => hold({ law: "law 5", values: worlds(), runs: 400, check: isLattice }));

  it("over the real spec", () => holdEach("law 5, real spec", realWorlds(0), isLattice));
});

const operations = { join, meet };

function isLattice({ model, fleet, draw }: World): void {
  for (const course of coursesOf(model, fleet.steps)) {
    const { trees } = course;
    const at = () => trees[draw.below(trees.length)];
    // Snapshots, and what is made of several: the laws have to hold higher and lower in the lattice too.
    const operands = [at(), at(), at(), join(at(), at()), meet(at(), at()), meet(join(at(), at()), at())];
    for (let i = 0; i < 8; i++) {
      const [a, b, c] = [0, 1, 2].map(() => operands[draw.below(operands.length)]) as [Bound, Bound, Bound];
      for (const law of lawsOf(a, b, c)) same(law, course);
    }
    for (const law of rangesOf(course, draw.below(trees.length), draw.below(trees.length))) same(law, course);
  }
}

interface Equation {
  readonly law: string;
  readonly sides: readonly [Bound, Bound];
}

const lawsOf = (a: Bound, b: Bound, c: Bound): Equation[] => [
  ...Object.entries(operations).flatMap(([name, combine]): Equation[] => [
    { law: `${name} commutes`, sides: [combine(a, b), combine(b, a)] },
    { law: `${name} associates`, sides: [combine(combine(a, b), c), combine(a, combine(b, c))] },
    { law: `${name} repeats`, sides: [combine(a, a && { ...a }), a] },
  ]),
  { law: "join absorbs meet", sides: [join(a, meet(a, b)), a] },
  { law: "meet absorbs join", sides: [meet(a, join(a, b)), a] },
];

/** The range a..b with the range b..c is the range a..c. */
function rangesOf({ trees }: Course, first: number, second: number): Equation[] {
  const [middle, last] = [Math.min(first, second), Math.max(first, second)];
  const over = (from: number, to: number, combine: Combine) => fold(trees.slice(from, to + 1), combine);
  return Object.entries(operations).map(([name, combine]) => ({
    law: `${name} of ranges that touch`,
    sides: [combine(over(0, middle, combine), over(middle, last, combine)), over(0, last, combine)],
  }));
}

function same({ law, sides }: Equation, { name }: Course): void {
  const [left, right] = sides.map(canonical);
  if (left !== right) fail(law, { name, left: brief(left), right: brief(right) });
}

const brief = (text: string | undefined): unknown => JSON.parse(text ?? "null");
