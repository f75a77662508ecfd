import { testCalls } from "./calls.js";

testCalls("npm", "npx");
