export const ZONE = "America/Los_Angeles";
export const BUSINESS = { name: "Alder & Sons", detail: "Plumbing, Portland OR" };
export const PASSWORD = "ringback-demo";

/** The number at the carrier, and the line painted on the van that forwards its missed calls to it. */
export const NUMBER = "+15035550142";
export const BUSINESS_LINE = "+15035550199";

export type Who = "dana" | "luis" | "priya";

export const TEAM = {
  dana: { name: "Dana Whitfield", email: "dana@alderandsons.example", role: "owner", phone: "+15035550101" },
  luis: { name: "Luis Ortega", email: "luis@alderandsons.example", role: "admin", phone: "+15035550103" },
  priya: { name: "Priya Nair", email: "priya@alderandsons.example", role: "member", phone: "+15035550104" },
} as const;

/** Who is rung when somebody calls back the number that texted them. */
export const RUNG: readonly Who[] = ["dana", "luis"];
