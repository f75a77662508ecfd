/** Properties that a bug or an attack may add to all objects: name and value. */
export const pollutions: readonly (readonly [name: string, value: unknown])[] = [
  ["0", 1],
  ["event", {}],
  ["original", {}],
  ["message", "x"],
  ["polling", { finished: true }],
  ["scanCode", {}],
  ["version", "59"],
  ["status", 1],
  ["headers", { "X-Colour": "red" }],
  ["body", {}],
  ["text", '{"event":{}}'],
  ["error", 1],
  ["value", { status: 200, body: { event: {} } }],
  ["refusal", { status: 200, body: {} }],
  [
    "toJSON",
    function (this: unknown): unknown {
      return this;
    },
  ],
];

export function pollute(name: string, value: unknown): void {
  const property = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(Object.prototype, name, property);
}

export const restore = (name: string): boolean => Reflect.deleteProperty(Object.prototype, name);
