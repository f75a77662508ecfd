import { listPaths, update } from "../../../workbench/json-paths.js";
import { happens, oneOf, type Draw } from "../../../workbench/draw.js";
import type { Model } from "../../../../generator/contract/model/model.js";
import type { Exchange } from "../pair.js";
import { names as allNames, values } from "./bodies.js";

/** PHP cannot have names that begin with a null. */
const names = allNames.filter((name) => !name.startsWith("\\u0000"));

interface Example {
  readonly event: string;
  readonly request: unknown;
  readonly response: unknown;
}

const listExamples = ({ examples }: Pick<Model, "examples">): readonly Example[] =>
  examples.flatMap(({ event, request, response }) =>
    request === undefined ? [] : [{ event, request, response }],
  );

const hole = "HOLE-0f8fad5b";

/** Names that are nearly those of the contract. */
const misspelt = (draw: Draw, name: string): string =>
  oneOf(draw, [
    () => name.toUpperCase(),
    () => name.replace(/k/i, "\u212a"),
    () => name.replace(/i/i, "İ"),
    () => name.replace(/s/i, "ſ"),
    () => `${name}😀`,
    () => Array.from(name).slice(1).join(""),
    () => `${name}s`,
    () => Array.from(name).reverse().join(""),
    () => name.replace(/(.)(.)/, "$2$1"),
    () => `${name.slice(0, -1)}é`,
    () => name.replace(/[aeiou]/, "𝒶"),
    () => `${name}${"x".repeat(draw.below(400))}`,
    () => name.normalize("NFD") + "\u0301",
  ])();

const known = [
  ...[
    "scanCode",
    "message",
    "dialog",
    "form",
    "polling",
    "error",
    "lineChanges",
    "recognized",
    "relationNumber",
  ],
  ...[
    "externalPayment",
    "receiptFooter",
    "lockSession",
    "openUrl",
    "version",
    "event",
    "original",
    "session",
  ],
];

/** Changes one to three places of a document to anything: values, names, types. Returns JSON. */
export function drawChanged(draw: Draw, document: unknown): string {
  let text = JSON.stringify(document);
  for (let left = 1 + draw.below(3); left > 0; left--) text = changeOnce(draw, JSON.parse(text) as unknown);
  return text;
}

function changeOnce(draw: Draw, document: unknown): string {
  const paths = listPaths(document);
  const path = oneOf(draw, paths);
  const value = oneOf(draw, Object.values(values));
  if (happens(draw, 50)) return fill(JSON.stringify(update(document, path, () => hole)), value);
  const isEmpty = happens(draw, 20);
  const name = happens(draw, 50) ? oneOf(draw, names) : oneOf(draw, known);
  const added = happens(draw, 30) ? JSON.stringify(misspelt(draw, name)).slice(1, -1) : name;
  const changed = update(document, path, (part) => {
    if (Array.isArray(part)) return isEmpty ? {} : [...(part as unknown[]), hole];
    if (typeof part !== "object" || part === null) return { [hole]: part };
    return isEmpty ? [] : { ...part, [hole]: hole };
  });
  return fill(
    JSON.stringify(changed).replaceAll(`"${hole}":`, () => `"${added}":`),
    value,
  );
}

const fill = (json: string, value: string): string => json.replaceAll(`"${hole}"`, () => value);

/** Requests of the examples, with changes. */
export function drawRequests(draw: Draw, model: Model, amount: number): readonly Exchange[] {
  const examples = listExamples(model);
  return Array.from({ length: amount }, (_, index) => {
    const { event, request } = oneOf(draw, examples);
    return { name: `request ${index} of ${event}`, event, body: drawChanged(draw, request) };
  });
}

/** Answers of the examples, with changes, sometimes to another event's request. */
export function drawAnswers(draw: Draw, model: Model, amount: number): readonly Exchange[] {
  const examples = listExamples(model);
  const answered = examples.filter(({ response }) => response !== undefined);
  return Array.from({ length: amount }, (_, index) => {
    const { event, request, response } = oneOf(draw, answered);
    const other = happens(draw, 10) ? oneOf(draw, examples).response : response;
    const drawn = happens(draw, 10) ? JSON.stringify(other ?? {}) : drawChanged(draw, other ?? {});
    // In PHP, an empty array is an empty object.
    const json = drawn === "[]" ? "{}" : drawn;
    const body = happens(draw, 10) ? drawChanged(draw, request) : JSON.stringify(withPolling(draw, request));
    return { name: `answer ${index} to ${event}: ${json.slice(0, 200)}`, event, body, answer: { json } };
  });
}

function withPolling(draw: Draw, request: unknown): unknown {
  const { event, ...others } = request as { event?: object };
  if (event === undefined || happens(draw, 50)) return request;
  return {
    event: { ...event, eventPolling: happens(draw, 50), eventBlocking: happens(draw, 50) },
    ...others,
  };
}
