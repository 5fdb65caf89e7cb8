const LONGEST = 40;

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
    .replace(/^-+|-+$/g, "");
  return slug || "workspace";
}
