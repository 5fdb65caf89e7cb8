import { setTimeout as sleep } from "node:timers/promises";
import { Connection, requestBytes } from "../load/connection";
import type { Moment } from "./call-script";

/** A webhook with its time since the beginning of the run, and the caller it is about. */
export type Timed = Moment & { dueMs: number; from: string };

/** When it was due, by the computer's clock in milliseconds, and what came of it: 0 where no answer came at all. */
export type Sent = Timed & { dueAt: number; status: number; ms: number };

/**
 * Sends each webhook when it is due and never waits for an answer first, as callers do. Its time counts from when it was
 * due, so that a server which stalls is charged for everything that stood in the queue.
 */
export async function sendByTheClock(port: number, timed: Timed[]): Promise<Sent[]> {
  const idle: Connection[] = [];
  const began = performance.now();
  const clock = performance.timeOrigin + began;

  async function post(request: Buffer): Promise<number> {
    let connection = idle.pop();
    while (connection && !connection.isFresh) {
      connection.close();
      connection = idle.pop();
    }
    connection ??= await Connection.open(port);
    const status = await connection.send(request);
    idle.push(connection);
    return status;
  }

  async function send(one: Timed): Promise<Sent> {
    const status = await post(requestBytes(one.path, one.headers, one.body)).catch(() => 0);
    return { ...one, dueAt: clock + one.dueMs, status, ms: performance.now() - began - one.dueMs };
  }

  const sent: Promise<Sent>[] = [];
  for (const one of timed.toSorted((a, b) => a.dueMs - b.dueMs)) {
    const early = began + one.dueMs - performance.now();
    if (early > 0) await sleep(early);
    sent.push(send(one));
  }
  const all = await Promise.all(sent);
  for (const connection of idle) connection.close();
  return all;
}
