import { testCalls } from "./calls.js";

// pnpm installs no package where others find it by accident, so what works there works here.
testCalls("npm", "npx", ["README.md"]);
