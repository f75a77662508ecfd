/** What every object has by the language itself. */
const inherited = new Set<string | symbol>([
  ...["constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "__proto__"],
  ...["toString", "toLocaleString", "valueOf"],
  ...["__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"],
]);

/**
 * Takes from `Object.prototype` what a preload has put there: else a `description` that every object inherits would
 * be one that every shape of the spec has.
 */
export function keepObjectsPlain(): void {
  for (const name of Reflect.ownKeys(Object.prototype))
    if (!inherited.has(name)) Reflect.deleteProperty(Object.prototype, name);
}
