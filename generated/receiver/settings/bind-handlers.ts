// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/**
 * Collects the handlers of the events from an object or a class instance, without what every object inherits.
 * @throws Error that names a handler without an event, or one that is not a function.
 */
export function bindHandlers<F>(
  option: string,
  handlers: object,
  events: ReadonlySet<string>,
): ReadonlyMap<string, F> {
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler === "function" && !events.has(name)) {
      const names = [...events].join(", ");
      throw new Error(`${option}.${name}: there is no such event; there are ${names}.`);
    }
  }
  const bound = new Map<string, F>();
  for (const name of events) {
    if (name in Object.prototype && !Object.hasOwn(handlers, name)) continue;
    const handler = (handlers as Readonly<Record<string, unknown>>)[name];
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new Error(`${option}.${name} must be a function.`);
    bound.set(name, handler.bind(handlers) as F);
  }
  return bound;
}
