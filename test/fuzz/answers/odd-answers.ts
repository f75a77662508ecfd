import { runInNewContext } from "node:vm";
import { happens, oneOf, type Draw } from "../../workbench/draw.js";
import { listPaths, update } from "../../workbench/json-paths.js";
import type { Examples } from "../examples.js";
import { neverSent, sometimesSent, type Odd } from "./odd-values.js";

/** A handler's return value, and whether the receiver may answer without an error. */
export interface OddAnswer {
  readonly name: string;
  readonly make: Odd;
  readonly isNeverSent: boolean;
}

/** Draws a valid answer with an odd value in it, or in an odd form. */
export function drawOddAnswer(draw: Draw, { answers }: Examples): OddAnswer {
  const answer = answers.length === 0 ? { message: [] } : oneOf(draw, answers);
  const drawn = happens(draw, 30) ? disguise(draw, answer) : spoil(draw, answer);
  const [way, wrap] = oneOf(draw, ways);
  return { ...drawn, name: `${drawn.name}, ${way}`, make: () => wrap(drawn.make) };
}

function spoil(draw: Draw, answer: object): OddAnswer {
  const isNeverSent = happens(draw, 60);
  const [name, make] = oneOf(draw, Object.entries(isNeverSent ? neverSent : sometimesSent));
  const path = oneOf(draw, listPaths(answer));
  // The whole answer may be a promise or a thenable.
  const isAwaited = path.length === 0 && ["a promise", "a thenable"].includes(name);
  return {
    name: `${name} at /${path.join("/")}`,
    make: isAwaited ? () => answer : () => update(answer, path, make),
    isNeverSent: isNeverSent && !isAwaited,
  };
}

function disguise(draw: Draw, answer: object): OddAnswer {
  const [name, put] = oneOf(draw, Object.entries(disguises));
  return { name, make: () => put(answer), isNeverSent: false };
}

/** A class instance with an answer, as frameworks and libraries create. */
class Answer {
  constructor(answer: object) {
    Object.assign(this, answer);
  }

  describe(): string {
    return "an answer";
  }
}

/** Forms of a valid answer other than a plain object. */
const disguises: Readonly<Record<string, (answer: object) => unknown>> = {
  "an instance of a class": (answer) => new Answer(answer),
  "an answer of another realm": (answer) => runInNewContext(`(${JSON.stringify(answer)})`) as unknown,
  "an answer behind proxies throughout": shield,
  "an answer of getters": (answer) => withGetters(answer, (value) => value),
  "an answer of which a getter changes": (answer) =>
    withGetters(answer, (value, reads) => (reads === 0 ? value : Symbol("later"))),
  "an answer that is read twice": (answer) => {
    let reads = 0;
    return new Proxy(answer, {
      get: (target, name) => (reads++ > Object.keys(answer).length + 2 ? new Map() : read(target, name)),
    });
  },
  "an answer with what it inherits": (answer) => Object.create(answer) as unknown,
  "an answer that is a promise of another realm": (answer) =>
    runInNewContext(`Promise.resolve(${JSON.stringify(answer)})`) as unknown,
  "an answer with a request in it": (answer) => ({ ...answer, event: { eventCounter: 1 } }),
  "an answer with an original": (answer) => ({ ...answer, error: { code: "X", message: "x" }, original: {} }),
};

const read = (target: object, name: string | symbol): unknown => Reflect.get(target, name) as unknown;

function shield(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, { get: (target, name) => shield(read(target, name)) });
}

/** The same properties behind getters that count their reads. */
function withGetters(answer: object, get: (value: unknown, reads: number) => unknown): object {
  const getters = Object.entries(answer).map(([name, value]) => {
    let reads = 0;
    return [name, { get: () => get(value, reads++), enumerable: true }] as const;
  });
  return Object.defineProperties({}, Object.fromEntries(getters));
}

type Way = (make: Odd) => unknown;

const ways: readonly (readonly [name: string, wrap: Way])[] = [
  ["at once", (make) => make()],
  ["later", async (make) => Promise.resolve().then(make)],
  ["by a thenable", (make) => ({ then: (resolve: (value: unknown) => void) => resolve(make()) })],
  [
    "by a thenable that settles again and again",
    (make) => ({
      then(resolve: (value: unknown) => void, reject: (reason: unknown) => void) {
        resolve(make());
        reject(new Error("later"));
        throw new Error("later still");
      },
    }),
  ],
  [
    "by a promise of another realm",
    (make) => (runInNewContext("(make) => Promise.resolve().then(make)") as Way)(make),
  ],
];
