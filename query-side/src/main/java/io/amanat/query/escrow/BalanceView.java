package io.amanat.query.escrow;

/** The balance of an account in an asset. {@code amount} is signed: {@code external}, the rest of the world, is below zero. */
record BalanceView(String account, String amount, String currency, long chainId, String contract) {}
