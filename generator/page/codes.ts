import JsBarcode from "jsbarcode";
import { encode } from "uqr";

/** Draws a code for an SVG; undefined if its symbology cannot carry it, or no eye can see it. */
export function drawCode(code: string, type: string) {
  const [rows, high, name] =
    type === "qrcode"
      ? [listSquares(code), 1, "QR code"]
      : [type === "rfid" ? [] : listBars(code), 50, "Barcode"];
  const [first] = rows;
  return (
    first && {
      name,
      box: `0 0 ${first.length} ${rows.length * high}`,
      path: rows.map((row, y) => drawRow(row, y, high)).join(""),
    }
  );
}

/** The bars of Code 128, between the white that a scanner needs beside them. */
function listBars(code: string): readonly (readonly boolean[])[] {
  const drawn: { readonly encodings?: readonly { readonly data: string }[] } = {};
  // In longer codes a screen has no pixel for a bar.
  if (code.length <= 80) JsBarcode(drawn, code, { format: "CODE128", valid: () => undefined });
  return (drawn.encodings ?? []).map(({ data }) =>
    Array.from(`${quiet}${data}${quiet}`, (bar) => bar === "1"),
  );
}

const quiet = "0".repeat(10);

/** Whatever letters it has, so many fit. */
const listSquares = (code: string): readonly (readonly boolean[])[] =>
  code.length <= 700 ? encode(code, { ecc: "M", border: 4 }).data : [];

/** Each run of dark squares as one rectangle. */
const drawRow = (row: readonly boolean[], y: number, high: number): string =>
  [...row.map(Number).join("").matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v${high}h-${run.length}z`)
    .join("");
