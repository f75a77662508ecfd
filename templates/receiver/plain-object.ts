/**
 * Whether all that an object holds stands in properties of its own, where JSON looks for it: one that `{}` or JSON made, of
 * this realm or another (a test runner's), or one of a class that adds methods and nothing else.
 */
export function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === Object.prototype || prototype === null) return true;
  if (isObjectPrototype(prototype)) return true;
  // What is built in tells its own tag, or has a tag of its own: an instance of Map, Response, Promise, Date.
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  // Whoever has methods and no property hides what it holds, in private fields.
  const holdsSomething = Object.keys(value).length > 0 || Object.getOwnPropertyNames(prototype).length === 1;
  return holdsSomething && addsOnlyMethods(prototype);
}

const isObjectPrototype = (prototype: object): boolean =>
  Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");

/** Getters and inherited values would be lost; with a toJSON or a then the object stands for something else. */
function addsOnlyMethods(prototype: object): boolean {
  if (isObjectPrototype(prototype)) return true;
  const above = Object.getPrototypeOf(prototype) as object | null;
  return (
    above !== null &&
    !("toJSON" in prototype || "then" in prototype) &&
    Object.values(Object.getOwnPropertyDescriptors(prototype)).every(
      ({ value }) => typeof value === "function",
    ) &&
    addsOnlyMethods(above)
  );
}

/** Says what an object is that is not plain, and what to answer instead. */
export function refuseObject(value: object): string {
  const { constructor } = value as { readonly constructor?: unknown };
  const name = typeof constructor === "function" ? constructor.name : "";
  const isNamed = /^[A-Za-z]\w{0,49}$/.test(name) && name !== "Object";
  const what = isNamed ? `an instance of ${name}` : "an object that inherits from another";
  return `${what} is not plain data: ${advices.get(name) ?? "answer an object with properties of its own"}`;
}

const advices: ReadonlyMap<string, string> = new Map([
  ["Date", "send its toISOString()"],
  ["Error", "answer { error: { code, message } }, or throw it"],
  ["Map", "send Object.fromEntries of it"],
  ["Promise", "await it"],
  ["Response", "answer what its body should hold"],
  ["Set", "send an array of it"],
]);
