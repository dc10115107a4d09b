-- The enums of the read tables. They stand in the platform's own schema and are shared by every schema of read tables, so that rows can
-- be compared across schemas and a switch from one to another changes no column's type under a running query. A value is added by a
-- later migration; none is ever taken away.

create type user_role as enum ('admin', 'buyer', 'seller', 'resolver', 'guard');
create type user_status as enum ('active', 'suspended', 'deleted');
create type auth_provider as enum ('email', 'google', 'telegram');
create type purchase_request_status as enum (
    'pending_payment', 'pending', 'received_offers', 'in_negotiation', 'payment_pending', 'payment_confirmed', 'in_progress',
    'delivery', 'delivered', 'completed', 'disputed', 'refunded', 'seller_paid', 'cancelled');
create type offer_status as enum ('pending', 'accepted', 'rejected', 'withdrawn', 'active');
create type offer_currency as enum ('USD', 'EUR', 'IRR', 'USDT', 'USDC', 'TRY');
create type product_type as enum ('physical_product', 'digital_product', 'service');
create type urgency as enum ('low', 'medium', 'high', 'urgent');
create type delivery_method as enum ('shipping', 'pickup', 'digital', 'on_site');
create type cancellation_cause as enum ('withdrawn', 'payment_cancelled', 'payment_window_lapsed');
create type completion_cause as enum ('delivery_confirmed', 'inspection_lapsed', 'ruling');
create type rejection_cause as enum ('by_buyer', 'another_accepted', 'request_cancelled');
create type delivery_attempt_outcome as enum ('confirmed', 'wrong_code', 'locked');
create type ref_kind as enum ('entity', 'template');
create type payment_provider as enum ('request.network', 'amn.scanner', 'shkeeper', 'other');
create type payment_status as enum ('pending', 'processing', 'confirmed', 'completed', 'failed', 'cancelled', 'refunded');
create type escrow_state as enum ('funded', 'releasable', 'released', 'refunded', 'releasing', 'failed', 'cancelled', 'partial');
create type funds_ledger_entry_type as enum (
    'payment_detected', 'provider_fee', 'platform_fee', 'hold', 'release', 'refund', 'dispute_hold', 'adjustment');
create type ledger_account as enum (
    'external', 'clearing', 'escrow', 'disputed', 'seller', 'buyer', 'platform', 'provider', 'unallocated');
create type freeze_cause as enum ('dispute', 'guard', 'reorg');
create type settlement_cause as enum ('completion', 'ruling', 'payment_window_lapsed');
create type derived_destination_status as enum ('active', 'swept', 'sweeping', 'quarantined');
create type dispute_category as enum ('not_delivered', 'not_as_described', 'damaged', 'buyer_unresponsive', 'other');
create type dispute_status as enum ('open', 'under_review', 'resolved');
create type ruling_kind as enum ('refund', 'replacement', 'compensation', 'no_action');
create type custody_transfer_kind as enum ('release', 'refund');
create type custody_transfer_status as enum (
    'instructed', 'held', 'approved', 'signed', 'broadcast', 'mined', 'final', 'failed');
