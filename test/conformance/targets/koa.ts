import { createServer } from "node:http";
import Koa from "koa";
import { createMplusMiddleware } from "../../../generated/koa/index.js";
import { drive, type Target } from "./target.js";

export const koa: Target = {
  name: "koa",
  open(options, http = {}) {
    const middleware = createMplusMiddleware({ ...options, basePath: "/mplus" });
    const app = new Koa().use(middleware);
    const listen = app.callback();
    return drive(
      createServer(http, (request, response) => void listen(request, response)),
      () => middleware.close(),
    );
  },
};
