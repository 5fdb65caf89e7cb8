type Referring = { name: string; refers_to: readonly string[] };

/**
 * Tables so that each comes after those its foreign keys refer to.
 * @throws when tables refer to each other in a circle: a row of one could not be loaded before the other's.
 */
export function inOrderOfReference<Table extends Referring>(tables: readonly Table[]): Table[] {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ name, refers_to }) =>
      refers_to.every((other) => other === name || !waiting.has(other)),
    );
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const table of ready) waiting.delete(table.name);
    ordered.push(...ready);
  }
  return ordered;
}
