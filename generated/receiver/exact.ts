// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Held by the tests of mplus-codegen.
/* eslint-disable */
import type { EventName, QueuedContext } from "./handlers.js";

/**
 * Handlers that answer with known properties only. TypeScript does not look for others in what a function infers: here a
 * misspelt one, or an event that does not exist, becomes an error that names it. Parameters are inferred from `H` as before.
 */
export type ExactHandlers<H, Responses> = H & {
  readonly [E in keyof H]: E extends keyof Responses & string
    ? ExactHandler<NonNullable<H[E]>, Responses[E], E>
    : NonNullable<H[E]> extends AnyFunction
      ? NoSuchEvent<E>
      : unknown;
};

/** Accepts a handler whose answer has known properties only; else it is a sentence, which no handler fits. */
export type ExactHandler<H, Response, Event extends string> = [H] extends [
  (...context: never) => infer Answer,
]
  ? Verdict<UnknownIn<Answer, Response>, Event>
  : unknown;

/** Queued handlers as they are written, before what they return is looked at. */
export type LooseQueued<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?:
    ((context: QueuedContext<Requests[E], E>) => unknown) | undefined;
};

/**
 * Queued handlers that return nothing: one that answers becomes an error that says so. So does one that is alone, without
 * a handler in `H`, where `{}` is no answer to its event.
 */
export type ExactQueued<Q, Responses, H> = Q & {
  readonly [E in keyof Q]: E extends keyof Responses & string
    ? [IsAlone<Q[E], H, E>, IsRefused<Responses[E]>] extends [true, true]
      ? `${E} must be answered: it cannot be in queued without a handler in handlers.`
      : ExactQueuedHandler<NonNullable<Q[E]>, E>
    : NonNullable<Q[E]> extends AnyFunction
      ? NoSuchEvent<E>
      : unknown;
};

/** Whether a queued handler is there for sure, and for sure none in `H` that answers its event. */
type IsAlone<Queued, H, Event> = undefined extends Queued
  ? false
  : Event extends keyof H
    ? [H[Event]] extends [undefined]
      ? true
      : false
    : true;

/** Whether `{}` is no answer, as a property of it is required. */
type IsRefused<Response> = Record<string, never> extends Response ? false : true;

/** Accepts a handler that returns nothing, or that nobody can tell of; else it is a sentence, which no handler fits. */
type ExactQueuedHandler<H, Event extends string> = [H] extends [(...context: never) => infer Returned]
  ? IsSame<Returned, unknown> extends true
    ? unknown
    : [Awaited<Returned>] extends [ReturnType<() => void>]
      ? unknown
      : `A queued handler of ${Event} returns nothing: the POS has its answer by then.`
  : unknown;

type NoSuchEvent<Name> = Name extends string ? `There is no event ${Name}.` : unknown;

type AnyFunction = (...context: never) => unknown;

// Through `infer`, the compiler lets a path rest whose types are not known yet: else it looks into all that they may become.
type Verdict<Path, Event extends string> = [Path] extends [infer Found]
  ? [Found] extends [never]
    ? unknown
    : Found extends `.${infer Property}`
      ? `There is no property ${Property} in an answer to ${Event}.`
      : never
  : never;

/** The paths of what a value has and its type does not know: `.scanCode.relationNumbr`, `.message[].txet`. */
type UnknownIn<Value, Known> =
  IsSame<Known, unknown> extends true
    ? never
    : IsAny<Value> extends true
      ? never
      : Value extends AnyFunction
        ? never
        : Value extends PromiseLike<infer Result>
          ? UnknownIn<Result, Known>
          : Value extends readonly (infer Item)[]
            ? Under<"[]", UnknownIn<Item, ItemIn<Known>>>
            : Value extends object
              ? UnknownInObject<Value, ObjectIn<Known>>
              : never;

/** A value of a known type needs no look, and a type that refers to itself would never end. */
type UnknownInObject<Value, Known> =
  true extends IsOneOf<Value, Known>
    ? never
    : {
        [Key in keyof Value & string]-?: Key extends KeyIn<Known>
          ? Under<`.${Key}`, UnknownIn<Value[Key], PropertyIn<Known, Key>>>
          : true extends IsAny<Value[Key]>
            ? `.${Key}`
            : // Methods of a class are not sent. Where a literal stands beside others, TypeScript adds their properties to it.
              [Value[Key]] extends [AnyFunction | undefined]
              ? never
              : `.${Key}`;
      }[keyof Value & string];

type Under<Place extends string, Path> = Path extends string ? `${Place}${Path}` : never;

// Each of these asks every member of a union by itself.
type KeyIn<T> = T extends unknown ? keyof T : never;
type PropertyIn<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never;
type ItemIn<T> = T extends readonly (infer Item)[] ? Item : never;
type ObjectIn<T> = T extends readonly unknown[] ? never : T extends object ? T : never;
type IsOneOf<T, Union> = Union extends unknown ? IsSame<T, Union> : never;

type IsAny<T> = 0 extends 1 & T ? true : false;
/** Whether two types are one and the same, which is more than that each can be assigned to the other. */
type IsSame<A, B> =
  (<T>(value: T) => T extends A ? 1 : 2) extends <T>(value: T) => T extends B ? 1 : 2 ? true : false;
