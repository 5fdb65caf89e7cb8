export type Customer = { number: string; name: string; hint: string; withheld?: true };

/** People one can be. The local carrier knows the same phones. */
export const CUSTOMERS: readonly [Customer, ...Customer[]] = [
  { number: "+15035550211", name: "Maya Lindqvist", hint: "Mobile, never called before" },
  { number: "+15035550212", name: "Omar Haddad", hint: "Mobile, never called before" },
  { number: "+15035550188", name: "Karen Boyd", hint: "Mobile, waiting for an answer" },
  { number: "+15035550164", name: "Tom Hauser", hint: "Landline, gets no texts" },
  { number: "+15035550213", name: "Somebody hidden", hint: "Hides their number", withheld: true },
];

export const somebodyElse = (number: string): Customer => ({
  number,
  name: shownNumber(number),
  hint: "A number you typed",
});

/** `(503) 555-0142` in North America, as it is elsewhere. */
export function shownNumber(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : e164;
}

/** What was typed as a number to dial; null when it is none. */
export function typedNumber(typed: string): string | null {
  const digits = typed.replace(/\D/g, "");
  if (typed.trim().startsWith("+") && digits.length >= 8 && digits.length <= 15) return `+${digits}`;
  if (digits.length === 10 && !digits.startsWith("0")) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith("1") ? `+${digits}` : null;
}

/** A phone's name where it has one, its number where not. */
export function nameOf(number: string, phones: readonly { number: string; label: string | null }[]): string {
  if (/^\+?266696687$/.test(number)) return "No caller ID";
  const known = CUSTOMERS.find((customer) => customer.number === number);
  return known?.name ?? phones.find((phone) => phone.number === number)?.label ?? shownNumber(number);
}
