import net from "node:net";

/** Where to, as the driver has read it from the address. */
export type Target = { host: string[]; port: number[]; path: string | false };

let turn = 0;

/**
 * The driver's connection to the database. A reset that comes once it stands is told as a plain close: between a socket's
 * error and its close the driver takes the connection for a good one, and what is asked of it then is never answered
 * (porsager/postgres#1215).
 * @param onLost called before the driver hears that a connection ended which it had not ended itself
 */
export function openSocket({ host, port, path }: Target, onLost: () => void): net.Socket {
  const socket = new net.Socket();
  let stands = false;
  socket.once("connect", () => {
    stands = true;
  });
  const emit = socket.emit.bind(socket);
  socket.emit = (event: string, ...told: unknown[]) => {
    if (!stands) return emit(event, ...told);
    if (event === "error") return true;
    if (event !== "close") return emit(event, ...told);
    if (!socket.writableEnded) onLost();
    return emit(event, false);
  };
  if (path) return socket.connect(path);
  const one = turn++ % host.length;
  const [name = "", at = 5432] = [host[one], port[one % port.length]];
  // Read by the driver, for the name it expects in a certificate.
  return Object.assign(socket, { host: name }).connect(at, name);
}
