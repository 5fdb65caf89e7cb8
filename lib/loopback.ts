/** Whether an address leads to this very machine and nowhere else. */
export function isLoopback(url: string): boolean {
  return namesLoopback(new URL(url).host);
}

/** The same for a Host header, with or without a port. */
export function namesLoopback(host: string): boolean {
  if (host.length > 64) return false;
  const name = host.toLowerCase().replace(/:\d{1,5}$/, "");
  return name === "localhost" || name === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}
