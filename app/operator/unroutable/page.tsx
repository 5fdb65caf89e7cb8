import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { getOverview, shownTimes } from "../overview";
import { UnroutableList } from "./unroutable-list";

export const metadata: Metadata = { title: "Unroutable" };

export default async function UnroutablePage() {
  const overview = await getOverview();
  return (
    <>
      <PageHeader
        title="Unroutable webhooks"
        lead="Calls and texts that the carrier sent us and no workspace took. The called number is one of the account's."
      />
      <div className="max-w-[760px] px-4 md:px-7">
        <Card label="Unroutable webhooks">
          <UnroutableList list={overview.unroutable} {...shownTimes(overview)} />
        </Card>
      </div>
    </>
  );
}
