/** What every object inherits by the language itself. */
const standardNames = new Set<string | symbol>([
  ...["constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "__proto__"],
  ...["toString", "toLocaleString", "valueOf"],
  ...["__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"],
]);

/**
 * Removes from `Object.prototype` what code that node preloaded (`NODE_OPTIONS=--import=...`) added to it. Every
 * object would inherit that: yargs and ajv fail at an inherited `type`, and each schema of the spec would have an
 * inherited `description`.
 */
export function restoreObjectPrototype(): void {
  for (const name of Reflect.ownKeys(Object.prototype))
    if (!standardNames.has(name)) Reflect.deleteProperty(Object.prototype, name);
}
