import { toPropertyKey } from "../../base/text/code.js";
import { toPhpText, toPythonText, toStringLiteral } from "../../base/text/escape.js";
import { toVisibleJson } from "../../base/text/quote.js";
import { capitalize } from "../../base/text/words.js";
import { isObject, type JsonObject } from "../../base/json.js";
import { codeBlock } from "../blocks/builders.js";
import type { CodeBlock } from "../blocks/block.js";

export type PrintSample = (event: string, body: JsonObject) => CodeBlock;

/**
 * Prints a handler for the router that the program generates. It always returns this answer.
 * @param fleetOptions The options that name the fleet.
 */
export const createTypescriptSample =
  (fleetOptions: readonly string[]): PrintSample =>
  (event, answer) =>
    codeBlock(
      "ts",
      `// ${["npx mplus-codegen --target express --out mplus", ...fleetOptions].join(" ")}
import { createMplusRouter } from "./mplus/express/index.js";

export const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    ${toPropertyKey(event).text}: () => (${printValue(answer, typescript, 4)}),
  },
});`,
      `${event} in TypeScript`,
    );

/** Prints a receiver that the program generates. It always gives this answer to the event. */
export const createPhpSample =
  (fleetOptions: readonly string[]): PrintSample =>
  (event, answer) =>
    codeBlock(
      "php",
      `// ${["npx mplus-codegen --target php --out mplus", ...fleetOptions].join(" ")}
require __DIR__ . '/../mplus/php/autoload.php';

$receiver = new Mplus\\Receiver(
    ['shop-12' => new Mplus\\Subscription(getenv('MPLUS_SECRET'))],
    new Mplus\\Handlers(
        ${event}: static fn (): array => ${toPhpArray(answer, 8)},
    ),
    new Mplus\\LockedFile(__DIR__ . '/../state/memory'),
);
(new Mplus\\Server($receiver))->serve();`,
      `${event} in PHP`,
    );

export const pythonSample: PrintSample = (event, answer) => {
  // The receiver has functions with the names of events.
  const name = `answer${capitalize(event)}`.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return codeBlock(
    "python",
    `# Add this function to receiver.py, and these lines at the top of handle():
#     if event == "${event}":
#         return ${name}(request)

def ${name}(request: dict) -> dict:
    return ${printValue(answer, python, 4)}`,
    `${event} in Python`,
  );
};

/** Sends the request to a receiver on this machine, signed as on the page on curl. */
export const curlSample: PrintSample = (event, request) =>
  codeBlock(
    "sh",
    `cat >${event}.json <<'JSON'
${toVisibleJson(request)}
JSON

key=$(printf %s "\${MPLUS_SECRET:?}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
signature=$(openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary <${event}.json | openssl base64 -A)

# The URL is your endpoint URL, a slash and the event's name.
curl --include "http://localhost:\${PORT:-3000}/${event}" \\
  --header 'Content-Type: application/json' \\
  --header 'X-Mplus-Subscription-Id: shop-12' \\
  --header "X-Mplus-Signature: $signature" \\
  --data-binary @${event}.json`,
    `${event} with curl`,
  );

interface Syntax {
  readonly brackets: readonly [open: string, close: string];
  readonly emptyObject: string;
  readonly indent: number;
  readonly toEntry: (key: string, value: string) => string;
  readonly toText: (text: string) => string;
  readonly toWord: (value: unknown) => string;
}

const typescript: Syntax = {
  brackets: ["{ ", " }"],
  emptyObject: "{}",
  indent: 2,
  toEntry: (key, value) => `${toPropertyKey(key).text}: ${value}`,
  toText: toStringLiteral,
  toWord: String,
};

const php: Syntax = {
  brackets: ["[", "]"],
  // An empty array would become [] in JSON.
  emptyObject: "new stdClass()",
  indent: 4,
  toEntry: (key, value) => `${php.toText(key)} => ${value}`,
  toText: toPhpText,
  toWord: String,
};

/** An answer as a handler in PHP returns it. */
export const toPhpArray = (answer: object, column: number): string =>
  Object.keys(answer).length === 0 ? "[]" : printValue(answer, php, column);

const python: Syntax = {
  brackets: ["{", "}"],
  emptyObject: "{}",
  indent: 4,
  toEntry: (key, value) => `${python.toText(key)}: ${value}`,
  toText: toPythonText,
  toWord: (value) => (value === null ? "None" : value ? "True" : "False"),
};

const maxColumns = 64;

/** On one line if it fits, otherwise one entry per line. */
function printValue(value: unknown, syntax: Syntax, column: number): string {
  const { brackets, emptyObject, indent, toEntry, toText, toWord } = syntax;
  if (typeof value === "string") return toText(value);
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value) && !isObject(value)) return toWord(value);
  const [open, close] = isObject(value) ? brackets : ["[", "]"];
  const print = (each: unknown): string => printValue(each, syntax, column + indent);
  const entries = isObject(value)
    ? Object.entries(value).map(([key, each]) => toEntry(key, print(each)))
    : value.map(print);
  if (entries.length === 0) return isObject(value) ? emptyObject : "[]";
  const line = `${open}${entries.join(", ")}${close}`;
  if (!line.includes("\n") && column + line.length <= maxColumns) return line;
  const margin = " ".repeat(column);
  const lines = entries.map((entry) => `${margin}${" ".repeat(indent)}${entry},\n`).join("");
  return `${open.trim()}\n${lines}${margin}${close.trim()}`;
}
