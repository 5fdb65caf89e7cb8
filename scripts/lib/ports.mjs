import net from "node:net";
import { Explained } from "./explained.mjs";

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @throws {Explained} naming the port and the way around it */
export async function requireFreePort({ port, what, instead }) {
  // "localhost" may lead to either family, so somebody listening on one of them is in the way already.
  const taken = (await answers(port, "127.0.0.1")) || (await answers(port, "::1")) || !(await canListen(port));
  if (taken)
    throw new Explained(
      `Port ${port}, wanted for ${what}, is in use. Stop what uses it, or choose another: ${instead}`,
    );
}

/** @throws {Explained} when the variable holds something that is no port */
export function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Explained(
    `${variable} is "${text}", which is not a port. Choose a number from 1 to 65535, such as ${fallback}.`,
  );
}

function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 1_000 });
    const settle = (value) => () => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", settle(true)).once("timeout", settle(false)).once("error", settle(false));
  });
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
