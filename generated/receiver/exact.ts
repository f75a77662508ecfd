// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

/**
 * TypeScript does not look for excess properties in what a function infers. The types in this file do: a misspelt property, one
 * that no answer to the event may have, or an event that does not exist becomes an error that says so in one sentence. In the
 * examples, `S` is such a sentence. Nothing in this file exists at run time.
 */

/**
 * What handlers must be. `H` is what is written, inferred without a limit, so that the sentence is the error.
 *
 *     ExactHandlers<{ scanCode: () => { message: [] } }, Known, …>   // Known
 *     ExactHandlers<{ scanCode: () => { mesage: [] } }, Known, …>    // { scanCode: S } & H
 */
export type ExactHandlers<H, Known, Responses, Reasons> =
  // Handlers that nobody wrote have the type by default, and to look for faults in it is half of the compiler's work.
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

/**
 * What the handler of one event must be.
 *
 *     ExactHandler<() => { message: [] }, Known, …>   // Known
 *     ExactHandler<() => { mesage: [] }, Known, …>    // S & H
 */
export type ExactHandler<H, Known, Response, Event extends string, Reasons> = [
  FaultIn<H, Response, Event, Reasons>,
] extends [never]
  ? Known
  : FaultIn<H, Response, Event, Reasons> & H;

/**
 * What a question must be, which is a part of an answer.
 *
 *     ExactPart<{ dialogTitle: string }, DialogAnswer, "dialog", …>   // DialogAnswer
 *     ExactPart<{ dialogTitel: string }, DialogAnswer, "dialog", …>   // S
 */
export type ExactPart<Written, Known, Name extends string, Event extends string, Reasons> = [Known] extends [
  never,
]
  ? Sentence<`.${Name}`, Event, Reasons>
  : KnownUnless<Sentence<Under<`.${Name}`, UnknownIn<Written, Known>>, Event, Reasons>, Known, Written>;

/** `Written` at the end is what the compiler infers it from; what has a fault is an object. */
type KnownUnless<Fault, Known, Written> = [Fault] extends [never]
  ? Known
  : [Written] extends [object]
    ? Fault
    : Written;

/**
 * What queued handlers must be: they return nothing, and one that is alone, without a handler in `H`, is of an event that `{}`
 * is an answer to.
 *
 *     ExactQueued<{ scanCode: () => void }, Known, …>   // Known
 *     ExactQueued<{ scanCode: () => {} }, Known, …>     // { scanCode: S } & Q
 */
export type ExactQueued<Q, Known, Responses, H, Reasons> =
  IsSame<Q, Known> extends true
    ? Known
    : WithSentences<
        Q,
        {
          readonly [E in keyof Q]-?: E extends keyof Responses & string
            ? [IsAlone<Q[E], H, E>, IsRefused<Responses[E]>] extends [true, true]
              ? `${E} must be answered: it cannot be in queued without a handler in handlers.`
              : QueuedFault<NonNullable<Q[E]>, E>
            : NoSuchEvent<Q[E], E, Reasons>;
        },
        Known
      >;

/**
 * The handlers with the sentences on them; the sentence comes first, so that it is the error.
 *
 *     WithSentences<H, { scanCode: never }, Known>              // Known
 *     WithSentences<H, { scanCode: S; order: never }, Known>    // { scanCode: S } & H
 */
type WithSentences<H, Faults, Known> = [Faults[keyof Faults]] extends [never]
  ? Known
  : { readonly [E in keyof Faults as [Faults[E]] extends [never] ? never : E]: Faults[E] } & H;

/**
 * The sentence on a handler; never if its answer is right.
 *
 *     FaultIn<() => { mesage: [] }, ScanCodeResponse, "scanCode", …>
 *     // "There is no property mesage in an answer to scanCode."
 */
type FaultIn<H, Response, Event extends string, Reasons> = [H] extends [(...context: never) => infer Answer]
  ? Sentence<UnknownIn<Answer, Response>, Event, Reasons>
  : never;

