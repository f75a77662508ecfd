import { adapter } from "../adapter.js";

export const hono = adapter("hono", "an app for Hono 4");
