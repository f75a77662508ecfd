/** Other spellings of a valid signature. Most base64 decoders accept more than half of them for the same bytes. */
export function listSpellings(good: string): readonly string[] {
  const cut = good.slice(0, 9);
  const rest = good.slice(9);
  const bytes = Buffer.from(good, "base64");
  return [
    keyedWithText,
    ...[good.slice(0, -1), `${good}=`, `${good}==`, `${good}!`, `${good}AAAA`, `${good}; DROP`, `${good}é`],
    ...[`${good} `, ` ${good}`, `${good}\n`, `${good}\r\n`, `\t${good}`, `${good}\0`, `\ufeff${good}`],
    ...[`${cut} ${rest}`, `${cut}\n${rest}`, `${cut}!!!${rest}`, `${cut}=${rest}`, `${cut}\u200b${rest}`],
    ...[1, 2, 3].map((bits) => withPadBits(good, bits)),
    ...[good.toUpperCase(), good.toLowerCase(), bytes.toString("hex"), bytes.toString("latin1")],
    ...[`sha256=${good}`, `v1,${good}`, `"${good}"`, `${good}, ${good}`, `${good},${good}`],
    ...[good.replaceAll("+", "-").replaceAll("/", "_"), encodeURIComponent(good)],
    ...[0x100, 0x200, 0xfee0].map((distance) => toLookAlike(good, distance)),
  ].filter((spelling) => spelling !== good);
}

/** The vendor's example, keyed with the text of the secret instead of its bytes. */
const keyedWithText = "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=";

/** Sets the two unused bits of the last character before the padding. */
function withPadBits(good: string, bits: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return `${good.slice(0, 42)}${alphabet.charAt(alphabet.indexOf(good.charAt(42)) ^ bits)}=`;
}

/** Replaces the first character with one that looks alike or has the same low byte. */
const toLookAlike = (good: string, distance: number): string =>
  String.fromCharCode(good.charCodeAt(0) + distance) + good.slice(1);
