import { createHash } from "node:crypto";
import fs from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Refusal } from "@/lib/errors";
import { damaged, END_OF_TABLE, type Footer, footerShape, type Header, headerShape, type Table } from "./format";

const MOST_LINE_BYTES = 64 * 1024 * 1024;
const BATCH_BYTES = 64 * 1024;
const LAST_LINE = Buffer.from(`${END_OF_TABLE}\n`);

/** Takes the rows of a table, batch by batch; what is not taken yet is not read yet. */
export type TakeRows = (table: Table, batches: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Reads a backup from its first line to its last and holds every table against the footer's counts and checksums.
 * @throws Refusal when the file is not a whole backup. Rows may have been taken by then.
 */
export async function readBackup(file: string, takeRows: TakeRows = ignoreRows): Promise<Header> {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Refusal(`There is no file ${file}.`);
  let header: Header | undefined;
  try {
    await pipeline(fs.createReadStream(file), createGunzip(), async (source: AsyncIterable<Buffer>) => {
      header = await readLines(linesOf(source), takeRows);
    });
  } catch (error) {
    // zlib's own words: not gzip at all, cut off, or a bit that fell over.
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw damaged(error.message);
    throw error;
  }
  if (!header) throw damaged("it is empty");
  return header;
}

async function ignoreRows(_table: Table, batches: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of batches);
}

async function readLines(lines: AsyncGenerator<Buffer>, takeRows: TakeRows): Promise<Header> {
  const header = parse(headerShape, await nextLine(lines), "it does not begin as a backup of Ringback does");
  const read: Footer["tables"] = [];
  for (const table of header.tables) {
    const tally = { hash: createHash("sha256"), rows: 0 };
    await takeRows(table, rowsOf(lines, tally));
    read.push({ name: table.name, rows: tally.rows, sha256: tally.hash.digest("hex") });
  }
  const footer = parse(footerShape, await nextLine(lines), "its end is missing");
  const wrong = read.find((table, index) => JSON.stringify(table) !== JSON.stringify(footer.tables[index]));
  if (wrong || footer.tables.length !== read.length)
    throw damaged(`the rows of ${wrong?.name ?? "a table"} are not those`);
  if (!(await lines.next()).done) throw damaged("something follows its end");
  return header;
}

type Tally = { hash: ReturnType<typeof createHash>; rows: number };

async function* rowsOf(lines: AsyncGenerator<Buffer>, tally: Tally): AsyncGenerator<Buffer> {
  let batch: Buffer[] = [];
  let size = 0;
  for (let line = await nextLine(lines); !line.equals(LAST_LINE); line = await nextLine(lines)) {
    tally.hash.update(line);
    tally.rows += 1;
    batch.push(line);
    size += line.length;
    if (size < BATCH_BYTES) continue;
    yield Buffer.concat(batch);
    batch = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(batch);
}

async function nextLine(lines: AsyncGenerator<Buffer>): Promise<Buffer> {
  const { value, done } = await lines.next();
  if (done) throw damaged("it is cut off");
  return value;
}

/** Each with its line break. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const end = chunk.subarray(from, at + 1);
      yield begun.length > 0 ? Buffer.concat([...begun, end]) : end;
      begun = [];
      size = 0;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    begun.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > MOST_LINE_BYTES) throw damaged("a line is too long to be one of ours");
  }
  if (size > 0) throw damaged("it is cut off in the middle of a line");
}

function parse<T>(
  shape: { safeParse: (value: unknown) => { success: true; data: T } | { success: false } },
  line: Buffer,
  how: string,
): T {
  let value: unknown;
  try {
    value = JSON.parse(line.toString("utf8"));
  } catch {
    throw damaged(how);
  }
  const result = shape.safeParse(value);
  if (!result.success) throw damaged(how);
  return result.data;
}
