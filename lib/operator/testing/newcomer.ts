/** What somebody who opens a workspace types. */
export const newcomer = {
  name: "Robin Fern",
  password: "three unlikely words",
  businessName: "Fern & Finch",
  timeZone: "America/Denver",
  network: "203.0.113.9",
};

/** The secret at the end of a link of ours. */
export const tokenIn = (words: string | null | undefined): string =>
  /\/([\w-]{43})(?![\w-])/.exec(words ?? "")?.[1] ?? "";
