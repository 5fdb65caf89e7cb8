import { boolean, interval, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Has a row in demo and test only: what `app_now()` adds to the database's clock. */
export const appClock = pgTable("app_clock", {
  only: boolean("only").primaryKey().default(true),
  skew: interval("skew").notNull(),
});

/** How far the sweeper has read, per list of the provider's. */
export const sweeps = pgTable("sweeps", {
  name: text("name").primaryKey(),
  readUntil: at("read_until").notNull(),
});
