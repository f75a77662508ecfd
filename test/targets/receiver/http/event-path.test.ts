import { describe, expect, it } from "vitest";
import { createEventNameReader } from "../../../../templates/receiver/http/event-path.js";

/** A target, a base, and the event that it names; undefined where it is not below the base. */
const cases: readonly (readonly [
  target: string | undefined,
  base: string | undefined,
  event: string | undefined,
])[] = [
  ["/scanCode", undefined, "scanCode"],
  ["/scanCode", "", "scanCode"],
  ["/scanCode", "/", "scanCode"],
  ["/mplus/scanCode", "/mplus", "scanCode"],
  ["/mplus/scanCode", "/mplus/", "scanCode"],
  ["/mplus/scanCode", "mplus", "scanCode"],
  ["/a/b/scanCode", "/a/b", "scanCode"],
  ["/mplus/scanCode?x=/y", "/mplus", "scanCode"],
  ["/mplus/scanCode#/y", "/mplus", "scanCode"],
  ["http://shop.example/mplus/scanCode", "/mplus", "scanCode"],
  ["HTTPS://shop.example:80/mplus/scanCode?x", "/mplus", "scanCode"],
  ["/shops/12/mplus/scanCode", "/shops/:shop/mplus", "scanCode"],
  ["/shops/12/mplus/scanCode", "/shops/*/mplus", "scanCode"],
  ["/12", "/:shop/:till", undefined],
  ["//12/scanCode", "/:shop", "scanCode"],
  ["/12//scanCode", "/:shop", "scanCode"],
  ["/mplus/x/scanCode?y", "/mplus", "x/scanCode"],
  ["/mplus/scanCode/", "/mplus", "scanCode"],
  ["/mplus/scanCode//?x", "/mplus", "scanCode"],
  ["/mplus//scanCode", "/mplus", "scanCode"],
  ["/mplus///scanCode", "/mplus/", "scanCode"],
  ["//scanCode", undefined, "scanCode"],
  ["/mplus/x//scanCode", "/mplus", "x/scanCode"],
  ["http://shop.example//mplus//scanCode", "/mplus", "scanCode"],
  ["/mplus/x/scanCode", "/mplus", "x/scanCode"],
  ["/mplus/%73canCode", "/mplus", "%73canCode"],
  ["/mplus", "/mplus", ""],
  ["/mplus/", "/mplus", ""],
  ["/", undefined, ""],
  ["/mplusx/scanCode", "/mplus", undefined],
  ["/MPLUS/scanCode", "/mplus", undefined],
  ["//mplus/scanCode", "/mplus", "scanCode"],
  ["/a/mplus/scanCode", "/mplus", undefined],
  ["/a/mplus/", "/mplus", undefined],
  ["/a/x/scanCode", "/a/b", undefined],
  ["x/scanCode", undefined, undefined],
  ["ftp://shop.example/scanCode", undefined, undefined],
  ["/a?/mplus/scanCode", "/mplus", undefined],
  ["http://shop.example", "/mplus", undefined],
  ["*", undefined, undefined],
  ["", undefined, undefined],
  [undefined, undefined, undefined],
];

describe("the event in a path", () => {
  it.each(cases)("of %s below %s is %s", (target, base, event) => {
    expect(createEventNameReader(base)(target)).toBe(event);
  });

  it("has nothing before it without a base path", () => {
    expect(createEventNameReader()("/scanCode")).toBe("scanCode");
  });
});
