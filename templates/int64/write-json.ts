/** Writes JSON, with every bigint as a number of all its digits. */
export function writeJson(value: unknown): string {
  let mark: string | undefined;
  const text = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, part: unknown) {
    // Where someone has given BigInt a toJSON, `part` is a string already.
    const integer = typeof part === "bigint" ? part : this[key];
    if (typeof integer !== "bigint") return part;
    const number = Number(integer);
    if (Number.isSafeInteger(number)) return number;
    mark ??= crypto.randomUUID();
    return mark + String(integer);
  });
  return mark === undefined ? text : text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
