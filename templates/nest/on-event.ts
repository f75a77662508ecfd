import { SetMetadata } from "@nestjs/common";
import { MetadataScanner, Reflector } from "@nestjs/core";

/** A decorator that only compiles on methods that can be called as `Wanted`. */
export type TypedMethodDecorator<Wanted> = <Own extends Wanted>(
  prototype: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Own>,
) => void;

/** Marks a method as the handler of an event. */
export const markMethod = (event: string) => SetMetadata("mplus:event", event);

/** A method, bound to its object. */
export type Method = (context: unknown) => unknown;

/**
 * The marked methods of an object, inherited ones included, by their events.
 * @throws Error if two have the same event, or none is marked.
 */
export function findMethods(target: object): ReadonlyMap<string, Method> {
  const { name } = target.constructor;
  const methods = new Map<string, Method>();
  for (const key of new MetadataScanner().getAllMethodNames(target)) {
    const method = (target as Readonly<Record<string, Method>>)[key];
    const event = method && new Reflector().get<string | undefined, string>("mplus:event", method);
    if (event === undefined) continue;
    if (methods.has(event)) throw new Error(`${name} has two methods for ${event}.`);
    methods.set(event, (context) => method?.call(target, context));
  }
  if (methods.size === 0) throw new Error(`${name} has no method that is marked with @OnMplus.`);
  return methods;
}
