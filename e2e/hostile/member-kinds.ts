import { asMember, called, form, type Kind, UNTOUCHED } from "./requests";

const MANY = 100_000;

const inWorkspace =
  (name: string, fields: Record<string, string>): Kind["wire"] =>
  (target) =>
    called(target, name, [target.slug, UNTOUCHED, form(fields)]);

/** What somebody who is signed in sends in a workspace of their own. */
export const MEMBERS: Kind[] = [
  { name: "first text of 900,000 letters", wire: inWorkspace("saveTextAction", { template: "a-".repeat(450_000) }) },
  { name: "lead's phone of 100,000 blanks", wire: inWorkspace("makeLead", { phone: `5${" ".repeat(MANY)}b` }) },
  { name: "lead's phone of 900,000 digits", wire: inWorkspace("makeLead", { phone: "1".repeat(900_000) }) },
  {
    name: "personal contacts, 900 kB pasted",
    wire: (target) =>
      called(target, "addExcludedAction", [
        { slug: target.slug, kind: "personal" },
        UNTOUCHED,
        form({ pasted: "+1503555 ".repeat(MANY) }),
      ]),
  },
  {
    name: "lead with odd characters",
    wire: inWorkspace("makeLead", { phone: "+15035550171", name: "a\u0000\ud800".repeat(100) }),
  },
  { name: "action without arguments", wire: (target) => called(target, "resumeAction", []) },
  { name: "action with an object for a slug", wire: (target) => called(target, "resumeAction", [{ a: { b: [] } }]) },
  {
    name: "action with a slug of 900,000 letters",
    wire: (target) => called(target, "resumeAction", ["s".repeat(900_000)]),
  },
  { name: "search of 6,000 wildcards", wire: asMember(({ slug }) => `/w/${slug}/leads?q=${"%25_".repeat(1_500)}`) },
  { name: "cursor of 6,000 letters", wire: asMember(({ slug }) => `/w/${slug}/calls?before=${"9".repeat(6_000)}`) },
  { name: "month beyond all time", wire: asMember(({ slug }) => `/w/${slug}/calls?month=275760-10`) },
  { name: "media of nobody", wire: asMember(({ slug }) => `/w/${slug}/media/${"x".repeat(6_000)}/0`) },
];
