import type { Metadata } from "next";
import type { Query } from "@/lib/query";
import { readCallAddress } from "../call-address";
import { CallsScreen } from "../calls-screen";

export const metadata: Metadata = { title: "Calls" };

type CallsPageProps = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function CallsPage({ params, searchParams }: CallsPageProps) {
  const { workspace: slug } = await params;
  return <CallsScreen slug={slug} address={readCallAddress(await searchParams)} />;
}
