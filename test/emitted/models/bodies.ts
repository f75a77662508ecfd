import { loadRealModel, loadRealView } from "../../workbench/real-spec.js";
import { exampleBodies } from "../validators/bodies.js";

export interface TypedBody {
  readonly type: string;
  readonly text: string;
}

/** 64-bit integers, some beyond the exact range of a JavaScript number. */
const integers = ["9223372036854775807", "-9223372036854775808", "9007199254740993"];

/** Every body of every example: unchanged, with 64-bit integers, and with empty values. */
export function listTypedBodies(): readonly TypedBody[] {
  const model = loadRealModel();
  const view = loadRealView({}, model);
  const examples = exampleBodies(model).map(({ event, body, document }): TypedBody => {
    const found = view.events.find(({ name }) => name === event);
    if (!found) throw new Error(`There is no event ${event}`);
    const { name } = body === "errorRequest" ? view.errorRequest : found[body];
    return { type: name, text: JSON.stringify(document) };
  });
  const large = examples.flatMap(({ type, text }, index) => {
    const integer = integers[index % integers.length] ?? "";
    const changed = text.replace(
      /"(eventCounter|relationNumber|articleNumber)":\d+/g,
      (_, name: string) => `"${name}":${integer}`,
    );
    return changed === text ? [] : [{ type, text: changed }];
  });
  const empty = view.events.flatMap(({ response: { name: type } }) =>
    ["{}", '{"message":[],"lineChanges":[]}'].map((text) => ({ type, text })),
  );
  const original = [
    { type: view.errorRequest.name, text: '{"error":{"code":"A","message":"B"},"original":{}}' },
  ];
  return [...examples, ...large, ...empty, ...original];
}

/** The first example of a type, with another value at a path, or with none. `raw 1e400` is that exact number. */
export function withWrong(type: string, path: string, value: unknown): TypedBody {
  const text = listTypedBodies().find((body) => body.type === type)?.text ?? "";
  const body = JSON.parse(text) as Record<string, unknown>;
  const names = path.split(".");
  const holder = names.slice(0, -1).reduce((part, name) => part[name] as Record<string, unknown>, body);
  holder[names.at(-1) ?? ""] = value;
  return { type, text: JSON.stringify(body).replace(/"raw ([^"]+)"/, "$1") };
}

/** Parses JSON, with large integers as strings. `1.0` is 1: JSON has one kind of number. */
export const parseExactly = (text: string): unknown =>
  JSON.parse(text.replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,\]}])/g, '"$&"'));
