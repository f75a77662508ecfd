/**
 * A value of an enum as JSON spells it: without the name of its type in front, which is there in kebab capitals, and without capitals
 * but those that join words. `SCAN-CODE-TYPE-BARCODE` of `ScanCodeType` is `barcode`. Undefined if it is written in another way.
 */
export function readEnumValue(value: string, typeName: string): string | undefined {
  const prefix = `${toKebabCapitals(typeName)}-`;
  const rest = value.startsWith(prefix) ? value.slice(prefix.length) : value;
  const words = rest.split("-");
  const isOther = rest === value && words.length > 1;
  if (isOther || !words.every((word) => /^[A-Z0-9]+$/.test(word))) return undefined;
  return words
    .map((word) => word.toLowerCase())
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}

const toKebabCapitals = (name: string): string => name.replace(/[a-z0-9](?=[A-Z])/g, "$&-").toUpperCase();
