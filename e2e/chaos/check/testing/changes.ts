import type { Row } from "./judge";

/** The request of the world's one text at another time, its last check one millisecond before or when said. */
export const requestAt =
  (at: number, checkedAt = at - 1): Row[1] =>
  (_, { request, message }) => {
    request.at = at;
    message.requestedAt = checkedAt;
  };
export const both =
  (...changes: Row[1][]): Row[1] =>
  (world, one) =>
    changes.map((change) => change(world, one));
export const stopAt =
  (at: number): Row[1] =>
  (world) =>
    world.text("stop", { at, stop: true });
export const freeze =
  (at: number, until: number): Row[1] =>
  (world) =>
    world.history.push({ is: "fault", at, until, what: "a worker frozen", process: "worker 1" });
