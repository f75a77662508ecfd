import { describe, expect, it } from "vitest";
import { isForwardedPath } from "../../../generator/till/traffic/forwarded-path.js";
import { readCases } from "../../workbench/cases.js";

const { forwarded, refused } = readCases("forwarded-path.yaml", import.meta) as {
  readonly forwarded: readonly string[];
  readonly refused: readonly string[];
};

const toTarget = (line: string): string => line.replace(/^GET /, "");

describe("with the path /mplus", () => {
  it.each(forwarded)("%s is forwarded", (line) => {
    expect(isForwardedPath(toTarget(line), "/mplus")).toBe(true);
    expect(isForwardedPath(toTarget(line), "/mplus/")).toBe(true);
  });

  it.each(refused)("%s is refused", (line) => {
    expect(isForwardedPath(toTarget(line), "/mplus")).toBe(false);
  });

  it("each character that is no plain part of a name is refused, raw and encoded", () => {
    const codes = Array.from({ length: 256 }, (_, code) => code);
    const isRefused = (part: string) => !isForwardedPath(`/mplus/a${part}b`, "/mplus");
    const toEncoded = (code: number) => `%${code.toString(16).padStart(2, "0")}`;
    const plain = /[\w.~ !$&'()*+,=@-]/;
    const wanted = codes.filter((code) => !plain.test(String.fromCharCode(code)));
    expect(codes.filter((code) => isRefused(toEncoded(code)))).toEqual(wanted);
    // A raw `?` starts the query, and a raw slash the next segment.
    const raw = codes.filter((code) => isRefused(String.fromCharCode(code)));
    expect(raw).toEqual(wanted.filter((code) => !"/?".includes(String.fromCharCode(code))));
  });
});

it.each(["/", "//scanCode", "/scanCode", "/shop-12/scanCode"])("without a path, %s is forwarded", (path) => {
  expect(isForwardedPath(path, "/")).toBe(true);
});

it.each(["", "*", "/..", "//a/b", "/a/../b", "http://127.0.0.1/"])(
  "without a path, %j is refused",
  (path) => {
    expect(isForwardedPath(path, "/")).toBe(false);
  },
);

it("the path of --forward is compared as it is, and may have any characters", () => {
  expect(isForwardedPath("/caf%C3%A9;v=1/scanCode", "/caf%C3%A9;v=1")).toBe(true);
  expect(isForwardedPath("/caf%c3%a9;v=1/scanCode", "/caf%C3%A9;v=1")).toBe(false);
});
