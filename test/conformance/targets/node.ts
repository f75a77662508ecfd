import { createMplusListener } from "../../../generated/node/index.js";
import { onServer, type Mount } from "./target.js";

export const mountNode: Mount = (options) => {
  const listen = createMplusListener({ ...options, basePath: "/mplus" });
  return { listen, retire: () => listen.close() };
};

export const node = onServer("node", mountNode);
