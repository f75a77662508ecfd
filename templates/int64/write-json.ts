/** Writes JSON, with every bigint as a number of all its digits. */
export function writeJson(value: unknown): string {
  let mark: string | undefined;
  const text = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, part: unknown) {
    // If some library has added a toJSON to BigInt, `part` is a string already.
    const integer = typeof part === "bigint" ? part : this[key];
    if (typeof integer !== "bigint") return part;
    const number = Number(integer);
    if (Number.isSafeInteger(number)) return number;
    mark ??= crypto.randomUUID();
    return mark + String(integer);
  });
  return mark === undefined ? text : text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
