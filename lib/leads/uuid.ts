const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether an id from an address or a form can be asked for: Postgres answers anything else with an error. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}
