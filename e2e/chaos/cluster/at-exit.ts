const endings = new Set<() => void>();

process.once("exit", () => {
  for (const end of endings) end();
});

/** Something that must not outlive this process, however it ends. @returns how to call it off */
export function atExit(end: () => void): () => void {
  endings.add(end);
  return () => endings.delete(end);
}
