const digits = /^(?:0|-?[1-9]\d{0,18})$/;

/** Whether a value is a 64-bit integer in decimal digits: no plus, no leading zeros, no `-0`. */
export function isInt64Text(value: unknown): boolean {
  if (typeof value !== "string" || !digits.test(value)) return false;
  const integer = BigInt(value);
  return BigInt.asIntN(64, integer) === integer;
}
