import net from "node:net";

/** Where to, as the driver has read it from the address. */
export type Target = { host: string[]; port: number[]; path: string | false };

/** Longer than a statement may take: who has said nothing for so long to what was asked is not there any more. */
const SILENCE_MS = 35_000;
/** The one message a server never answers: it does what is asked and closes. */
const CANCEL_REQUEST_BYTES = 16;
/** What the driver has ended and the other side has not. */
const CLOSING_MS = 2_000;

let turn = 0;

/**
 * The driver's connection to the database. It tells the driver less, and more, than a plain socket would:
 * - A reset of one that stands is a plain close: between a socket's error and its close the driver takes the connection for
 *   a good one, and what is asked of it then is never answered (porsager/postgres#1215).
 * - A close before anything came is an error: the driver would begin anew at once, without end.
 * - One that is asked and stays silent is closed; without that, whoever waits for it waits as long as TCP does. Not over
 *   TLS, for which the driver takes all listeners away.
 * @param onLost called before the driver hears that a connection ended which it had not ended itself
 */
export function openSocket({ host, port, path }: Target, onLost: () => void): net.Socket {
  const socket = new net.Socket();
  const line = { stands: false, failed: false, leftByServer: false, askedUntilHeard: 0 };
  const emit = socket.emit.bind(socket);
  socket.emit = (event: string, ...told: unknown[]) => {
    switch (event) {
      case "data":
        line.stands = true;
        line.askedUntilHeard = socket.bytesWritten;
        return emit(event, ...told);
      case "end":
        // Node ends its own side before it tells of the close.
        line.leftByServer = !socket.writableEnded;
        return emit(event, ...told);
      case "error":
        line.failed = true;
        return line.stands || emit(event, ...told);
      case "close":
        if (!line.stands) return closeBeforeItStood();
        if (line.leftByServer || !socket.writableEnded) onLost();
        return emit(event, false);
      default:
        return emit(event, ...told);
    }
  };
  function closeBeforeItStood(): boolean {
    const isDone = socket.bytesWritten === CANCEL_REQUEST_BYTES;
    const isTold = isDone || line.failed || (socket.writableEnded && !line.leftByServer);
    const early = new Error("The database closed the connection before it had said anything");
    if (!isTold && socket.listenerCount("error") > 0) emit("error", early);
    return emit("close", true);
  }
  socket.setTimeout(SILENCE_MS);
  socket.on("timeout", () => setImmediate(giveUpSilence));
  function giveUpSilence(): void {
    // By now what came while this process stood still has been read.
    if (socket.bytesWritten > line.askedUntilHeard) socket.destroy();
  }
  socket.once("finish", () => setTimeout(() => socket.destroy(), CLOSING_MS).unref());
  if (path) return socket.connect(path);
  const one = turn++ % host.length;
  const [name = "", at = 5432] = [host[one], port[one % port.length]];
  // Read by the driver, for the name it expects in a certificate.
  return Object.assign(socket, { host: name }).connect(at, name);
}
