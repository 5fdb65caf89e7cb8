import { expect, it } from "vitest";
import { isLoopback, namesLoopback } from "./loopback";

it.each(["localhost", "LOCALHOST:3000", "127.0.0.1", "127.0.0.1:3000", "[::1]:3000"])("%s is this machine", (host) => {
  expect(namesLoopback(host)).toBe(true);
  expect(isLoopback(`http://${host}`)).toBe(true);
});

it.each(["evil.example", "localhost.evil.example", "evil.example:3000", "127.0.0.1.evil.example", "10.0.0.1", ""])(
  "%j is not",
  (host) => {
    expect(namesLoopback(host)).toBe(false);
  },
);
