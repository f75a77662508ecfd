import { testCalls } from "./calls.js";

testCalls("pnpm", "pnpm exec");
