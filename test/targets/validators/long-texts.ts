// Checks formats on texts longer than a receiver accepts, and prints what each check said.
import { isDateTime, isUri, isUuid } from "../../../templates/copied/validators/formats.js";

/** Four times the largest body that a receiver reads by default. */
const length = 4_000_000;
const a = "a".repeat(length);
const ones = "1".repeat(length);

const cases: readonly (readonly [name: string, is: (text: string) => boolean, text: string])[] = [
  ["path with a space", isUri, `https://${a} `],
  ["scheme", isUri, a],
  ["moment", isDateTime, `2026-11-20T10:15:00.${ones}x`],
  ["uuid", isUuid, ones],
];

const say = (is: (text: string) => boolean, text: string): string => {
  try {
    return is(text) ? "accepted" : "refused";
  } catch (error) {
    return String(error);
  }
};

process.stdout.write(JSON.stringify(cases.map(([name, is, text]) => [name, say(is, text)])));
