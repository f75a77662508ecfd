import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, isDateTime, isUri, isUuid, lengthOf } from "../../../templates/copied/validators/checks.js";
import { scaleAmount } from "../../fuzz/amount.js";
import "../../workbench/seed.js";

const ajv = new Ajv();
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const asAjv = (format: string): ((text: string) => boolean) => {
  const validate = ajv.compile({ type: "string", format });
  return (text) => validate(text);
};

/** Ours differs only in the scheme, which the POS does not read. */
const isAjvUuid = asAjv("uuid");
const isBareUuid = (text: string): boolean => isAjvUuid(text) && !/^urn:/i.test(text);

/** Texts that barely match a format, or barely fail to match. */
const from = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(""));
const just = (text: string) => fc.constant(text);

const digits = fc.stringMatching(/^\d{2}$/);
const dates = fc.oneof(
  fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/),
  fc.stringMatching(/^(19|20)00-02-(28|29|30)$/),
  fc.stringMatching(/^\d{3,5}-\d{1,2}-\d{1,3}$/),
);
const clocks = fc.oneof(
  fc.stringMatching(/^[012]\d:[0-5]\d:[0-6]\d$/),
  just("23:59:60"),
  from(digits, just(":00:00")),
);
const offsets = fc.oneof(
  fc.constantFrom("Z", "z", "", "+", "+1", " Z", "UTC"),
  from(fc.constantFrom("+", "-"), digits, fc.constantFrom("", ":"), digits),
  from(just("+"), digits),
);
const times = from(clocks, fc.constantFrom("", ".5", ".123456789", ".", ",5"), offsets);
const moments = from(dates, fc.constantFrom("T", "t", " ", "\n", "\u00a0", "TT", ""), times);
/** Times around the last second of a day in UTC, in time zones before and after it. */
const leapSeconds = from(
  just("2016-12-31T"),
  fc.constantFrom("23", "00", "05", "17", "18"),
  fc.constantFrom(":59", ":29", ":44", ":30", ":14"),
  just(":60"),
  fc.constantFrom("Z", "+00:00", "+00:30", "-00:30", "+05:45", "-05:45", "+06:00", "-06:00", "-05:30"),
);
const uuids = fc.oneof(
  fc.uuid(),
  fc.uuid().map((text) => text.toUpperCase()),
  from(just("urn:uuid:"), fc.uuid()),
  fc.stringMatching(/^[0-9a-g]{7,9}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{3,4}-[0-9a-f]{12}$/),
);

const uuid = "057d75c5-a2d4-4295-9965-6b42767e5527";
const cases = [
  {
    format: "date",
    is: isDate,
    reference: asAjv("date"),
    texts: dates,
    good: ["2026-01-31", "2024-02-29", "2000-02-29", "0000-01-01"],
    bad: [
      "",
      "2026-02-29",
      "1900-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "26-01-01",
      "2026-01-01 ",
    ],
  },
  {
    format: "date-time",
    is: isDateTime,
    reference: asAjv("date-time"),
    texts: fc.oneof(moments, leapSeconds),
    good: [
      ...["2017-08-09T16:07:33.964+02:00", "2017-08-09t16:07:33z", "2017-08-09 16:07:33Z"],
      ...["2017-08-09T16:07:33+0200", "2017-08-09T16:07:33+02", "2016-12-31T15:59:60-08:00"],
      ...["2017-01-01T00:29:60+00:30"],
    ],
    bad: [
      ...["2017-08-09", "2017-08-09T16:07:33", "2017-08-09T24:00:00Z", "2017-08-09T16:60:00Z"],
      ...["2017-08-09T16:07Z", "2016-12-31T22:59:60Z", "2017-08-09T16:07:33+24:00", "2017-02-29T16:07:33Z"],
      "2017-08-09T16:07:33Z\n",
    ],
  },
  {
    format: "uuid",
    is: isUuid,
    reference: isBareUuid,
    texts: uuids,
    good: [uuid, uuid.toUpperCase(), "00000000-0000-0000-0000-000000000000"],
    bad: ["", uuid.replaceAll("-", ""), `{${uuid}}`, `urn:uuid:${uuid}`, uuid.replace(/7$/, "g")],
  },
];

describe.each(cases)("the format $format", ({ is, reference, texts, good, bad }) => {
  it("accepts and rejects what ajv does", () => {
    for (const check of [is, reference]) expect([...good, ...bad].filter(check)).toEqual(good);
  });

  it("agrees with ajv on any text", () => {
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(texts, texts, texts, fc.string({ unit: "binary" })), (text) => {
        outcomes.add(is(text));
        expect(is(text)).toBe(reference(text));
      }),
      { numRuns: scaleAmount({ suite: 2000, full: 200_000 }) },
    );
    expect(outcomes.size).toBe(2);
  });
});

describe("the length of a text", () => {
  it.each<[string, number]>([
    ["", 0],
    ["abc", 3],
    ["€", 1],
    ["\u{1f600}x", 2],
    ["\ud83d", 1],
  ])("of %j is %i", (text, length) => expect(lengthOf(text)).toBe(length));

  it("is that of ajv", () => {
    const limits = Array.from({ length: 12 }, (_, maxLength) => ajv.compile({ type: "string", maxLength }));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 8 }), (text) => {
        expect(limits.findIndex((fits) => fits(text))).toBe(lengthOf(text));
      }),
    );
  });
});

it("accepts a URI with any scheme, and no other text", () => {
  const good = ["HTTP://user:pw@example.org:8080/a/b?c=d#e", "urn:isbn:1", "mailto:a@b.c", "http://[::1]/"];
  const bad = ["", "example.org", "/a", "//a", "http://exa mple.org", "http://é/", "1x://a", ":a", "x:\n"];
  expect([...good, ...bad].filter(isUri)).toEqual(good);
});
