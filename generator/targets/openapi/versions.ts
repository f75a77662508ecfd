import { dialects, type Dialect } from "../../schema/dialects.js";

/** A version of OpenAPI: what its documents say that those of others do not. */
export interface Version {
  readonly openapi: string;
  readonly dialect: Dialect;
  readonly license: Readonly<Record<string, string>>;
}

/** The versions that documents are written in. */
export const versions = {
  "3.0": {
    openapi: "3.0.3",
    dialect: dialects["openapi-3.0"],
    license: { name: "MIT", url: "https://opensource.org/license/mit" },
  },
  "3.1": {
    openapi: "3.1.1",
    dialect: dialects.components,
    license: { name: "MIT", identifier: "MIT" },
  },
} as const satisfies Record<string, Version>;
