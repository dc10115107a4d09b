package io.amanat.query.identity;

import io.amanat.query.jpa.ReadRows;

interface UserRows extends ReadRows<UserRow> {}
