import { describe, expect, it } from "vitest";
import { drawCode } from "../../../generator/till/page/till-state.js";

/** One character per square; `1` is dark. */
function readRows(code: string, type: string): readonly string[] {
  const { box = "", path = "" } = drawCode(code, type) ?? {};
  const [width = 0, height = 0] = box.split(" ").map(Number).slice(2);
  const rows = Array.from({ length: height }, () => Array<string>(width).fill("0"));
  for (const [, x, y, wide, high] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\3z/g))
    for (let row = Number(y); row < Number(y) + Number(high); row += 1)
      rows[row]?.fill("1", Number(x), Number(x) + Number(wide));
  return rows.map((row) => row.join(""));
}

/** Code 128 values by bars, from the standard. Only the digits of set B, and the start and stop patterns. */
const patterns: Readonly<Record<string, string>> = {
  "10011101100": "0",
  "10011100110": "1",
  "11001110010": "2",
  "11001011100": "3",
  "11001001110": "4",
  "11011100100": "5",
};

describe("a code", () => {
  it("of Code 128 has its bars, what checks them, and white at both ends", () => {
    const rows = readRows("1a2b3", "code128");
    expect(new Set(rows).size).toBe(1);
    const [, start = "", bars = ""] = /^0{10}(1{2}0[01]{8})([01]+)0{10}$/.exec(rows[0] ?? "") ?? [];
    expect(start).toBe("11010010000");
    // Five letters and a checksum with eleven modules each, and the stop pattern.
    expect(bars).toHaveLength(6 * 11 + 13);
    expect(bars.slice(-13)).toBe("1100011101011");
    const letters = [0, 2, 4].map((index) => patterns[bars.slice(index * 11, (index + 1) * 11)]);
    expect(letters).toEqual(["1", "2", "3"]);
  });

  it("of QR has its three corners, in white", () => {
    const rows = readRows("https://shop.example", "qrcode");
    const corner = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
    const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    const end = rows.length - 11;
    expect([at(4, 4), at(end, 4), at(4, end)]).toEqual([corner, corner, corner]);
    expect(rows.slice(0, 4).join("")).not.toContain("1");
  });

  it.each([
    ["that no eye can see", "1", "rfid"],
    ["of letters that its bars do not have", "Grüße €", "code128"],
    ["that is too long for bars", "1".repeat(200), "code128"],
    ["that is too long for squares", "€".repeat(800), "qrcode"],
  ])("%s is not drawn", (_, code, type) => {
    expect(drawCode(code, type)).toBeUndefined();
  });

  it("of many letters of any kind is drawn in squares", () => {
    expect(drawCode("€".repeat(700), "qrcode")).toBeDefined();
  });
});
