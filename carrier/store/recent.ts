/** Records by sid and by age; the oldest go when there are more than `capacity`. */
export class Recent<T extends { sid: string }> {
  private ordered: T[] = [];
  private readonly bySid = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  add(record: T): void {
    this.ordered.push(record);
    this.bySid.set(record.sid, record);
    if (this.ordered.length <= this.capacity * 1.1) return;
    for (const old of this.ordered.slice(0, -this.capacity)) this.bySid.delete(old.sid);
    this.ordered = this.ordered.slice(-this.capacity);
  }

  get(sid: string): T | undefined {
    return this.bySid.get(sid);
  }

  remove(sid: string): boolean {
    if (!this.bySid.delete(sid)) return false;
    this.ordered = this.ordered.filter((record) => record.sid !== sid);
    return true;
  }

  *newestFirst(): Generator<T> {
    for (let index = this.ordered.length - 1; index >= 0; index--) {
      const record = this.ordered[index];
      if (record) yield record;
    }
  }

  /** The youngest `count` in the order they came. */
  latest(count: number): T[] {
    return this.ordered.slice(-count);
  }

  clear(): void {
    this.ordered = [];
    this.bySid.clear();
  }
}
