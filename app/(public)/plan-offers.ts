export type PlanOffer = {
  name: string;
  price: string;
  per: string;
  points: string[];
  action: { words: string; href: string };
  featured?: boolean;
};

export const planOffers: PlanOffer[] = [
  {
    name: "Free",
    price: "$0",
    per: "a month, for a quiet phone",
    points: ["5 callers texted back a month", "1 number, 1 person", "Call log, leads and your own texts"],
    action: { words: "Start free", href: "/sign-up" },
  },
  {
    name: "Solo",
    price: "$49",
    per: "a month, one number",
    points: ["100 callers texted back a month", "1 number, 2 people", "Every call kept, with its reason"],
    action: { words: "Start free for 14 days", href: "/sign-up" },
    featured: true,
  },
  {
    name: "Team",
    price: "$99",
    per: "a month, up to 10 people",
    points: ["250 callers texted back a month", "3 numbers, 10 people", "One shared board of leads"],
    action: { words: "Start free for 14 days", href: "/sign-up" },
  },
  {
    name: "Self-hosted",
    price: "$0",
    per: "your server, your Twilio account",
    points: ["No limit on callers, numbers or people", "Every feature, open source", "Phone simulator for testing"],
    action: { words: "How to run it", href: "/pricing#run-it-yourself" },
  },
];
