// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { splitPointer } from "./json-pointer.js";
import type { Problem, Result } from "./result.js";

/** A schema that other libraries take as it is: https://standardschema.dev, version 1. */
export interface StandardSchemaV1<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "mplus-codegen";
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** For the compiler only: never set. */
    readonly types?: { readonly input: Output; readonly output: Output } | undefined;
  };
}

export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/**
 * A validator of ours as a Standard Schema. That has no place for `leftOut`: who wants to know what was left out of a
 * request calls the validator.
 */
export function toStandardSchema<T>(validate: (value: unknown) => Result<T>): StandardSchemaV1<T> {
  const standard = (value: unknown): StandardResult<T> => {
    const result = validate(value);
    return result.ok ? { value: result.value } : { issues: result.problems.map(toIssue) };
  };
  return { "~standard": { version: 1, vendor: "mplus-codegen", validate: standard } };
}

const toIssue = ({ message, path }: Problem): StandardIssue => ({
  message,
  path: splitPointer(path).map((token) => (/^\d+$/.test(token) ? Number(token) : token)),
});
