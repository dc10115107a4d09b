package io.amanat.api.identity;

import io.amanat.api.validation.Wallet;

record PayoutAddressBody(@Wallet String address) {}
