/**
 * Whether a body contains a part: every property of the part, with the same value. `{}` stands for anything that is
 * there, and a list for one in which each of these items is found.
 */
export function contains(body: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(body) && part.every((item) => body.some((each) => contains(each, item)));
  if (!isRecord(part)) return body === part;
  const wanted = Object.entries(part);
  if (wanted.length === 0) return body !== undefined && body !== null;
  return (
    isRecord(body) && wanted.every(([key, value]) => Object.hasOwn(body, key) && contains(body[key], value))
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
