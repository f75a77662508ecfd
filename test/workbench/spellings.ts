import { createHmac } from "node:crypto";

/**
 * Other texts than the valid signature of a body, all of which must be refused. Most base64 decoders accept more than
 * half of them for the same bytes.
 */
export function listSpellings(good: string): readonly string[] {
  const cut = good.slice(0, 9);
  const rest = good.slice(9);
  const bytes = Buffer.from(good, "base64");
  return [
    ...[good.slice(0, -1), `${good}=`, `${good}==`, `${good}!`, `${good}AAAA`, `${good}; DROP`, `${good}é`],
    ...[`${good} `, ` ${good}`, `${good}\n`, `${good}\r\n`, `\t${good}`, `${good}\0`, `\ufeff${good}`],
    ...[`${cut} ${rest}`, `${cut}\n${rest}`, `${cut}!!!${rest}`, `${cut}=${rest}`, `${cut}\u200b${rest}`],
    ...[1, 2, 3].map((bits) => withPadBits(good, bits)),
    ...[good.toUpperCase(), good.toLowerCase(), bytes.toString("hex"), bytes.toString("latin1")],
    ...[`sha256=${good}`, `v1,${good}`, `"${good}"`, `${good}, ${good}`, `${good},${good}`],
    ...[good.replaceAll("+", "-").replaceAll("/", "_"), encodeURIComponent(good)],
    ...[0x100, 0x200, 0xfee0].map((distance) => toLookAlikes(good, distance)),
  ].filter((spelling) => spelling !== good);
}

/** A signature keyed with the text of the secret instead of its bytes. */
export const signWithText = (body: string, secret: string): string =>
  createHmac("sha256", secret).update(body).digest("base64");

/** Sets the two unused bits of the last character before the padding. */
function withPadBits(good: string, bits: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return `${good.slice(0, 42)}${alphabet.charAt(alphabet.indexOf(good.charAt(42)) ^ bits)}=`;
}

/** Replaces characters with ones that look alike or have the same low byte. */
const toLookAlikes = (good: string, distance: number): string =>
  String.fromCharCode(good.charCodeAt(0) + distance) + good.slice(1);
