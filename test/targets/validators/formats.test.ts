import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, isDateTime, isUri, isUuid, lengthOf } from "../../../templates/copied/validators/formats.js";
import { scaleAmount } from "../../workbench/amount.js";
import "../../workbench/seed.js";

const ajv = new Ajv();
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const asAjv = (format: string): ((text: string) => boolean) => {
  const validate = ajv.compile({ type: "string", format });
  return (text) => validate(text);
};
const isAjvUuid = asAjv("uuid");

const uuid = "057d75c5-a2d4-4295-9965-6b42767e5527";

/** `near` are texts that barely match a format, or barely fail to match. */
const cases = [
  {
    format: "date",
    is: isDate,
    reference: asAjv("date"),
    near: [/^(\d{4}|1900|2000|2024)-(02|[01]\d|\d)-([0-3]\d|28|29|\d{1,3})$/],
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
    near: [
      /^\d{4}-[01]\d-[0-2]\d[Tt \n]([012]\d|00):[0-5]\d:[0-6]\d(|\.5|\.|,5)(Z|z|| Z|UTC|[+-]\d\d(:?\d\d|))$/,
      // Leap seconds around the end of a day in UTC.
      /^2016-12-31T(23|00|05|17|18):(59|29|44|30|14):60(Z|[+-](00|05|06):(00|30|45))$/,
    ],
    good: [
      ...["2017-08-09T16:07:33.964+02:00", "2017-08-09t16:07:33z", "2017-08-09 16:07:33Z"],
      ...["2017-08-09T16:07:33+0200", "2017-08-09T16:07:33+02", "2016-12-31T15:59:60-08:00"],
      "2017-01-01T00:29:60+00:30",
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
    // Ours rejects the scheme, which the POS does not read.
    reference: (text: string) => isAjvUuid(text) && !/^urn:/i.test(text),
    near: [/^(urn:uuid:|)[0-9a-f]{8}-[0-9A-F]{4}-[0-9a-f]{4}-[0-9a-g]{4}-[0-9a-f]{12}$/, /^[0-9a-f-]{36}$/],
    good: [uuid, uuid.toUpperCase(), "00000000-0000-0000-0000-000000000000"],
    bad: ["", uuid.replaceAll("-", ""), `{${uuid}}`, `urn:uuid:${uuid}`, uuid.replace(/7$/, "g")],
  },
];

describe.each(cases)("the format $format", ({ is, reference, near, good, bad }) => {
  it("accepts and rejects what ajv does", () => {
    for (const check of [is, reference]) expect([...good, ...bad].filter(check)).toEqual(good);
  });

  it("agrees with ajv on any text", () => {
    const texts = near.map((pattern) => fc.stringMatching(pattern));
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(...texts, ...texts, fc.string({ unit: "binary" })), (text) => {
        outcomes.add(is(text));
        expect(is(text)).toBe(reference(text));
      }),
      { numRuns: scaleAmount({ suite: 2000, full: 200_000 }) },
    );
    expect(outcomes.size).toBe(2);
  });
});

it("a text is as long as for ajv, also with characters of two units", () => {
  expect(["", "abc", "€", "\u{1f600}x", "\ud83d"].map(lengthOf)).toEqual([0, 3, 1, 2, 1]);
  const limits = Array.from({ length: 12 }, (_, maxLength) => ajv.compile({ type: "string", maxLength }));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 8 }), (text) => {
      expect(limits.findIndex((fits) => fits(text))).toBe(lengthOf(text));
    }),
  );
});

it("accepts a URI with any scheme, and no other text", () => {
  const good = ["HTTP://user:pw@example.org:8080/a/b?c=d#e", "urn:isbn:1", "mailto:a@b.c", "http://[::1]/"];
  const bad = ["", "example.org", "/a", "//a", "http://exa mple.org", "http://é/", "1x://a", ":a", "x:\n"];
  expect([...good, ...bad].filter(isUri)).toEqual(good);
});
