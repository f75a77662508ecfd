import type { View } from "../../../generator/contract/view/view.js";

type Part = Readonly<Record<string, unknown>>;

const strict = ["gate", "lenient", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

/** The view without the rules that TypeScript cannot express: bounds, formats, lengths and integers. */
export function loosen(view: View): View {
  const copies = new Map<unknown, unknown>();
  // A shared object stays one object.
  const copy = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (!copies.has(value))
      copies.set(value, Array.isArray(value) ? value.map(copy) : copyPart(value as Part));
    return copies.get(value);
  };
  const copyPart = (part: Part): Part => ({
    ...Object.fromEntries(
      Object.entries(part).flatMap(([key, value]) => (strict.includes(key) ? [] : [[key, copy(value)]])),
    ),
    ...(part["kind"] === "number" && { level: "number" }),
    ...(part["kind"] === "text" && { formats: [], hint: undefined }),
  });
  const loosenBody = (body: View["commonResponse"]) => copy(body) as View["commonResponse"];
  return {
    ...view,
    events: view.events.map((event) => ({ ...event, response: loosenBody(event.response) })),
    commonResponse: loosenBody(view.commonResponse),
  };
}
