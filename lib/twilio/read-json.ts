/** Null for what is not JSON, such as the empty answer to a DELETE. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
