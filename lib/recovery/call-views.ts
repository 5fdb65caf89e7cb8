/** The tabs of the Calls screen. Every call is in `all`, and those decided or answered in one more. */
export const CALL_VIEWS = ["all", "texted", "not_texted", "answered"] as const;
export type CallView = (typeof CALL_VIEWS)[number];
