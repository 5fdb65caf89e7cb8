const LONGEST = 40;
const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Whether a text can be the workspace's part of an address: one that `slugFrom` made, with a number behind it or not. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** The workspace's part of an address: "Alder & Sons Plumbing" becomes "alder-and-sons-plumbing". */
export function slugFrom(businessName: string): string {
  const slug = businessName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-|-$/g, "");
  return slug || "workspace";
}
