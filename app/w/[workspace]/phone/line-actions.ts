"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { RING_STRATEGIES, ROUTING_MODES } from "@/db/enums";
import { requireRole } from "@/lib/auth/require-workspace";
import { type FormState, parseForm, refuse } from "@/lib/form";
import { addRingPhone, moveRingPhone, removeRingPhone } from "@/lib/phone/ring-phones";
import { attestForwarding, startForwardingTest } from "@/lib/phone/setup-forwarding";
import { changeBusinessLine, changeLine, type LineResult } from "@/lib/phone/setup-line";