/**
 * The sentence on a queued handler; never if it returns nothing, or if nobody can tell yet what it returns.
 *
 *     QueuedFault<() => Promise<void>, "scanCode">   // never
 *     QueuedFault<() => { message: [] }, "scanCode"> // "A queued handler of scanCode returns nothing: …"
 */
type QueuedFault<H, Event extends string> = [H] extends [(...context: never) => infer Returned]
  ? IsSame<Returned, unknown> extends true
    ? never
    : [Awaited<Returned>] extends [ReturnType<() => void>]
      ? never
      : `A queued handler of ${Event} returns nothing: the POS has its answer by then.`
  : never;

/** Whether a queued handler is certain to exist, and certain to have none in `H` that answers its event. */
type IsAlone<Queued, H, Event> = undefined extends Queued
  ? false
  : Event extends keyof H
    ? [H[Event]] extends [undefined]
      ? true
      : false
    : true;

/** Whether `{}` is no answer, as a property of it is required. */
type IsRefused<Response> = Record<string, never> extends Response ? false : true;

/**
 * The sentence on a handler of an event that does not exist; never for what is no handler.
 *
 *     NoSuchEvent<() => {}, "scanCod", …>   // "There is no event scanCod."
 *     NoSuchEvent<number, "count", …>       // never
 */
type NoSuchEvent<H, Name, Reasons> =
  NonNullable<H> extends AnyFunction
    ? Name extends string
      ? `event ${Name}` extends keyof Reasons
        ? `${Name} ${Reasons[`event ${Name}`] & string}.`
        : `There is no event ${Name}.`
      : unknown
    : never;

type AnyFunction = (...context: never) => unknown;

/**
 * The sentence on a path. `infer` makes the compiler wait for types that it does not know yet.
 *
 *     Sentence<".form", "scanCode", { form: "is there since v59; …" }>   // "form is there since v59; …."
 *     Sentence<".mesage", "scanCode", {}>   // "There is no property mesage in an answer to scanCode."
 */
type Sentence<Fault, Event extends string, Reasons> = [Fault] extends [infer Found]
  ? [Found] extends [never]
    ? never
    : Found extends `.${infer Path}`
      ? Path extends keyof Reasons
        ? `${Path} ${Reasons[Path] & string}.`
        : `There is no property ${Path} in an answer to ${Event}.`
      : never
  : never;

/**
 * The paths of what a value has and its type does not know, or forbids.
 *
 *     UnknownIn<Promise<{ message: { txet: 1 }[] }>, ScanCodeResponse>   // ".message[].txet"
 */
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

/** The same of an object. A value of a known type needs no look, and a type that refers to itself would never end. */
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
          : // Methods of a class are not sent. TypeScript adds to a literal the properties of others beside it, as undefined.
            [IsAny<Value[Key]>, Value[Key]] extends [false, AnyFunction | undefined]
            ? never
            : `.${Key}`;
      }[keyof Value & string];

/** `Under<".message", "[].txet">` is `".message[].txet"`; nothing under a place is never. */
type Under<Place extends string, Path> = Path extends string ? `${Place}${Path}` : never;

// Each of these asks every member of a union by itself: `KeyIn<{ a: 1 } | { b: 1 }>` is `"a" | "b"`.
type KeyIn<T> = T extends unknown ? keyof T : never;
type PropertyIn<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never;
type ItemIn<T> = T extends readonly (infer Item)[] ? Item : never;
type ObjectIn<T> = T extends readonly unknown[] ? never : T extends object ? T : never;
type IsOneOf<T, Union> = Union extends unknown ? IsSame<T, Union> : never;

/** Whether a property is undefined and nothing else. */
type IsNothing<T> = IsAny<T> extends true ? false : [T] extends [undefined] ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
/** Whether two types are identical, which is more than that each can be assigned to the other. */
type IsSame<A, B> =
  (<T>(value: T) => T extends A ? 1 : 2) extends <T>(value: T) => T extends B ? 1 : 2 ? true : false;
