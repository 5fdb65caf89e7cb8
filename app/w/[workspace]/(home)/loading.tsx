import { Skeleton, SkeletonRows } from "@/app/ui/skeleton";

export default function Loading() {
  return (
    <div className="px-4 pt-[30px] md:px-8">
      <Skeleton className="mb-3 w-32" />
      <Skeleton className="mb-8 h-8 w-[min(32rem,80%)]" />
      <SkeletonRows rows={6} label="Loading" />
    </div>
  );
}
