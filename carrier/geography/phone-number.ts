/** Whether this can be a subscriber's number: E.164, and by the number plan for +1. */
export function isPhoneNumber(value: string): boolean {
  if (value.startsWith("+1")) return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(value);
  return /^\+[2-9]\d{6,14}$/.test(value);
}

/** (503) 555-0142 for +1 numbers, unchanged for others. */
export function nationalFormat(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}
