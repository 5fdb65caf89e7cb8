import { z } from "zod";
import { Refusal } from "@/lib/errors";

/**
 * A backup is one gzip file of lines, so that `zcat` shows it: the header as JSON; of every table the rows as PostgreSQL's
 * COPY writes them, and a line `\.` after the last, which no row can be; then the footer as JSON, with what must have been
 * read by then.
 */
export const END_OF_TABLE = "\\.";

/** Names go into statements, so a file that was tampered with must not be able to write one. */
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);

export const headerShape = z.object({
  ringbackBackup: z.literal(1),
  appVersion: z.string().max(40),
  madeAt: z.iso.datetime(),
  /** Hashes of the migrations the database had, in order. */
  migrations: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(10_000),
  /** In an order in which every row finds those it refers to. */
  tables: z.array(z.object({ name, columns: z.array(name).min(1) })).max(1_000),
});

export const footerShape = z.object({
  tables: z.array(z.object({ name, rows: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export type Header = z.infer<typeof headerShape>;
export type Footer = z.infer<typeof footerShape>;
export type Table = Header["tables"][number];

export const columnList = ({ columns }: Table): string => columns.map((column) => `"${column}"`).join(", ");

export const damaged = (how: string) => new Refusal(`This backup is damaged and was not used: ${how}.`);
