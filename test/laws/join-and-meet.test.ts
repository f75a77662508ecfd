import { describe } from "vitest";
import { canonical } from "./judges/canonical.js";
import {
  listEventSides,
  fold,
  join,
  meet,
  type Bound,
  type Combine,
  type EventSide,
} from "./judges/lattice.js";
import { fail } from "./run.js";
import { type Scenario, itHolds } from "./fleets/scenarios.js";

/**
 * Law: join and meet are commutative, associative, idempotent and absorptive. The order of releases therefore
 * never matters.
 */
describe("join and meet are those of a lattice; ranges that touch combine", () => {
  itHolds({ law: "join and meet", runs: 400, check: isLattice });
});

const operations = { join, meet };

function isLattice({ model, fleet, draw }: Scenario): void {
  for (const side of listEventSides(model, fleet.releases)) {
    const { trees } = side;
    const at = () => trees[draw.below(trees.length)];
    // Use combinations as well, because the laws must also hold higher and lower in the lattice.
    const operands = [at(), at(), at(), join(at(), at()), meet(at(), at()), meet(join(at(), at()), at())];
    for (let i = 0; i < 8; i++) {
      const [a, b, c] = [0, 1, 2].map(() => operands[draw.below(operands.length)]) as [Bound, Bound, Bound];
      for (const law of lawsOf(a, b, c)) same(law, side);
    }
    for (const law of rangesOf(side, draw.below(trees.length), draw.below(trees.length))) same(law, side);
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

/** The range a..b combined with b..c is a..c. */
function rangesOf({ trees }: EventSide, first: number, second: number): Equation[] {
  const [middle, last] = [Math.min(first, second), Math.max(first, second)];
  const over = (from: number, to: number, combine: Combine) => fold(trees.slice(from, to + 1), combine);
  return Object.entries(operations).map(([name, combine]) => ({
    law: `${name} of ranges that touch`,
    sides: [combine(over(0, middle, combine), over(middle, last, combine)), over(0, last, combine)],
  }));
}

function same({ law, sides }: Equation, { name }: EventSide): void {
  const [left, right] = sides.map(canonical);
  if (left !== right) fail(law, { name, left: brief(left), right: brief(right) });
}

const brief = (text: string | undefined): unknown => JSON.parse(text ?? "null");
