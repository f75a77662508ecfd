// A server of its own, with a store that it shares: tells each run of its handler, and its port.
import express from "express";
import { connect, importOutput } from "./connect.mjs";

process.once("message", async (setup) => {
  const store = await connect(setup);
  const { createMplusRouter } = await importOutput(setup.folder, "express/index.js");
  const router = createMplusRouter({
    subscriptions: { "shop-12": { secret: setup.secret } },
    handlers: {
      async scanCode({ request, ask }) {
        process.send({ ran: request.scanCode.scannedCode });
        if (request.scanCode.scannedCode === "ask") {
          const { selectedDialogOptionIds } = await ask.dialog(size);
          return { message: [{ message: `chosen: ${selectedDialogOptionIds}` }] };
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { message: [{ message: `answered by ${process.pid}` }] };
      },
    },
    dedupe: { store },
    conversations: { store },
    log: { debug() {}, info() {}, warn() {}, error: (_fields, message) => process.send({ logged: message }) },
  });
  const server = express()
    .use("/mplus", router)
    .listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
});

const size = {
  required: true,
  allowMultipleOptions: false,
  dialogTitle: "Size?",
  dialogOptions: [
    { optionId: 1, optionName: "Small" },
    { optionId: 2, optionName: "Large" },
  ],
};
