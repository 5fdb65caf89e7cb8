import { PageHeader } from "@/app/ui/page-header";
import { SkeletonRows } from "@/app/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Phone line" />
      <div className="px-4 md:px-7">
        <SkeletonRows rows={6} label="Loading your phone line" />
      </div>
    </>
  );
}
