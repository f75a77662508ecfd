import Koa, { type Middleware } from "koa";
import { createMplusMiddleware } from "../../../generated/koa/index.js";
import { onServer, type Mount } from "./target.js";

export const mountKoa: Mount<Middleware> = (options, plugins = []) => {
  const middleware = createMplusMiddleware({ ...options, basePath: "/mplus" });
  const app = new Koa();
  for (const each of [...plugins, middleware]) app.use(each);
  const listen = app.callback();
  return {
    listen: (request, response) => void listen(request, response),
    retire: () => middleware.close(),
  };
};

export const koa = onServer("koa", mountKoa);
