// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/**
 * Whether JSON sees everything that an object holds, because it is all in properties of its own: an object that `{}` or
 * JSON made, in this realm or another (a test runner's), or an instance of a class that only adds methods.
 */
export function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === Object.prototype || prototype === null) return true;
  if (isObjectPrototype(prototype)) return true;
  // Built-in classes such as Map, Response, Promise and Date have tags of their own.
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  // An object with methods but no properties keeps its data in private fields.
  const hasData = Object.keys(value).length > 0 || Object.getOwnPropertyNames(prototype).length === 1;
  return hasData && addsOnlyMethods(prototype);
}

const isObjectPrototype = (prototype: object): boolean =>
  Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");

/** Getters and inherited values would be lost; an object with a toJSON or a then stands for something else. */
function addsOnlyMethods(prototype: object): boolean {
  if (isObjectPrototype(prototype)) return true;
  const parent = Object.getPrototypeOf(prototype) as object | null;
  return (
    parent !== null &&
    !("toJSON" in prototype || "then" in prototype) &&
    Object.values(Object.getOwnPropertyDescriptors(prototype)).every(
      ({ value }) => typeof value === "function",
    ) &&
    addsOnlyMethods(parent)
  );
}

/** Why an object is not plain, and what to answer instead. */
export function describeNotPlain(value: object): string {
  const { constructor } = value as { readonly constructor?: unknown };
  const name = typeof constructor === "function" ? constructor.name : "";
  const isNamed = /^[A-Za-z]\w{0,49}$/.test(name) && name !== "Object";
  const what = isNamed ? `an instance of ${name}` : "an object that inherits from another";
  return `${what} is not plain data: ${advice.get(name) ?? "answer an object with properties of its own"}`;
}

const advice: ReadonlyMap<string, string> = new Map([
  ["Date", "send its toISOString()"],
  ["Error", "answer { error: { code, message } }, or throw it"],
  ["Map", "send Object.fromEntries of it"],
  ["Promise", "await it"],
  ["Response", "answer what its body should hold"],
  ["Set", "send an array of it"],
]);
