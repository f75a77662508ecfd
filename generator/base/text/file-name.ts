import { hasInvisible } from "./quote.js";

/**
 * Says why a path, with forward slashes, cannot be a file on every system: Windows, macOS, a terminal and git each
 * have their rules. Undefined if it can.
 */
export function findNameFault(path: string): string | undefined {
  if (path.length > maxLength) return `is longer than ${maxLength} characters`;
  const names = path.split("/");
  return rules.find(([breaks]) => names.some(breaks))?.[1];
}

const maxLength = 1000;

/** The words follow a path. */
const rules: readonly (readonly [breaks: (name: string) => boolean, words: string])[] = [
  [hasInvisible, "contains an invisible character, so a terminal cannot show it"],
  [(name) => /[<>:"|?*\\]/.test(name), 'contains one of < > : " | ? * \\, which Windows does not allow'],
  [(name) => /[. ]$/.test(name), "has a name that ends in a dot or a space, which Windows drops"],
  [(name) => devices.test(name), "has a name that Windows keeps for a device"],
  [(name) => /^(?:\.git|git~\d+)$/i.test(name), "is in a folder of git"],
  [(name) => Buffer.byteLength(name) > 255, "has a name longer than 255 bytes"],
];

/** With any extension. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;

/** The same text for paths that some file system considers equal: it ignores case, or how accents are encoded. */
export const foldPath = (path: string): string => path.normalize().toUpperCase().normalize();
