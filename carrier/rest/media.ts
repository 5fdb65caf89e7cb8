import type { Network } from "../network";

/** A small grey chequerboard. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAOklEQVR42u3WoQ0AQAgDQPYfgJl+LHwNeUuutuFkQ3XkRba+AADAGeD3IHsAAHAHsIkAAMB/AAAAIgNFjfCX7LBepQAAAABJRU5ErkJggg==",
  "base64",
);

export interface MediaFile {
  contentType: string;
  content: Buffer;
}

/** The picture or recording at a path; undefined when the path is not one of media, null when there is none. */
export function mediaAt(network: Network, path: string): MediaFile | null | undefined {
  const picture = /^\/2010-04-01\/Accounts\/([^/]+)\/Messages\/([^/]+)\/Media\/(ME[0-9a-f]{32})$/.exec(path);
  if (picture) {
    const message = network.state.messages.get(picture[2] ?? "");
    const media = picture[1] === network.accountSid && message?.media.find(({ sid }) => sid === picture[3]);
    return media ? { contentType: media.contentType, content: PICTURE } : null;
  }
  if (/^\/2010-04-01\/Accounts\/[^/]+\/Recordings\/RE[0-9a-f]{32}(\.wav)?$/.test(path)) {
    return { contentType: "audio/x-wav", content: silence() };
  }
  return undefined;
}

/** One second of quiet: 8 kHz, 8 bits, mono. */
function silence(): Buffer {
  const samples = 8000;
  const wav = Buffer.alloc(44 + samples, 0x80);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(samples, 40);
  return wav;
}
