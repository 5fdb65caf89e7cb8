import { PageHeader } from "@/app/ui/page-header";
import { SkeletonRows } from "@/app/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Calls" />
      <div className="px-4 md:px-7">
        <SkeletonRows rows={8} label="Loading calls" />
      </div>
    </>
  );
}
