import { expect, it } from "vitest";
import { createEventNameReader } from "../../../../templates/copied/receiver/http.js";

/** A base path, a target, and its event; undefined outside the base path. */
it.each<[base: string | undefined, target: string | undefined, event: string | undefined]>([
  [undefined, "/scanCode", "scanCode"],
  ["", "/scanCode", "scanCode"],
  ["mplus/", "/mplus///scanCode", "scanCode"],
  ["/mplus", "/mplus/scanCode?x=/y", "scanCode"],
  ["/mplus", "/mplus/scanCode#/y", "scanCode"],
  ["/mplus", "http://shop.example/mplus/scanCode", "scanCode"],
  ["/mplus", "HTTPS://shop.example:80/mplus/scanCode?x", "scanCode"],
  ["/mplus", "http://shop.example//mplus//scanCode", "scanCode"],
  ["/shops/:shop/mplus", "/shops/12/mplus/scanCode", "scanCode"],
  ["/shops/*/mplus", "/shops/12/mplus/scanCode", "scanCode"],
  ["/:shop", "//12/scanCode", "scanCode"],
  ["/:shop/:till", "/12", undefined],
  ["/mplus", "/mplus/scanCode/", "scanCode"],
  ["/mplus", "/mplus/scanCode//?x", "scanCode"],
  ["/mplus", "//mplus/scanCode", "scanCode"],
  ["/mplus", "/mplus/x//scanCode", "x/scanCode"],
  ["/mplus", "/mplus/x/scanCode?y", "x/scanCode"],
  ["/mplus", "/mplus/%73canCode", "%73canCode"],
  ["/mplus", "/mplus", ""],
  ["/mplus", "/mplus/", ""],
  [undefined, "/", ""],
  ["/mplus", "/mplusx/scanCode", undefined],
  ["/mplus", "/MPLUS/scanCode", undefined],
  ["/mplus", "/a/mplus/", undefined],
  ["/a/b", "/a/x/scanCode", undefined],
  [undefined, "x/scanCode", undefined],
  [undefined, "ftp://shop.example/scanCode", undefined],
  ["/mplus", "/a?/mplus/scanCode", undefined],
  ["/mplus", "http://shop.example", undefined],
  [undefined, undefined, undefined],
])("below %s, %s has the event %s", (base, target, event) => {
  expect(createEventNameReader(base)(target)).toBe(event);
});
