import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Query } from "@/lib/query";
import { readCallAddress } from "../call-address";
import { CallsScreen } from "../calls-screen";

export const metadata: Metadata = { title: "Call" };

type CallPageProps = { params: Promise<{ workspace: string; id: string }>; searchParams: Promise<Query> };

/** One call under an address of its own, for links in mail and texts. */
export default async function CallPage({ params, searchParams }: CallPageProps) {
  const { workspace: slug, id } = await params;
  const address = { ...readCallAddress(await searchParams), call: id };
  return <CallsScreen slug={slug} address={address} whenMissing={notFound} />;
}
