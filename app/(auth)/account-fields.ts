import { z } from "zod";
import * as shapes from "@/lib/shapes";
import { isTimeZone } from "@/lib/workspaces/time-zones";

/** The secret of a link of ours. */
export const linkToken = z.string().regex(/^[\w-]{43}$/);

/** What opening a workspace asks for. */
export const workspaceFields = {
  businessName: shapes.text(60).min(1, "Enter the name your callers know."),
  timeZone: shapes.text(60, "Choose your time zone.").refine(isTimeZone, "Choose your time zone."),
};

/** What making an account asks for besides. */
export const accountFields = {
  ...workspaceFields,
  name: shapes.text(80).min(1, "Enter your name."),
  password: shapes.untrimmed(1000, "That is too long for a password."),
};
