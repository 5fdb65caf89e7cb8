/**
 * Every closed list of the product, once. Columns hold these as `text` with a CHECK: row-level security keeps
 * enum comparison away from indexes, because it is not leakproof.
 */
export const ROLES = ["owner", "admin", "member"] as const;
export type Role = (typeof ROLES)[number];

export const CALL_STATES = ["ringing", "in_progress", "answered", "voicemail", "voice_ai", "missed", "failed"] as const;
export type CallState = (typeof CALL_STATES)[number];

export const OUTCOMES = ["answered", "voicemail", "voice_ai", "missed", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const RECOVERY_STATES = ["texting", "texted", "held", "skipped", "failed", "unconfirmed"] as const;
export type RecoveryState = (typeof RECOVERY_STATES)[number];

/** In the order the checks run. The first eleven checks skip; `outside_texting_hours` holds. */
export const REASONS = [
  "answered",
  "answered_by_voicemail",
  "workspace_inactive",
  "line_paused",
  "setup_incomplete",
  "forwarding_unverified",
  "text_back_off",
  "already_processed",
  "voice_recovery_completed",
  "billing_inactive",
  "plan_without_text_back",
  "usage_exhausted",
  "texting_not_registered",
  "caller_id_withheld",
  "landline",
  "not_a_phone",
  "region_not_allowed",
  "own_number",
  "suspected_spoof",
  "opted_out",
  "declined_by_voice",
  "blocked",
  "personal_contact",
  "conversation_active",
  "within_cool_down",
  "rate_capped",
  "too_late",
  "outside_texting_hours",
] as const;
export type Reason = (typeof REASONS)[number];

export const CHECKS = [
  "missed",
  "live_line",
  "first_time",
  "no_voice_help",
  "plan",
  "registration",
  "reachable",
  "allowed",
  "no_conversation",
  "cool_down",
  "limits",
  "texting_hours",
] as const;
export type Check = (typeof CHECKS)[number];

export const STAGES = ["new", "talking", "quoted", "booked", "lost"] as const;
export type Stage = (typeof STAGES)[number];

export const TURNS = ["waiting", "theirs", "ai", "quiet", "cannot_text"] as const;
export type Turn = (typeof TURNS)[number];

export const CONVERSATION_STATES = ["open", "needs_you", "snoozed", "done"] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

export const AI_STATES = ["on", "paused", "off"] as const;
export type AiState = (typeof AI_STATES)[number];

export const MESSAGE_STATUSES = [
  "queued",
  "sending",
  "accepted",
  "sent",
  "delivered",
  "undelivered",
  "failed",
  "unconfirmed",
  "received",
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const AUTHORS = ["automatic", "ai", "member", "caller"] as const;
export type Author = (typeof AUTHORS)[number];

/** What a message is for: the opening after a missed call, a reply, or the one confirmation of an opt-out. */
export const MESSAGE_PURPOSES = ["text_back", "reply", "opt_out_confirmation", "inbound"] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

export const NUMBER_STATES = ["provisioning", "active", "released"] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

/** How a number came to its workspace: owners may delete at the carrier only what they bought. */
export const NUMBER_ORIGINS = ["bought", "bought_by_operator", "adopted"] as const;
export type NumberOrigin = (typeof NUMBER_ORIGINS)[number];

/** Why phones that would have rung did not. */
export const NOT_RUNG_REASONS = ["ring_ceiling"] as const;
export type NotRungReason = (typeof NOT_RUNG_REASONS)[number];

export const ROUTING_MODES = ["direct", "forwarding"] as const;
export type RoutingMode = (typeof ROUTING_MODES)[number];

export const RING_STRATEGIES = ["simultaneous", "sequential"] as const;
export type RingStrategy = (typeof RING_STRATEGIES)[number];

export const FORWARDING_STATES = ["not_started", "waiting", "seen", "verified", "stale", "failed"] as const;
export type ForwardingState = (typeof FORWARDING_STATES)[number];

export const REGISTRATION_STATES = ["not_needed", "not_started", "draft", "submitted", "approved", "rejected"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const PLANS = ["free", "solo", "team", "paused", "self_hosted"] as const;
export type Plan = (typeof PLANS)[number];

export const SUBSCRIPTION_STATUSES = [
  "trialing",
  "active",
  "past_due",
  "canceling",
  "canceled",
  "unpaid",
  "self_hosted",
] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

export const EXCLUSIONS = ["personal", "blocked"] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export const CONSENT_BASES = [
  "notice_played",
  "caller_texted_first",
  "public_notice_attested",
  "person_decided",
  "member_attested",
] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

export const OPT_OUT_SOURCES = ["keyword", "wording", "key_press", "member", "carrier"] as const;
export type OptOutSource = (typeof OPT_OUT_SOURCES)[number];

export const LINE_TYPES = ["mobile", "landline", "voip", "toll_free", "unknown"] as const;
export type LineType = (typeof LINE_TYPES)[number];

export const LEAD_EVENT_KINDS = [
  "call",
  "message",
  "note",
  "created",
  "stage_moved",
  "renamed",
  "opted_out",
  "opted_in",
  "blocked",
  "unblocked",
] as const;
export type LeadEventKind = (typeof LEAD_EVENT_KINDS)[number];

/** What an automatic opening takes a place in, in the order in which the rows are locked. */
export const OPENING_COUNTERS = ["callers_hour", "callers_day", "callers_month", "spend_cents_day"] as const;
export type OpeningCounter = (typeof OPENING_COUNTERS)[number];

/** `replies_day`: texts that people wrote. `ring_mills_day`: what ringing phones may cost, in tenths of a cent. */
export const COUNTERS = [...OPENING_COUNTERS, "replies_day", "ring_mills_day"] as const;
export type Counter = (typeof COUNTERS)[number];

/** How somebody who never called or wrote agreed to be texted, as the member says who asks. */
export const CONSENT_MEANS = ["in_person", "by_phone", "web_form", "on_paper", "by_message"] as const;
export type ConsentMeans = (typeof CONSENT_MEANS)[number];

/** Who may open a workspace: people an operator invites, or anybody. */
export const SIGN_UP_MODES = ["invited", "open"] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

export const SIGN_IN_METHODS = ["password", "email_link", "google", "account_created", "password_reset"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export const MAIL_LINK_PURPOSES = ["sign_up", "sign_in", "prove_email"] as const;
export type MailLinkPurpose = (typeof MAIL_LINK_PURPOSES)[number];

/** What the installation's log records: sign-ins, changes of accounts, and what operators do. */
export const ACCOUNT_EVENT_KINDS = [
  "account_created",
  "signed_in",
  "sign_in_failed",
  "signed_out",
  "session_ended",
  "sessions_ended",
  "password_changed",
  "password_reset_requested",
  "password_reset",
  "password_confirmed",
  "email_link_requested",
  "email_proved",
  "second_factor_added",
  "second_factor_failed",
  "second_factor_removed",
  "recovery_codes_made",
  "recovery_code_used",
  "operator_made",
  "workspace_invitation_made",
  "workspace_invitation_cancelled",
  "workspace_opened",
  "workspace_suspended",
  "workspace_resumed",
  "workspace_plan_changed",
  "workspace_limits_changed",
  "workspace_deletion_scheduled",
  "workspace_deletion_cancelled",
  "workspace_deleted",
  "installation_limits_changed",
  "unroutable_webhook_given",
  "unroutable_webhook_ignored",
  "job_retried",
  "backup_restored",
  "sending_started",
] as const;
export type AccountEventKind = (typeof ACCOUNT_EVENT_KINDS)[number];

/** The parts of an installation whose health is recorded where it is noticed, for the operator's page. */
export const HEALTH_PARTS = ["sweep", "carrier", "public_address", "proxy", "mail"] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

export const HEALTH_STATES = ["working", "warning", "failing"] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

export const SENDING_STOPPED_REASONS = ["restored"] as const;
export type SendingStoppedReason = (typeof SENDING_STOPPED_REASONS)[number];

/** What became of an invitation's mail; `copied` when an operator took the link to send it by other means. */
export const INVITATION_MAIL_STATES = ["waiting", "sent", "failed", "not_configured", "copied"] as const;
export type InvitationMailState = (typeof INVITATION_MAIL_STATES)[number];

/** What a business does, as set-up asks. */
export const TRADES = ["plumbing", "dental", "salon", "law", "other"] as const;
export type Trade = (typeof TRADES)[number];
