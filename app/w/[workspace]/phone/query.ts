export type Query = Record<string, string | string[] | undefined>;

/** A parameter of the address; of several with one name, the first. */
export function param(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}
