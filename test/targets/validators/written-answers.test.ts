import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { quote, type CheckContext, type Fleet } from "../../../templates/copied/validators/checks.js";
import { toShop } from "../../../templates/copied/validators/results.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { exampleBodies } from "../../emitted/validators/bodies.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import "../../workbench/seed.js";

const load = once(() => emitInProcess(loadRange("48..", loadRealModel()), loadRealModel()));

const bodies = exampleBodies(loadRealModel()).filter(({ body }) => body === "response");
const settled: CheckContext = { any: true, settled: true };

/** Writes an answer to a shop of any release of the fleet. */
const write = ({ writeResponse, fleet }: Emitted, event: string, answer: unknown, version?: string) =>
  writeResponse(event, answer, toShop(version, fleet));

const discount = (discountAmount: number) => ({
  lineChanges: [{ lineId: "a", externalDiscount: { ...named, discountAmount } }],
});
const named = { discountId: "123e4567-e89b-12d3-a456-426614174000", discountDescription: "b" };

describe("a plain answer", () => {
  it("is written if the validator takes it, in the order of the contract and not of the answer", async () => {
    const emitted = await load();
    const valid = bodies.filter(({ event, document }) => emitted.validateResponse(event, document).ok);
    expect(valid.length).toBeGreaterThan(20);
    for (const { event, document } of valid) {
      const reversed = reverse(document);
      const text = emitted.writeResponse(event, reversed, settled);
      expect(JSON.parse(text ?? "null")).toEqual(document);
      expect(emitted.writeResponse(event, document, settled)).toBe(text);
      const hasError = Object.hasOwn(document as object, "error");
      expect(write(emitted, event, reversed)).toBe(hasError ? undefined : text);
    }
  });

  it.each([
    ["nothing", {}, "{}"],
    ["only what is undefined", { message: undefined, lockSession: undefined }, "{}"],
    ["what is undefined beside the rest", { dialog: undefined, lockSession: true }, '{"lockSession":true}'],
    ["a list of nothing", { lineChanges: [] }, '{"lineChanges":[]}'],
    ["a minus before zero", discount(-0), JSON.stringify(discount(0))],
  ])("with %s", async (_name, answer, want) => {
    expect(write(await load(), "scanCode", answer)).toBe(want);
  });
});

describe("an answer is not written in one pass", () => {
  const list = (length: number) => Array.from({ length }, () => ({ lineId: "a" }));
  const withToJson = Object.assign([{ lineId: "a" }], { toJSON: () => ["EVIL"] });
  it.each([
    ["an error, which goes out with another status", { error: { code: "X", message: "x" } }],
    ["what only requests have", { event: {}, lockSession: true }],
    ["what the validator refuses", { lockSession: 1 }],
    ["an unknown property that is undefined", { lokcSession: undefined }],
    ["a hole in a list", { lineDeletions: new Array(1) }],
    ["undefined in a list", { lineDeletions: [undefined] }],
    ["more than a thousand items", { lineDeletions: list(1001) }],
    ["a list with a toJSON", { lineDeletions: withToJson }],
    ["an object with a toJSON", { lockSession: true, toJSON: () => ({ lockSession: "EVIL" }) }],
    ["no number", discount(NaN)],
    ["no end", discount(-Infinity)],
    [
      "an instance of a class",
      new (class Answer {
        lockSession = true;
      })(),
    ],
    [
      "an instance within",
      {
        dialog: new (class Dialog {
          title = "x";
        })(),
      },
    ],
    ["no prototype", Object.assign(Object.create(null) as object, { lockSession: true })],
    ["what it inherits", Object.create({ lockSession: true })],
    ["a text object", { version: new String("x") }],
    ["a list for an object", [{ lockSession: true }]],
    ["null", null],
  ])("with %s", async (_name, answer) => {
    expect(write(await load(), "scanCode", answer)).toBeUndefined();
  });

  it("of a thousand items it is", async () => {
    expect(write(await load(), "scanCode", { lineDeletions: list(1000) })).toHaveLength(19 + 1000 * 15);
  });

  it("where a getter throws", async () => {
    const answer = {
      get lockSession(): boolean {
        throw new Error("not now");
      },
    };
    expect(write(await load(), "scanCode", answer)).toBeUndefined();
  });

  it.each([
    ["all objects have a property", Object.prototype, "lockSession", true],
    ["all objects have a toJSON", Object.prototype, "toJSON", () => "EVIL"],
    ["all lists have a toJSON", Array.prototype, "toJSON", () => "EVIL"],
  ])("where %s; one that is settled is", async (_name, prototype, name, value) => {
    const emitted = await load();
    const [answer, text] = [{ lineDeletions: [{ lineId: "a" }] }, '{"lineDeletions":[{"lineId":"a"}]}'];
    Object.defineProperty(prototype, name, { value, enumerable: true, configurable: true });
    const written = [write(emitted, "scanCode", answer), emitted.writeResponse("scanCode", answer, settled)];
    Reflect.deleteProperty(prototype, name);
    expect(written).toEqual([undefined, text]);
  });

  it("to an event that there is not, or that the shop does not have", async () => {
    const emitted = await emitInProcess(loadRange("..", loadRealModel()), loadRealModel());
    expect(write(emitted, "noEvent", {})).toBeUndefined();
    expect(write(emitted, "toString", {})).toBeUndefined();
    expect(write(emitted, "backgroundPoll", {}, "16.1")).toBeUndefined();
  });
});

