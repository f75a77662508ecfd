/*
 * TypeScript does not check inferred types for excess properties. These types do: a misspelled property, a property that does not
 * belong in the answer, or an unknown event becomes an error of one sentence (`S` in the examples).
 */

/**
 * The handlers, or sentences about their faults.
 *
 *     ExactHandlers<{ scanCode: () => { message: [] } }, Known, …>   // Known
 *     ExactHandlers<{ scanCode: () => { mesage: [] } }, Known, …>    // { scanCode: S } & H
 *
 * Skips the default type, which would double the compiler's work.
 */
export type ExactHandlers<H, Known, Responses, Reasons> =
  IsSame<H, Known> extends true
    ? Known
    : WithSentences<
        H,
        {
          readonly [E in keyof H]-?: E extends keyof Responses & string
            ? FaultIn<NonNullable<H[E]>, Responses[E], E, Reasons>
            : NoSuchEvent<H[E], E, Reasons>;
        },
        Known
      >;

/** One handler, or a sentence about its fault: `ExactHandler<() => { mesage: [] }, Known, …>` is `S & H`. */
export type ExactHandler<H, Known, Response, Event extends string, Reasons> = [
  FaultIn<H, Response, Event, Reasons>,
] extends [never]
  ? Known
  : FaultIn<H, Response, Event, Reasons> & H;

/** A question, or a sentence about its fault: `ExactPart<{ dialogTitel: string }, DialogAnswer, "dialog", …>` is `S`. */
export type ExactPart<Written, Known, Name extends string, Event extends string, Reasons> = [Known] extends [
  never,
]
  ? Sentence<`.${Name}`, Event, Reasons>
  : KnownUnless<Sentence<Under<`.${Name}`, UnknownIn<Written, Known>>, Event, Reasons>, Known, Written>;

/** The compiler infers `Written` from the last branch. Only an object can have a fault. */
type KnownUnless<Fault, Known, Written> = [Fault] extends [never]
  ? Known
  : [Written] extends [object]
    ? Fault
    : Written;

/**
 * Queued handlers, or sentences about their faults. A queued handler must return nothing. Without a handler in `H`,
 * `{}` must be a valid answer to its event.
 */
export type ExactQueued<Q, Known, Responses, H, Reasons> =
  IsSame<Q, Known> extends true
    ? Known
    : WithSentences<
        Q,
        {
          readonly [E in keyof Q]-?: E extends keyof Responses & string
            ? [IsAlone<Q[E], H, E>, IsRefused<Responses[E]>] extends [true, true]
              ? `${E} must be answered, so it also needs a handler in handlers.`
              : QueuedFault<NonNullable<Q[E]>, E>
            : NoSuchEvent<Q[E], E, Reasons>;
        },
        Known
      >;

/** Puts the sentences first, so that they become the errors: `{ scanCode: S; order: never }` gives `{ scanCode: S } & H`. */
type WithSentences<H, Faults, Known> = [Faults[keyof Faults]] extends [never]
  ? Known
  : { readonly [E in keyof Faults as [Faults[E]] extends [never] ? never : E]: Faults[E] } & H;

type FaultIn<H, Response, Event extends string, Reasons> = [H] extends [(...context: never) => infer Answer]
  ? Sentence<UnknownIn<Answer, Response>, Event, Reasons>
  : never;

/** The sentence about a queued handler; never if it returns nothing or its type is not inferred yet. */
type QueuedFault<H, Event extends string> = [H] extends [(...context: never) => infer Returned]
  ? IsSame<Returned, unknown> extends true
    ? never
    : [Awaited<Returned>] extends [ReturnType<() => void>]
      ? never
      : `A queued handler of ${Event} must return nothing: it runs after the answer.`
  : never;

/** True if a queued handler certainly exists, and certainly has no counterpart in `H`. */
type IsAlone<Queued, H, Event> = undefined extends Queued
  ? false
  : Event extends keyof H
    ? [H[Event]] extends [undefined]
      ? true
      : false
    : true;

/** True if `{}` is not a valid answer, because a property is required. */
type IsRefused<Response> = Record<string, never> extends Response ? false : true;

/** The error message for a handler of an unknown event; `never` if `H` is not a function. */
type NoSuchEvent<H, Name, Reasons> =
  NonNullable<H> extends AnyFunction
    ? Name extends string
      ? `event ${Name}` extends keyof Reasons
        ? `${Name} ${Reasons[`event ${Name}`] & string}.`
        : `There is no event ${Name}.`
      : unknown
    : never;

type AnyFunction = (...context: never) => unknown;

/** The sentence about a path such as `.mesage`. `infer` makes the compiler wait for types that are not inferred yet. */
type Sentence<Fault, Event extends string, Reasons> = [Fault] extends [infer Found]
  ? [Found] extends [never]
    ? never
    : Found extends `.${infer Path}`
      ? Path extends keyof Reasons
        ? `${Path} ${Reasons[Path] & string}.`
        : `There is no property ${Path} in an answer to ${Event}.`
      : never
  : never;

/** The paths that a type lacks or forbids: `UnknownIn<{ message: { txet: 1 }[] }, …>` is `".message[].txet"`. */
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

/** Skips values of a known type, because a type that refers to itself would never end. */
type UnknownInObject<Value, Known> =
  true extends IsOneOf<Value, Known>
    ? never
    : {
        [Key in keyof Value & string]-?: Key extends KeyIn<Known>
          ? [PropertyIn<Known, Key>] extends [undefined]
            ? IsNothing<Value[Key]> extends true
              ? never
              : `.${Key}`
            : Under<`.${Key}`, UnknownIn<Value[Key], PropertyIn<Known, Key>>>
          : // Methods are not sent. In a union of literals, TypeScript adds each literal's properties to the others, as undefined.
            [IsAny<Value[Key]>, Value[Key]] extends [false, AnyFunction | undefined]
            ? never
            : `.${Key}`;
      }[keyof Value & string];

/** `Under<".message", "[].txet">` is `".message[].txet"`. */
type Under<Place extends string, Path> = Path extends string ? `${Place}${Path}` : never;

// These distribute over a union: `KeyIn<{ a: 1 } | { b: 1 }>` is `"a" | "b"`.
type KeyIn<T> = T extends unknown ? keyof T : never;
type PropertyIn<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never;
type ItemIn<T> = T extends readonly (infer Item)[] ? Item : never;
type ObjectIn<T> = T extends readonly unknown[] ? never : T extends object ? T : never;
type IsOneOf<T, Union> = Union extends unknown ? IsSame<T, Union> : never;

type IsNothing<T> = IsAny<T> extends true ? false : [T] extends [undefined] ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
/** True if two types are identical, which is stricter than assignable to each other. */
type IsSame<A, B> =
  (<T>(value: T) => T extends A ? 1 : 2) extends <T>(value: T) => T extends B ? 1 : 2 ? true : false;
