import { createServer } from "node:http";
import { createMplusListener } from "../../../generated/node/index.js";
import { drive, type Target } from "./target.js";

export const node: Target = {
  name: "node",
  open(options, http = {}) {
    const listener = createMplusListener({ ...options, basePath: "/mplus" });
    return drive(createServer(http, listener), () => listener.close());
  },
};
