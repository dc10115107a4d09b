package io.amanat.chain.evm;

import java.time.Instant;

/** A block's header, as far as we follow it. Hashes are lower-case hex with 0x. */
public record Block(long number, String hash, String parentHash, Instant timestamp, LogsBloom bloom) {}