describe("what is written was checked, whatever is read a second time", () => {
  /** Each gives the parts of an answer the first time, and then something else. */
  const fickle = {
    "a getter": (value: object) => {
      const copy = {};
      for (const [name, part] of Object.entries(value)) {
        let reads = 0;
        Object.defineProperty(copy, name, {
          enumerable: true,
          get: (): unknown => ((reads += 1), reads === 1 ? part : "EVIL"),
        });
      }
      return copy;
    },
    "a proxy": (value: object) => {
      const seen = new Set<string | symbol>();
      return new Proxy(value, {
        get: (target, name, receiver) => {
          const isFirst = !seen.has(name);
          seen.add(name);
          return isFirst || typeof name === "symbol"
            ? (Reflect.get(target, name, receiver) as unknown)
            : "EVIL";
        },
      });
    },
  };

  it.each(Object.entries(fickle))("%s", async (_name, disguise) => {
    const emitted = await load();
    let written = 0;
    for (const { event, document } of bodies) {
      const text = write(emitted, event, deeply(document, disguise));
      if (text === undefined) continue;
      written += 1;
      expect(JSON.parse(text)).toEqual(document);
    }
    expect(written).toBeGreaterThan(15);
  });

  it("a list that grows once its length was looked at, and its items", async () => {
    const reads: string[] = [];
    const lineDeletions = new Proxy(
      Array.from({ length: 2000 }, () => ({ lineId: "a" })),
      {
        get: (target, name) => {
          reads.push(String(name));
          return name === "length" && reads.length === 1 ? 2 : (Reflect.get(target, name) as unknown);
        },
      },
    );
    const text = '{"lineDeletions":[{"lineId":"a"},{"lineId":"a"}]}';
    expect(write(await load(), "scanCode", { lineDeletions })).toBe(text);
    expect(reads).toEqual(["length", "0", "1"]);
  });

  /** What is refused is put where it is read the second time only, or the first time only. */
  it("a part that is refused at first, or later", async () => {
    const emitted = await load();
    for (const [first, later] of [
      [undefined, "EVIL"],
      ["EVIL", true],
      [true, "EVIL"],
    ]) {
      let reads = 0;
      const answer = {
        get lockSession() {
          reads += 1;
          return reads === 1 ? first : later;
        },
      };
      expect(write(emitted, "scanCode", answer) ?? "").not.toContain("EVIL");
      expect(reads).toBe(1);
    }
    let reads = 0;
    const answer = {
      lockSession: true,
      get error() {
        reads += 1;
        return reads > 1 ? { code: "X", message: "x" } : undefined;
      },
    };
    expect(write(emitted, "scanCode", answer)).toBe('{"lockSession":true}');
  });
});

it("a text is quoted as JSON.stringify does it", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('"', "\\", "\ud800", "\udc00", "\u007f", "\u2028", "\n", "a"),
    ),
  });
  fc.assert(
    fc.property(text, (each) => {
      expect(quote(each)).toBe(JSON.stringify(each));
    }),
    { numRuns: 5000 },
  );
  for (let unit = 0; unit <= 0xffff; unit++) {
    const each = String.fromCharCode(unit);
    if (quote(each) !== JSON.stringify(each)) expect(quote(each)).toBe(JSON.stringify(each));
  }
});

describe("a shop", () => {
  const fleet: Fleet = { label: "48 to 59", spans: [[4800000000, 6000000000]] };

  it("is of one release, or of the whole fleet", () => {
    expect(toShop("v58.1", fleet)).toEqual({ version: 5800010000, release: "v58.1", fleet });
    expect(toShop(undefined, fleet)).toEqual({ fleet });
  });

  it.each(["47", "61", "abc"])("of %s is outside", (release) => {
    expect(() => toShop(release, fleet)).toThrow(RangeError);
  });
});

/** The same, with each object and list in its place, the innermost first. */
function deeply(value: unknown, disguise: (value: object) => object): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => deeply(item, disguise));
  return disguise(
    Object.fromEntries(Object.entries(value).map(([name, part]) => [name, deeply(part, disguise)])),
  );
}

const reverse = (document: unknown): unknown =>
  deeply(document, (value) => Object.fromEntries(Object.entries(value).reverse()));
