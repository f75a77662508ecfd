import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { createMplusApp } from "../../../generated/hono/index.js";
import { drive, type Target } from "./target.js";

export const hono: Target = honoBehind("hono", []);

export function honoBehind<Name extends string>(
  name: Name,
  plugins: readonly MiddlewareHandler[],
): Omit<Target, "name"> & { readonly name: Name } {
  return {
    name,
    open(options, http = {}) {
      const mplus = createMplusApp(options);
      const app = new Hono();
      for (const each of plugins) app.use(each);
      app.route("/mplus", mplus);
      return drive(createAdaptorServer({ fetch: app.fetch, serverOptions: http }) as Server, () =>
        mplus.close(),
      );
    },
  };
}
