package io.amanat.benchmark.trade;

import io.amanat.contract.Command;
import io.amanat.contract.Origin;

/** One command of a trade, and who sends it. */
public record Step(Command command, Origin origin) {}
