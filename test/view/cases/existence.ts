import { gone, none, text, type ViewCase } from "./view-case.js";

/** A property that comes, goes, or becomes required. */
export const existenceCases: readonly ViewCase[] = [
  {
    name: "is there all the time",
    shape: { type: "string" },
    required: true,
    want: {
      "..": { ping: "x: string", pong: "x: string" },
      "20..20": { ping: "x: string", pong: "x: string" },
    },
  },
  {
    name: "was added in 20",
    shape: { type: "string", "x-added-in": "20" },
    want: {
      "..10": { ping: gone, pong: gone },
      "10..30": { ping: "x?: string @since", pong: gone },
      "20..": { ping: "x?: string", pong: "x?: string" },
    },
  },
  {
    name: "was added in 20 and is required since: an older shop cannot take the object",
    shape: { type: "string", "x-added-in": "20" },
    required: true,
    want: {
      "10..30": { ping: "x?: string @since", pong: none },
      "20..": { ping: "x: string", pong: "x: string" },
      "10..10": { ping: gone, pong: gone },
    },
  },
  {
    name: "was removed in 20",
    shape: { type: "string", "x-removed-in": "20" },
    required: true,
    want: {
      "10..": { ping: "x?: string @until", pong: none },
      "20..": { ping: gone, pong: gone },
      "..10": { ping: "x: string", pong: "x: string" },
    },
  },
  {
    name: "became required in 20",
    shape: { type: "boolean", "x-required-since": "20" },
    required: true,
    want: {
      "..10": { ping: "x?: boolean", pong: "x?: boolean" },
      "10..": { ping: "x?: boolean", pong: "x: boolean" },
      "20..": { ping: "x: boolean", pong: "x: boolean" },
    },
  },
  {
    name: "was required from 10 to 20",
    shape: { type: "boolean", "x-required-since": "10", "x-optional-since": "20" },
    want: {
      "5..5": { ping: "x?: boolean", pong: "x?: boolean" },
      "10..10": { ping: "x: boolean", pong: "x: boolean" },
      "10..20": { ping: "x?: boolean", pong: "x: boolean" },
      "20..": { ping: "x?: boolean", pong: "x?: boolean" },
    },
  },
  {
    name: "is planned: in no view",
    shape: { type: "string", "x-planned": true },
    want: { "..": { ping: gone, pong: gone } },
  },
  {
    name: "is optional and was removed in 20",
    shape: { ...text, "x-removed-in": "20" },
    want: { "10..": { ping: "x?: string @until", pong: gone } },
  },
];
