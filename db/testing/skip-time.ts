import postgres from "postgres";

/** Moves `app_now()` on for everything that reads this test file's database. Only the owner may begin to. */
export async function skipTime(seconds: number): Promise<void> {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  await owner`
    insert into app_clock (skew) values (make_interval(secs => ${seconds}))
    on conflict ("only") do update set skew = app_clock.skew + excluded.skew`;
  await owner.end();
}
