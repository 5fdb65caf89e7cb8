/** Loaded before a program: its clock is wrong by CLOCK_OFFSET_MS, and nothing else about it is. */
const offsetMs = Number(process.env.CLOCK_OFFSET_MS);
const RealDate = Date;
const now = () => RealDate.now() + offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, by) => Reflect.construct(target, given.length === 0 ? [now()] : given, by),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, by) => (key === "now" ? now : Reflect.get(target, key, by)),
});
